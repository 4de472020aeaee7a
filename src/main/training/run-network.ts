import { buildNetwork, type Network } from '../../shared/architecture/build';
import { findVariant } from '../../shared/architecture/variants';
import type { RunConfig } from '../../shared/contract/run';

/** The network that a run trains. */
export function networkOf({ training, dataset }: RunConfig): Network {
  return buildNetwork(findVariant(training.variant, training), dataset.shape, dataset.classes.length);
}
