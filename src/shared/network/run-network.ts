import { buildNetwork, type Network } from './build';
import type { MemoryOptions } from './memory';
import { findVariant } from './variants';
import type { Manifest } from '../contract/dataset';
import type { RunConfig } from '../contract/run';
import { pictureBytes } from '../recipe/recipe';

/** The network that a run trains. */
export function networkOf({ training, dataset }: RunConfig): Network {
  return buildNetwork(findVariant(training.variant, training), dataset.shape, dataset.classes.length);
}

/** What decides the memory that a run needs. */
export function memoryOptions({ training }: Pick<RunConfig, 'training'>, manifest: Manifest): MemoryOptions {
  return { ...training, pictures: pictureBytes(manifest) };
}
