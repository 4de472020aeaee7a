import type { Tensor } from '../graph/graph';
import { binary } from '../graph/operations';
import type { BuiltLayer, Pass } from './pass';

/** x + T * (H - x), which is T * H + (1 - T) * x. */
export function buildGatedAddition(
  { graph }: Pass,
  [transform, shortcut, gate]: readonly [Tensor, Tensor, Tensor],
): BuiltLayer {
  const difference = binary(graph, 'Sub', transform, shortcut);
  const output = binary(graph, 'AddV2', shortcut, binary(graph, 'Mul', gate, difference));
  const backward = (gradient: Tensor): Tensor[] => {
    const toTransform = binary(graph, 'Mul', gradient, gate);
    const toShortcut = binary(graph, 'Sub', gradient, toTransform);
    return [toTransform, toShortcut, binary(graph, 'Mul', gradient, difference)];
  };
  return { output, backward };
}
