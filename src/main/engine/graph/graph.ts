import { integerAttribute, shapeAttribute, tensorAttribute, typeAttribute, type Attribute } from './attributes';
import type { DataType } from './data-types';

/** One output of a node in the graph: a name, not a value. */
export interface Tensor {
  /** `node` for its first output, `node:2` for its third. */
  readonly name: string;
  readonly type: DataType;
}

/** One operation, as the message NodeDef. */
export interface GraphNode {
  readonly name: string;
  readonly op: string;
  readonly input: readonly string[];
  readonly attr: Readonly<Record<string, Attribute>>;
}

export interface Operation {
  readonly op: string;
  readonly inputs?: readonly Tensor[];
  readonly attributes?: Readonly<Record<string, Attribute>>;
  /** Names of nodes that must have run before. */
  readonly after?: readonly string[];
  /** Name inside the scope; the op's name unless given. */
  readonly name?: string;
}

/** A TensorFlow graph that is being built, node by node. */
export class Graph {
  readonly nodes: GraphNode[] = [];
  readonly #names = new Map<string, number>();
  readonly #constants = new Map<string, Tensor>();
  #scope = '';

  /** Names of what `build` adds begin with `scope/`. */
  inScope<Result>(scope: string, build: () => Result): Result {
    const outer = this.#scope;
    this.#scope = `${outer}${scope}/`;
    try {
      return build();
    } finally {
      this.#scope = outer;
    }
  }

  #uniqueName(name: string): string {
    const count = this.#names.get(name) ?? 0;
    this.#names.set(name, count + 1);
    return count === 0 ? name : this.#uniqueName(`${name}_${count}`);
  }

  /** Adds a node with any number of outputs, and returns its name. */
  addNode({ op, inputs = [], attributes = {}, after = [], name = op }: Operation): string {
    const unique = this.#uniqueName(this.#scope + name);
    const input = [...inputs.map((tensor) => tensor.name), ...after.map((node) => `^${node}`)];
    this.nodes.push({ name: unique, op, input, attr: attributes });
    return unique;
  }

  /** Adds a node with one output. */
  add(type: DataType, operation: Operation): Tensor {
    return { name: this.addNode(operation), type };
  }

  /** Adds a node whose outputs have these types. */
  addMany(types: readonly DataType[], operation: Operation): Tensor[] {
    const node = this.addNode(operation);
    return types.map((type, index) => ({ name: index === 0 ? node : `${node}:${index}`, type }));
  }

  /** A value that is fed; a dimension of -1 may vary. */
  placeholder(name: string, type: DataType, shape: readonly number[]): Tensor {
    const attributes = { dtype: typeAttribute(type), shape: shapeAttribute(shape) };
    return this.add(type, { op: 'Placeholder', name, attributes });
  }

  #constant(type: 'float32' | 'int32', shape: readonly number[], values: readonly number[]): Tensor {
    const key = `${type}:${shape.join('x')}:${values.join()}`;
    const known = this.#constants.get(key);
    if (known) return known;
    const numbers = type === 'float32' ? Float32Array.from(values) : Int32Array.from(values);
    const attributes = { dtype: typeAttribute(type), value: tensorAttribute(type, shape, numbers) };
    const outer = this.#scope;
    this.#scope = 'constants/';
    const tensor = this.add(type, { op: 'Const', attributes });
    this.#scope = outer;
    this.#constants.set(key, tensor);
    return tensor;
  }

  /** A constant; equal ones share a node. */
  floats(values: readonly number[], shape: readonly number[] = [values.length]): Tensor {
    return this.#constant('float32', shape, values);
  }

  /** A constant, mostly a shape or axes; equal ones share a node. */
  integers(values: readonly number[], shape: readonly number[] = [values.length]): Tensor {
    return this.#constant('int32', shape, values);
  }

  /** The tensor, once the nodes of `after` have run. */
  waitFor(tensor: Tensor, after: readonly string[], name: string): Tensor {
    const attributes = { T: typeAttribute(tensor.type) };
    return this.add(tensor.type, { op: 'Identity', name, inputs: [tensor], attributes, after });
  }

  /** Stacks scalars into a vector. */
  pack(scalars: readonly Tensor[], type: DataType): Tensor {
    const attributes = { N: integerAttribute(scalars.length), T: typeAttribute(type), axis: integerAttribute(0) };
    return this.add(type, { op: 'Pack', inputs: scalars, attributes });
  }
}
