import type { Tensor } from '../graph/graph';
import { binary } from '../graph/operations';
import type { BuiltLayer, Pass } from './pass';

export function buildAddition({ graph }: Pass, [residual, shortcut]: readonly [Tensor, Tensor]): BuiltLayer {
  const output = binary(graph, 'AddV2', residual, shortcut);
  return { output, backward: (gradient) => [gradient, gradient] };
}
