import { buildNetwork, type Network } from '../../shared/architecture/build';
import type { MemoryOptions } from '../../shared/architecture/memory';
import { findVariant } from '../../shared/architecture/variants';
import type { Manifest } from '../../shared/contract/dataset';
import type { RunConfig } from '../../shared/contract/run';
import { pictureBytes } from '../../shared/recipe';

/** The network that a run trains. */
export function networkOf({ training, dataset }: RunConfig): Network {
  return buildNetwork(findVariant(training.variant, training), dataset.shape, dataset.classes.length);
}

/** What decides the memory that a run needs. */
export function memoryOptions({ training }: Pick<RunConfig, 'training'>, manifest: Manifest): MemoryOptions {
  return { ...training, pictures: pictureBytes(manifest) };
}
