import type { z } from 'zod';
import type { RecipeName, recipeValuesSchema, Warmup } from '../contract/training';

type Values = z.infer<typeof recipeValuesSchema>;

/** What a recipe sets; null where the size of the dataset or the length of the run decides. */
export type RecipeValues = Omit<Values, 'batch' | 'augmentation'> & {
  readonly batch: number | null;
  readonly augmentation: Values['augmentation'] | null;
  /** One of both, or neither. */
  readonly epochs: number | null;
  readonly steps: number | null;
};

export interface Recipe {
  readonly values: RecipeValues;
  /** Other values for single networks, by their names. */
  readonly exceptions: Readonly<Record<string, Partial<RecipeValues>>>;
}

/** Stochastic gradient descent as the paper has it, with nothing else. */
const plainDescent: Pick<
  RecipeValues,
  | 'optimizer'
  | 'momentum'
  | 'nesterov'
  | 'weightDecay'
  | 'decayAll'
  | 'labelSmoothing'
  | 'clipNorm'
  | 'ema'
  | 'patience'
  | 'warmup'
> = {
  optimizer: 'sgd',
  momentum: 0.9,
  nesterov: false,
  weightDecay: 1e-4,
  decayAll: false,
  labelSmoothing: 0,
  clipNorm: 0,
  ema: 0,
  patience: 0,
  warmup: null,
};

/** The paper's 1/2 and 3/4 of the run. */
const halfAndThreeQuarters = [0.5, 0.75];

/** "0.01 until the training error is below 80 %" (paper, section 4.2). */
export const paperWarmup: Warmup = { until: 'error', error: 0.8 };

const deepExceptions: Recipe['exceptions'] = {
  resnet110: { warmup: paperWarmup },
  resnet1202: { warmup: paperWarmup },
};

export const recipes: Readonly<Record<RecipeName, Recipe>> = {
  paper: {
    values: {
      ...plainDescent,
      batch: 128,
      epochs: null,
      steps: null,
      augmentation: null,
      learningRate: 0.1,
      schedule: 'step',
      milestones: halfAndThreeQuarters,
    },
    exceptions: deepExceptions,
  },
  slides: {
    values: {
      ...plainDescent,
      batch: 256,
      epochs: null,
      steps: null,
      augmentation: null,
      learningRate: 0.1,
      schedule: 'plateau',
      milestones: halfAndThreeQuarters,
      weightDecay: 1e-5,
    },
    exceptions: {},
  },
  'paper-cifar': {
    values: {
      ...plainDescent,
      batch: 128,
      epochs: null,
      steps: 64_000,
      augmentation: 'standard',
      learningRate: 0.1,
      schedule: 'step',
      milestones: [32_000, 48_000],
    },
    exceptions: deepExceptions,
  },
  'paper-imagenet': {
    values: {
      ...plainDescent,
      batch: 256,
      epochs: null,
      steps: 600_000,
      augmentation: 'imagenet',
      learningRate: 0.1,
      schedule: 'plateau',
      milestones: halfAndThreeQuarters,
    },
    exceptions: {},
  },
  quick: {
    values: {
      ...plainDescent,
      batch: null,
      epochs: 30,
      steps: null,
      augmentation: null,
      learningRate: 0.1,
      schedule: 'cosine',
      milestones: halfAndThreeQuarters,
      warmup: { until: 'step', place: 0.05 },
      nesterov: true,
      weightDecay: 5e-4,
    },
    exceptions: {},
  },
  'fine-tune': {
    values: {
      ...plainDescent,
      batch: 64,
      epochs: 10,
      steps: null,
      augmentation: null,
      learningRate: 0.01,
      schedule: 'cosine',
      milestones: halfAndThreeQuarters,
      warmup: { until: 'step', place: 0.05 },
      labelSmoothing: 0.1,
    },
    exceptions: {},
  },
};

/** What an optimiser starts from where a recipe was made for the other one: PyTorch's defaults for AdamW. */
export const optimizerValues: Readonly<Record<Values['optimizer'], Partial<RecipeValues>>> = {
  sgd: { learningRate: 0.1, weightDecay: 1e-4, momentum: 0.9 },
  adamw: { learningRate: 1e-3, weightDecay: 1e-2, nesterov: false },
};

/** What a recipe sets for a network. @param variant Name of the network, such as `resnet110`. */
export function recipeValues(name: RecipeName, variant?: string): RecipeValues {
  const { values, exceptions } = recipes[name];
  return { ...values, ...(variant === undefined ? {} : exceptions[variant]) };
}
