import type { RecipeName } from '../contract/training';
import { fields, namesOf, type Fields, type FieldValue, type NamesOf } from './fields';
import { paperWarmup } from './text';

type ValueName = NamesOf<'recipe' | 'length'>;

/** What a recipe sets; null where the size of the dataset or the length of the run decides. */
export type RecipeValues = {
  readonly [Name in ValueName]: Fields[Name] extends { readonly open: string }
    ? FieldValue<Name> | null
    : FieldValue<Name>;
};

export interface Recipe {
  readonly values: RecipeValues;
  /** Other values for single networks, by their names. */
  readonly exceptions: Readonly<Record<string, Partial<RecipeValues>>>;
}

type DefaultedName = {
  [Name in NamesOf<'recipe'>]: Fields[Name] extends { readonly default: unknown } ? Name : never;
}[NamesOf<'recipe'>];

const isDefaulted = (name: NamesOf<'recipe'>): name is DefaultedName => 'default' in fields[name];

const defaults = Object.fromEntries(
  namesOf('recipe')
    .filter(isDefaulted)
    .map((name) => [name, fields[name].default]),
) as { readonly [Name in DefaultedName]: FieldValue<Name> };

/** Stochastic gradient descent as the paper has it, with a tenth of the rate after 1/2 and 3/4 of the run. */
const paperDescent: RecipeValues = {
  ...defaults,
  batch: null,
  epochs: null,
  steps: null,
  learningRate: 0.1,
  schedule: 'step',
  milestones: [0.5, 0.75],
  momentum: 0.9,
  weightDecay: 1e-4,
  augmentation: null,
};

const deepExceptions: Recipe['exceptions'] = {
  resnet110: { warmup: paperWarmup },
  resnet1202: { warmup: paperWarmup },
};

export const recipes: Readonly<Record<RecipeName, Recipe>> = {
  paper: { values: { ...paperDescent, batch: 128 }, exceptions: deepExceptions },
  slides: { values: { ...paperDescent, batch: 256, schedule: 'plateau', weightDecay: 1e-5 }, exceptions: {} },
  'paper-cifar': {
    values: { ...paperDescent, batch: 128, steps: 64_000, milestones: [32_000, 48_000], augmentation: 'standard' },
    exceptions: deepExceptions,
  },
  'paper-imagenet': {
    values: { ...paperDescent, batch: 256, steps: 600_000, schedule: 'plateau', augmentation: 'imagenet' },
    exceptions: {},
  },
  quick: {
    values: {
      ...paperDescent,
      epochs: 30,
      schedule: 'cosine',
      warmup: { until: 'step', place: 0.05 },
      nesterov: true,
      weightDecay: 5e-4,
    },
    exceptions: {},
  },
  'fine-tune': {
    values: {
      ...paperDescent,
      batch: 64,
      epochs: 10,
      learningRate: 0.01,
      schedule: 'cosine',
      warmup: { until: 'step', place: 0.05 },
      labelSmoothing: 0.1,
    },
    exceptions: {},
  },
};

/** What an optimiser starts from where a recipe was made for the other one: PyTorch's defaults for AdamW. */
export const optimizerValues: Readonly<Record<RecipeValues['optimizer'], Partial<RecipeValues>>> = {
  sgd: { learningRate: 0.1, weightDecay: 1e-4, momentum: 0.9 },
  adamw: { learningRate: 1e-3, weightDecay: 1e-2, nesterov: false },
};

/** What a recipe sets for a network. @param variant Name of the network, such as `resnet110`. */
export function recipeValues(name: RecipeName, variant?: string): RecipeValues {
  const { values, exceptions } = recipes[name];
  return { ...values, ...(variant === undefined ? {} : exceptions[variant]) };
}
