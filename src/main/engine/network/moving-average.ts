import { typeAttribute } from '../graph/attributes';
import type { Graph, Tensor } from '../graph/graph';
import { binary, reshape } from '../graph/operations';
import type { FlatVariable } from './flat-variable';

/**
 * The share of a variable's new value in its average: 1 - min(decay, (1 + t) / (10 + t)) after t steps, so that the
 * first steps do not hold on to the random start (TensorFlow's ExponentialMovingAverage with num_updates).
 */
export function averagingShare(graph: Graph, counter: FlatVariable, decay: number): Tensor {
  const step = reshape(graph, counter.value, []);
  const [one, ten] = [graph.floats([1], []), graph.floats([10], [])];
  const early = binary(graph, 'RealDiv', binary(graph, 'AddV2', step, one), binary(graph, 'AddV2', step, ten));
  return binary(graph, 'Sub', one, binary(graph, 'Minimum', early, graph.floats([decay], [])));
}

/** The value of a variable once the node `after` has run. */
export function readAfter(graph: Graph, variable: FlatVariable, after: string): Tensor {
  const attributes = { dtype: typeAttribute('float32') };
  return graph.add('float32', { op: 'ReadVariableOp', inputs: [variable.handle], attributes, after: [after] });
}

/** Moves an average towards a new value by that share, and returns the name of the node. */
export function addAveraging(graph: Graph, average: FlatVariable, value: Tensor, share: Tensor): string {
  const change = binary(graph, 'Mul', binary(graph, 'Sub', value, average.value), share);
  return average.assign(binary(graph, 'AddV2', average.value, change));
}
