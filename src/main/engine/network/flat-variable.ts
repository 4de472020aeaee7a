import { booleanAttribute, shapeAttribute, stringAttribute, typeAttribute } from '../graph/attributes';
import type { FloatType } from '../graph/data-types';
import type { Graph, Tensor } from '../graph/graph';
import { cast, concatenate, reshape, split } from '../graph/operations';
import { sizeOf, type Parameter } from './parameters';

const float = typeAttribute('float32');

/** Many small parameters in one float32 vector: one node to read, to update and to save instead of one for each. */
export class FlatVariable {
  readonly handle: Tensor;
  readonly value: Tensor;
  readonly length: number;

  constructor(
    private readonly graph: Graph,
    readonly name: string,
    readonly parameters: readonly Parameter[],
  ) {
    this.length = parameters.reduce((total, { shape }) => total + sizeOf(shape), 0);
    const handleAttributes = {
      dtype: float,
      shape: shapeAttribute([this.length]),
      shared_name: stringAttribute(name),
      container: stringAttribute(''),
    };
    this.handle = graph.add('resource', { op: 'VarHandleOp', name, attributes: handleAttributes });
    const read = { op: 'ReadVariableOp', name: `${name}/read`, inputs: [this.handle], attributes: { dtype: float } };
    this.value = graph.add('float32', read);
  }

  /** The parameters by name, each in its shape. */
  cut(type: FloatType): Map<string, Tensor> {
    const { graph, parameters } = this;
    const lengths = parameters.map(({ shape }) => sizeOf(shape));
    const pieces = split(graph, cast(graph, this.value, type), lengths);
    return new Map(
      parameters.map(({ name, shape }, index) => {
        const piece = pieces[index];
        if (!piece) throw new Error(`no piece for ${name}`);
        return [name, shape.length === 1 ? piece : reshape(graph, piece, shape)];
      }),
    );
  }

  /** One float32 vector from a tensor for each parameter: the gradient of `cut`. */
  join(tensors: ReadonlyMap<string, Tensor>, type: FloatType): Tensor {
    const { graph, parameters } = this;
    const pieces = parameters.map(({ name, shape }) => {
      const tensor = tensors.get(name);
      if (!tensor) throw new Error(`nothing for ${name}`);
      return shape.length === 1 ? tensor : reshape(graph, tensor, [-1]);
    });
    const [first] = pieces;
    return cast(graph, pieces.length === 1 && first ? first : concatenate(graph, pieces, type), 'float32');
  }

  /** Adds an assignment, and returns the name of its node. */
  assign(value: Tensor): string {
    const attributes = { dtype: float, validate_shape: booleanAttribute(true) };
    return this.graph.addNode({ op: 'AssignVariableOp', inputs: [this.handle, value], attributes });
  }
}
