import type { z } from 'zod';
import { findVariant } from './architecture/variants';
import type { Network } from './architecture/build';
import type { RunConfig, runRequestSchema } from './contract/run';
import { lengthSchema, recipeValuesSchema, trainingBasisSchema, type Training } from './contract/training';
import { checkRecipe, stepsPerEpoch, usualAugmentation, usualBatch, usualEpochs, type TrainingData } from './recipe';
import { checkCombination, checkLength, type Given } from './recipe-rules';
import { optimizerValues, recipeValues, type RecipeValues } from './recipe-table';

type Request = Omit<z.output<typeof runRequestSchema>, 'name' | 'dataset'>;

export interface ResolvedRecipe {
  readonly network: Network;
  readonly stepsInEpoch: number;
  readonly recipe: NonNullable<RunConfig['recipe']>;
  readonly training: Training;
}

const valueNames = [...recipeValuesSchema.keyof().options, ...lengthSchema.keyof().options] as const;

/** What was asked for among the values that recipes set. */
function givenOf(request: Request): Given {
  return Object.fromEntries(
    valueNames.flatMap((name) => (request[name] === undefined ? [] : [[name, request[name]]])),
  ) as Given;
}

/** The values of a recipe with what was asked for in their place. */
function combine(base: RecipeValues, given: Given): RecipeValues {
  const changesOptimizer = given.optimizer !== undefined && given.optimizer !== base.optimizer;
  const length = given.epochs !== undefined || given.steps !== undefined ? { epochs: null, steps: null } : {};
  return { ...base, ...(changesOptimizer ? optimizerValues[given.optimizer ?? 'sgd'] : {}), ...length, ...given };
}

/** @param values Of the run, null where they follow from the dataset; what they come to stands in `training`. */
function deviationsOf(
  base: RecipeValues,
  values: RecipeValues,
  training: Training,
): NonNullable<RunConfig['recipe']>['deviations'] {
  return Object.fromEntries(
    valueNames
      .filter((name) => JSON.stringify(base[name]) !== JSON.stringify(values[name]))
      .map((name) => [name, { recipe: base[name], run: training[name] }]),
  );
}

/**
 * What does not depend on the dataset: refuses values that do not go together.
 * @throws UserError that names the value and the way out.
 */
export function checkValues(request: Request): void {
  const given = givenOf(request);
  checkCombination(given, combine(recipeValues(request.recipe, findVariant(request.variant).name), given));
}

/**
 * Everything that a run trains with, from the recipe and from what was asked for beside it.
 * @throws UserError where network, dataset, recipe and values do not fit each other.
 */
export function resolveRecipe(request: Request, data: TrainingData): ResolvedRecipe {
  const basis = trainingBasisSchema.parse(request);
  const base = recipeValues(request.recipe, findVariant(basis.variant).name);
  const given = givenOf(request);
  const values = combine(base, given);
  checkCombination(given, values);
  const batch = values.batch ?? usualBatch(data.trainCount);
  const network = checkRecipe({ ...basis, batch, schedule: values.schedule, patience: values.patience }, data);
  const { name: variant, shortcut, bottleneckStride } = network.variant;
  const chosen = { variant, shortcut: shortcut ?? undefined, bottleneckStride: bottleneckStride ?? undefined };
  const stepsInEpoch = stepsPerEpoch(data.trainCount, batch);
  const epochs = values.epochs ?? (values.steps === null ? usualEpochs(stepsInEpoch) : null);
  const steps = values.steps ?? (epochs ?? 0) * stepsInEpoch;
  checkLength(given, steps, stepsInEpoch);
  const length = { steps, epochs: epochs ?? Math.ceil(steps / stepsInEpoch) };
  const augmentation = values.augmentation ?? usualAugmentation(length.epochs);
  const training = { ...basis, ...chosen, ...values, batch, augmentation, ...length };
  const deviations = deviationsOf(base, values, training);
  return { network, stepsInEpoch, recipe: { name: request.recipe, deviations }, training };
}
