import type { Network } from '../../../shared/network/build';
import { networkParameters } from '../network/parameters';
import { outerShape } from '../state';

export { isAuxiliary } from '../network/auxiliary';

/** Names and shapes of a network's weights and running statistics as torchvision has them, in torchvision's order. */
export function weightShapes(network: Network): Map<string, number[]> {
  return new Map(networkParameters(network).map((parameter) => [parameter.name, outerShape(parameter)]));
}
