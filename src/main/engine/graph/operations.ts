import { booleanAttribute, integerAttribute, typeAttribute } from './attributes';
import type { DataType } from './data-types';
import type { Graph, Tensor } from './graph';

/** Element by element, broadcast as TensorFlow does. */
export function binary(
  graph: Graph,
  op: 'AddV2' | 'Sub' | 'Mul' | 'RealDiv' | 'Pow' | 'Minimum' | 'SquaredDifference',
  left: Tensor,
  right: Tensor,
): Tensor {
  return graph.add(left.type, { op, inputs: [left, right], attributes: { T: typeAttribute(left.type) } });
}

/** Element by element. */
export function unary(graph: Graph, op: 'Sqrt', tensor: Tensor): Tensor {
  return graph.add(tensor.type, { op, inputs: [tensor], attributes: { T: typeAttribute(tensor.type) } });
}

export function cast(graph: Graph, tensor: Tensor, type: DataType): Tensor {
  if (tensor.type === type) return tensor;
  const attributes = { SrcT: typeAttribute(tensor.type), DstT: typeAttribute(type) };
  return graph.add(type, { op: 'Cast', inputs: [tensor], attributes });
}

/** One dimension may be -1. */
export function reshape(graph: Graph, tensor: Tensor, shape: readonly number[]): Tensor {
  const attributes = { T: typeAttribute(tensor.type), Tshape: typeAttribute('int32') };
  return graph.add(tensor.type, { op: 'Reshape', inputs: [tensor, graph.integers(shape)], attributes });
}

/** Sum, mean, least or greatest over axes, which vanish. */
export function reduce(
  graph: Graph,
  op: 'Sum' | 'Mean' | 'Min' | 'Max',
  tensor: Tensor,
  axes: readonly number[],
): Tensor {
  const attributes = {
    T: typeAttribute(tensor.type),
    Tidx: typeAttribute('int32'),
    keep_dims: booleanAttribute(false),
  };
  return graph.add(tensor.type, { op, inputs: [tensor, graph.integers(axes)], attributes });
}

/** Half the sum of the squares of all elements. */
export function halfSquares(graph: Graph, tensor: Tensor): Tensor {
  return graph.add(tensor.type, { op: 'L2Loss', inputs: [tensor], attributes: { T: typeAttribute(tensor.type) } });
}

/** Zeros before and after along each axis. */
export function pad(graph: Graph, tensor: Tensor, amounts: readonly (readonly [number, number])[]): Tensor {
  const paddings = graph.integers(amounts.flat(), [amounts.length, 2]);
  const attributes = { T: typeAttribute(tensor.type), Tpaddings: typeAttribute('int32') };
  return graph.add(tensor.type, { op: 'Pad', inputs: [tensor, paddings], attributes });
}

/** A size of -1 reaches to the end. */
export function slice(graph: Graph, tensor: Tensor, begin: readonly number[], size: readonly number[]): Tensor {
  const attributes = { T: typeAttribute(tensor.type), Index: typeAttribute('int32') };
  const inputs = [tensor, graph.integers(begin), graph.integers(size)];
  return graph.add(tensor.type, { op: 'Slice', inputs, attributes });
}

/** Cuts a vector into pieces of these lengths. */
export function split(graph: Graph, vector: Tensor, lengths: readonly number[]): Tensor[] {
  const attributes = {
    T: typeAttribute(vector.type),
    Tlen: typeAttribute('int32'),
    num_split: integerAttribute(lengths.length),
  };
  const inputs = [vector, graph.integers(lengths), graph.integers([0], [])];
  return graph.addMany(
    lengths.map(() => vector.type),
    { op: 'SplitV', inputs, attributes },
  );
}

/** Joins vectors end to end: the gradient of `split`. */
export function concatenate(graph: Graph, vectors: readonly Tensor[], type: DataType): Tensor {
  const attributes = { T: typeAttribute(type), Tidx: typeAttribute('int32'), N: integerAttribute(vectors.length) };
  return graph.add(type, { op: 'ConcatV2', inputs: [...vectors, graph.integers([0], [])], attributes });
}

/** The dimensions of a tensor when the graph runs. */
export function shapeOf(graph: Graph, tensor: Tensor): Tensor {
  const attributes = { T: typeAttribute(tensor.type), out_type: typeAttribute('int32') };
  return graph.add('int32', { op: 'Shape', inputs: [tensor], attributes });
}
