import { UserError } from '../../shared/errors';
import { message } from '../../shared/words/message';
import type { Network } from '../../shared/network/build';
import { averagedName, isAuxiliary, statePrefixes } from './network/auxiliary';
import { networkParameters, sizeOf, type Parameter } from './network/parameters';

/** Float32 numbers outside the graph, row-major, under torchvision's name and in torchvision's layout. */
export interface NamedTensor {
  readonly name: string;
  readonly shape: number[];
  readonly data: Float32Array;
}

/** For each axis of torchvision's layout the axis of TensorFlow's: OIHW of HWIO, and [units, inputs] of [inputs, units]. */
const axesOf: Readonly<Record<number, readonly number[]>> = { 1: [0], 2: [1, 0], 4: [3, 2, 0, 1] };

function axes(parameter: Parameter): readonly number[] {
  const order = axesOf[parameter.shape.length];
  if (!order) throw new Error(`${parameter.name} has ${parameter.shape.length} axes`);
  return order;
}

/** Copies `source`, so that axis i of the result is axis order[i] of the source. */
export function transpose(source: Float32Array, shape: readonly number[], order: readonly number[]): Float32Array {
  const strides = shape.map((_, axis) => sizeOf(shape.slice(axis + 1)));
  const result = new Float32Array(source.length);
  let next = 0;
  const fill = (depth: number, offset: number): void => {
    const axis = order[depth];
    if (axis === undefined) {
      result[next] = source[offset] ?? 0;
      next += 1;
      return;
    }
    const count = shape[axis] ?? 0;
    const stride = strides[axis] ?? 0;
    for (let index = 0; index < count; index += 1) fill(depth + 1, offset + index * stride);
  };
  fill(0, 0);
  return result;
}

/** torchvision's shape of a parameter. */
export function outerShape(parameter: Parameter): number[] {
  return axes(parameter).map((axis) => parameter.shape[axis] ?? 0);
}

/** A parameter's elements out of TensorFlow's layout into torchvision's. */
export function toOuter(parameter: Parameter, data: Float32Array): Float32Array {
  return transpose(data, parameter.shape, axes(parameter));
}

/** A tensor's elements into TensorFlow's layout. @throws UserError where its shape is not the parameter's. */
export function toInner(parameter: Parameter, tensor: NamedTensor): Float32Array {
  const expected = outerShape(parameter);
  if (tensor.shape.join() !== expected.join() || tensor.data.length !== sizeOf(expected)) {
    throw new UserError(
      message('weights.stateShape', { name: tensor.name, shape: tensor.shape, count: tensor.data.length, expected }),
    );
  }
  const order = axes(parameter);
  const inverse = order.map((_, axis) => order.indexOf(axis));
  return transpose(tensor.data, expected, inverse);
}

/**
 * Flat values as tensors under torchvision's names and in its layouts.
 * @param groups The parameters that lie in each vector of `values`, in order.
 */
export function toNamedTensors(
  groups: readonly (readonly Parameter[])[],
  values: readonly Float32Array[],
): NamedTensor[] {
  return groups.flatMap((parameters, index) => {
    const flat = values[index] ?? new Float32Array();
    let offset = 0;
    return parameters.map((parameter) => {
      const piece = flat.subarray(offset, offset + sizeOf(parameter.shape));
      offset += piece.length;
      return { name: parameter.name, shape: outerShape(parameter), data: toOuter(parameter, piece) };
    });
  });
}

/** PyTorch counts batches in each batch normalisation; nothing here depends on it. */
const ignored = /num_batches_tracked$/;

function checkNames(groups: readonly (readonly Parameter[])[], tensors: ReadonlyMap<string, NamedTensor>): void {
  const parameters = groups.flat();
  const missing = parameters.filter(({ name }) => !tensors.has(name) && !isAuxiliary(name));
  const [first] = missing;
  if (first) {
    throw new UserError(
      message('weights.stateMissing', {
        name: first.name,
        shape: outerShape(first).join(', '),
        more: missing.length - 1,
      }),
    );
  }
  const known = new Set(parameters.map(({ name }) => name));
  const foreign = [...tensors.values()].find(({ name }) => !known.has(name) && !ignored.test(name));
  if (foreign) {
    throw new UserError(message('weights.stateForeign', { name: foreign.name, shape: foreign.shape }));
  }
}

/**
 * The opposite of `toNamedTensors`. What training alone needs may be missing: averages are then the weights themselves,
 * everything else is zero.
 * @throws UserError where a tensor is missing, of another shape, or unknown.
 */
export function fromNamedTensors(
  groups: readonly (readonly Parameter[])[],
  tensors: readonly NamedTensor[],
): Float32Array[] {
  const byName = new Map(tensors.map((tensor) => [tensor.name, tensor]));
  checkNames(groups, byName);
  return groups.map((parameters) => {
    const flat = new Float32Array(parameters.reduce((total, { shape }) => total + sizeOf(shape), 0));
    let offset = 0;
    for (const parameter of parameters) {
      const tensor = byName.get(parameter.name) ?? byName.get(averagedName(parameter.name) ?? '');
      if (tensor) flat.set(toInner(parameter, tensor), offset);
      offset += sizeOf(parameter.shape);
    }
    return flat;
  });
}

/** Of a state the weights and running statistics to use, under torchvision's names: the averages where there are some. */
export function usedWeights<Tensor extends Pick<NamedTensor, 'name'>>(state: readonly Tensor[]): Tensor[] {
  const averages = new Map(state.map((tensor) => [averagedName(tensor.name), tensor]));
  return state
    .filter(({ name }) => !isAuxiliary(name))
    .map((tensor) => ({ ...(averages.get(tensor.name) ?? tensor), name: tensor.name }));
}

/** Sorts a state: parameters and running statistics as torchvision has them, then what the optimiser keeps, then averages. */
export function inStateOrder(network: Network, tensors: readonly NamedTensor[]): NamedTensor[] {
  const names = networkParameters(network).map(({ name }) => name);
  const all = statePrefixes.flatMap((prefix) => names.map((name) => prefix + name));
  const places = new Map(all.map((name, index) => [name, index]));
  const place = ({ name }: NamedTensor): number => places.get(name) ?? places.size;
  return [...tensors].sort((left, right) => place(left) - place(right));
}
