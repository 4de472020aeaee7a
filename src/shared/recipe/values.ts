import type { Training } from '../contract/training';
import { fieldOf, type FieldName } from './fields';
import { defaultAugmentation, defaultBatch, defaultEpochs, stepsPerEpoch } from './recipe';
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

/** Values with a batch, a length and an augmentation that suit the number of training pictures, where they are left open. */
export function fillIn(values: RecipeValues, trainCount: number): { filled: FilledValues; stepsInEpoch: number } {
  const batch = values.batch ?? defaultBatch(trainCount);
  const stepsInEpoch = stepsPerEpoch(trainCount, batch);
  const defaultSteps = (): number => defaultEpochs(stepsInEpoch) * stepsInEpoch;
  const steps = values.steps ?? (values.epochs === null ? defaultSteps() : values.epochs * stepsInEpoch);
  const epochs = values.epochs ?? Math.ceil(steps / stepsInEpoch);
  const augmentation = values.augmentation ?? defaultAugmentation(epochs);
  return { filled: { ...values, batch, steps, epochs, augmentation }, stepsInEpoch };
}

/** Whether a value has an effect with this optimiser and this schedule. */
export function hasEffect(name: FieldName, values: Pick<Training, 'optimizer' | 'schedule'>): boolean {
  const { optimizer = values.optimizer, schedule = values.schedule } = fieldOf(name).needs ?? {};
  return optimizer === values.optimizer && schedule === values.schedule;
}
