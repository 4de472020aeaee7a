import type { Training } from '../contract/training';
import { fieldOf, type FieldName } from './fields';
import { message, type Message } from '../words/message';
import {
  defaultAugmentation,
  defaultBatch,
  defaultEpochs,
  epochsWorthAugmenting,
  stepsPerEpoch,
  usualAugmentation,
} from './recipe';
import type { Given } from './rules';
import { optimizerValues, type RecipeValues } from './table';

/** Every value that recipes set, with what they leave open filled in. */
export type FilledValues = Pick<Training, keyof RecipeValues>;

/** The values of a recipe with what was asked for in their place. */
export function combine(base: RecipeValues, given: Given): RecipeValues {
  const changesOptimizer = given.optimizer !== undefined && given.optimizer !== base.optimizer;
  const length = given.epochs !== undefined || given.steps !== undefined ? { epochs: null, steps: null } : {};
  return { ...base, ...(changesOptimizer ? optimizerValues[given.optimizer ?? 'sgd'] : {}), ...length, ...given };
}

/** A value that the dataset or the length of the run sets instead of what the recipe has, and why. */
export interface Adapted {
  readonly recipe: number | string;
  readonly reason: Message;
}

/** What a recipe leaves open, or has and cannot be, filled in for a number of training pictures. */
export interface Filled {
  readonly filled: FilledValues;
  readonly stepsInEpoch: number;
  readonly adapted: { readonly [Name in 'batch' | 'augmentation']?: Adapted };
}

/**
 * Values with a batch, a length and an augmentation that suit the number of training pictures, where they are left open.
 * A batch of the recipe's makes way where it is larger than the dataset; one that was asked for does not.
 */
export function fillIn(values: RecipeValues, trainCount: number, given: Given = {}): Filled {
  const isTooLarge = given.batch === undefined && values.batch !== null && values.batch > trainCount && trainCount > 0;
  const batch = values.batch === null || isTooLarge ? defaultBatch(trainCount) : values.batch;
  const stepsInEpoch = stepsPerEpoch(trainCount, batch);
  const defaultSteps = (): number => defaultEpochs(stepsInEpoch) * stepsInEpoch;
  const steps = values.steps ?? (values.epochs === null ? defaultSteps() : values.epochs * stepsInEpoch);
  const epochs = values.epochs ?? Math.ceil(steps / stepsInEpoch);
  const augmentation = values.augmentation ?? defaultAugmentation(epochs);
  const isShort = values.augmentation === null && augmentation === 'none';
  const adapted = {
    ...(isTooLarge && {
      batch: { recipe: values.batch, reason: message('choices.smallDataset', { count: trainCount }) },
    }),
    ...(isShort && {
      augmentation: {
        recipe: usualAugmentation,
        reason: message('choices.shortRun', { epochs: epochsWorthAugmenting }),
      },
    }),
  };
  return { filled: { ...values, batch, steps, epochs, augmentation }, stepsInEpoch, adapted };
}

/** Whether a value has an effect with this optimiser and this schedule. */
export function hasEffect(name: FieldName, values: Pick<Training, 'optimizer' | 'schedule'>): boolean {
  const { optimizer = values.optimizer, schedule = values.schedule } = fieldOf(name).needs ?? {};
  return optimizer === values.optimizer && schedule === values.schedule;
}
