import { buildNetwork, type Network } from '../../../shared/network/build';
import { cifarBlocks } from '../../../shared/network/families';
import type { Shape } from '../../../shared/network/layer';
import { findVariant, type Variant } from '../../../shared/network/variants';
import { hasOwnDepth, type NetworkChoice, networkChoice } from './network-choices';

export interface PlannedDepth {
  readonly variant: string;
  readonly depth: number;
  /** Blocks in each of the three stages; the depth is 6n + 2. */
  readonly n: number;
  readonly network: Network;
}

/** The family whose depth can be chosen; null for networks of fixed depths. */
export function plannedFamily(choice: NetworkChoice): 'resnet' | 'plain' | null {
  const family = /^(resnet|plain)/.exec(choice.network)?.[1] as 'resnet' | 'plain' | undefined;
  if (!family) return null;
  return hasOwnDepth(choice.network) || cifarBlocks(choice.depth ?? 0) !== null ? family : null;
}

/** n of a depth, rounded to the nearest network that exists. */
export function nearestBlocks(depth: number): number {
  const wanted = Math.max(1, Math.round((depth - 2) / 6));
  const near = [wanted, wanted + 1, wanted - 1];
  return near.find((n) => n >= 1 && cifarBlocks(6 * n + 2) === n) ?? 1;
}

function planned(family: string, n: number, shape: Shape, classes: number): PlannedDepth | null {
  const depth = 6 * n + 2;
  if (cifarBlocks(depth) !== n) return null;
  try {
    const variant: Variant = findVariant(`${family}${depth}`);
    return { variant: variant.name, depth, n, network: buildNetwork(variant, shape, classes) };
  } catch {
    // Its pictures do not fit, which the form says.
    return null;
  }
}

/** The network of a depth between its nearest neighbours. */
export function neighbours(family: string, depth: number, shape: Shape, classes: number): PlannedDepth[] {
  const n = nearestBlocks(depth);
  const before = [n - 1, n - 2].map((each) => planned(family, each, shape, classes)).find((each) => each !== null);
  const after = [n + 1, n + 2].map((each) => planned(family, each, shape, classes)).find((each) => each !== null);
  return [before, planned(family, n, shape, classes), after].flatMap((each) => each ?? []);
}

/** What is chosen for a depth: the network of the list where it is in it. */
export function choiceOfDepth(family: string, n: number): NetworkChoice {
  return networkChoice(`${family}${6 * n + 2}`);
}
