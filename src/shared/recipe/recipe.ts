import { buildNetwork, type Network } from '../network/build';
import type { Shape } from '../network/layer';
import { chooseVariant, type VariantOptions } from '../network/variants';
import type { Manifest, Split } from '../contract/dataset';
import type { Augmentation, ScheduleKind } from '../contract/training';
import { UserError } from '../errors';
import { message } from '../words/message';

/** What a dataset offers to train on. */
export interface TrainingData {
  readonly name: string;
  readonly shape: Shape;
  readonly classes: number;
  /** Pictures. */
  readonly trainCount: number;
  readonly validationCount: number;
}

/** What of a run must fit its dataset. */
export interface FittedValues extends VariantOptions {
  readonly variant: string;
  readonly zeroInitialization?: boolean;
  readonly batch: number;
  readonly schedule: ScheduleKind;
  readonly patience: number;
}

/** About how many steps a run has where no length is asked for: some 20 epochs of 60,000 pictures in batches of 128. */
const defaultSteps = 10_000;
const fewestEpochs = 5;
const mostEpochs = 100;

export function trainingData({ name, shape, classes }: Manifest): TrainingData {
  const count = (split: Split) => classes.reduce((total, counts) => total + counts[split], 0);
  return { name, shape, classes: classes.length, trainCount: count('train'), validationCount: count('validation') };
}

/**
 * The network of a recipe for a dataset.
 * @throws UserError where the network, the dataset and the recipe do not fit each other.
 */
export function checkRecipe(recipe: FittedValues, data: TrainingData): Network {
  const { batch, schedule, patience } = recipe;
  const variant = chooseVariant(recipe.variant, recipe);
  const network = buildNetwork(variant, data.shape, data.classes);
  if (recipe.zeroInitialization && variant.shortcut === null) {
    throw new UserError(message('choices.noResidualBlocks', { network: variant.title }));
  }
  if (data.trainCount === 0) throw new UserError(message('choices.noPictures', { name: data.name }));
  if (batch > data.trainCount) {
    throw new UserError(
      message('choices.batchTooLarge', { batch, count: data.trainCount, name: data.name, most: data.trainCount }),
    );
  }
  if (schedule === 'plateau' && data.validationCount === 0) {
    throw new UserError(message('choices.plateauWithoutValidation', { name: data.name }));
  }
  if (patience > 0 && data.validationCount === 0) {
    throw new UserError(message('choices.patienceWithoutValidation', { name: data.name }));
  }
  return network;
}

/** Bytes of decoded pictures that a run keeps of those that are left in place. */
export const mostCached: Readonly<Record<Split, number>> = { train: 2 ** 30, validation: 2 ** 28, test: 2 ** 28 };

/** Bytes of pictures that a run on a dataset keeps in memory. */
export function pictureBytes({ shape, classes, storage }: Manifest): number {
  const bytesOf = (split: Split): number => {
    const bytes = classes.reduce((sum, counts) => sum + counts[split], 0) * shape[0] * shape[1] * shape[2];
    return storage === 'in-place' ? Math.min(bytes, mostCached[split]) : bytes;
  };
  return bytesOf('train') + bytesOf('validation') + bytesOf('test');
}

/** The last batch of an epoch may be smaller. */
export function stepsPerEpoch(trainCount: number, batch: number): number {
  return Math.ceil(trainCount / batch);
}

/** About how many steps an epoch has at least, as far as the smallest default batch allows it. */
const fewestStepsInEpoch = 160;
const [smallestBatch, largestBatch] = [16, 128];

/** Pictures a step where no batch is asked for: 128, or fewer where a dataset is small. */
export function defaultBatch(trainCount: number): number {
  const fitting = 2 ** Math.floor(Math.log2(Math.max(1, trainCount / fewestStepsInEpoch)));
  return Math.min(Math.max(trainCount, 1), largestBatch, Math.max(smallestBatch, fitting));
}

/** Epochs of a run where no length is asked for: about 10,000 steps, but 5 epochs at least and 100 at most. */
export function defaultEpochs(stepsInEpoch: number): number {
  return Math.min(mostEpochs, Math.max(fewestEpochs, Math.round(defaultSteps / stepsInEpoch)));
}

/** From this many epochs on, augmented pictures teach more than the same ones again. */
export const epochsWorthAugmenting = 10;
/** The augmentation of a run of so many epochs, where none is asked for. */
export const usualAugmentation = 'standard' satisfies Augmentation;

/** The augmentation where none is asked for: a short run learns more from pictures as they are. */
export function defaultAugmentation(epochs: number): Augmentation {
  return epochs < epochsWorthAugmenting ? 'none' : usualAugmentation;
}
