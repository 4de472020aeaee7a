import { booleanAttribute, typeAttribute } from '../graph/attributes';
import type { Graph, Tensor } from '../graph/graph';
import { binary } from '../graph/operations';
import type { FlatVariable } from './flat-variable';

export interface OptimizerOptions {
  readonly momentum: number;
  readonly weightDecay: number;
}

/**
 * Stochastic gradient descent with momentum in PyTorch's form: v = momentum * v + gradient + decay * w; w -= rate * v.
 * Returns the name of the update's node.
 */
export function addUpdate(
  graph: Graph,
  variable: FlatVariable,
  velocity: FlatVariable,
  gradient: Tensor,
  learningRate: Tensor,
  { momentum, weightDecay }: OptimizerOptions,
): string {
  const decayed = (): Tensor =>
    binary(graph, 'AddV2', gradient, binary(graph, 'Mul', variable.value, graph.floats([weightDecay], [])));
  const direction = weightDecay === 0 ? gradient : decayed();
  const inputs = [variable.handle, velocity.handle, learningRate, direction, graph.floats([momentum], [])];
  const attributes = {
    T: typeAttribute('float32'),
    use_locking: booleanAttribute(false),
    use_nesterov: booleanAttribute(false),
  };
  return graph.addNode({ op: 'ResourceApplyMomentum', inputs, attributes });
}
