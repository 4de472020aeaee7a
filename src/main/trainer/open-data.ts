import type { RunConfig } from '../../shared/contract/run';
import { BatchLoader } from '../datasets/batches/batch-loader';
import { orderedBatches } from '../datasets/batches/batches';
import { DatasetStore } from '../datasets/store/store';
import { checkDataset } from '../runs/resume-run';
import type { EvaluatedSplit } from './loop-parts';
import type { LabelledBatch } from '../datasets/batches/batches';

/** The number of pictures that show how strongly the layers respond. */
const responsePictures = 64;

interface Options {
  readonly dataFolder: string;
  /** Compiled code of the loader threads. */
  readonly loaderEntry: string;
  /** Steps that the run has done. */
  readonly firstStep: number;
}

export interface RunData {
  readonly loader: BatchLoader;
  readonly validation: EvaluatedSplit;
  readonly test: EvaluatedSplit;
  readonly responseBatch: LabelledBatch | null;
}

/**
 * Opens the dataset of a run; the loader's threads begin with the first batch.
 * @throws UserError where it is gone or has changed since the run was made.
 */
export async function openData(config: RunConfig, { dataFolder, loaderEntry, firstStep }: Options): Promise<RunData> {
  const { training } = config;
  const dataset = await new DatasetStore(dataFolder).open(config.dataset.id);
  checkDataset(config, dataset.manifest);
  const data = await dataset.split('train');
  const validation = await dataset.split('validation');
  const test = await dataset.split('test');
  const evaluated = (split: typeof data): EvaluatedSplit =>
    split.count === 0 ? null : (batch) => orderedBatches(split, batch);
  const watched = orderedBatches(validation.count > 0 ? validation : data, responsePictures);
  const responseBatch = (await watched.next()).value ?? null;
  const loader = await BatchLoader.start({
    data,
    shape: config.dataset.shape,
    batch: training.batch,
    seed: training.seed,
    shuffle: training.shuffle,
    augmentation: training.augmentation,
    mirror: config.dataset.mirrorKeepsClass,
    firstStep,
    entry: loaderEntry,
  });
  return { loader, validation: evaluated(validation), test: evaluated(test), responseBatch };
}
