import type { z } from 'zod';
import { findVariant } from '../network/variants';
import type { Network } from '../network/build';
import { type RunConfig, type RunRequest, runRequestSchema } from '../contract/run';
import { trainingBasisSchema, type Training } from '../contract/training';
import { UserError } from '../errors';
import { message } from '../words/message';
import { fieldOf, isFieldName, namesOf } from './fields';
import { checkRecipe, type TrainingData } from './recipe';
import { expected, refusal } from './refusal';
import { checkCombination, checkLength, type Given } from './rules';
import { recipeValues, type RecipeValues } from './table';
import { combine, fillIn, type Filled } from './values';
import { firstIssue } from '../words/outside';

type Request = Omit<z.output<typeof runRequestSchema>, 'name' | 'dataset' | 'checkpoints'>;

export interface ResolvedRecipe {
  readonly network: Network;
  readonly stepsInEpoch: number;
  readonly recipe: NonNullable<RunConfig['recipe']>;
  readonly training: Training;
}

const valueNames = namesOf('recipe', 'length');

/** What was asked for among the values that recipes set. */
function givenOf(request: Request): Given {
  return Object.fromEntries(
    valueNames.flatMap((name) => (request[name] === undefined ? [] : [[name, request[name]]])),
  ) as Given;
}

/**
 * @param values Of the run, null where they follow from the dataset; what they come to stands in `training`.
 * @param adapted What the dataset or the length set in the place of the recipe's values.
 */
function deviationsOf(
  base: RecipeValues,
  values: RecipeValues,
  training: Training,
  adapted: Filled['adapted'],
): NonNullable<RunConfig['recipe']>['deviations'] {
  const chosen = valueNames
    .filter((name) => JSON.stringify(base[name]) !== JSON.stringify(values[name]))
    .map((name) => [name, { recipe: base[name], run: training[name] }] as const);
  const followed = (['batch', 'augmentation'] as const).flatMap((name) => {
    const { [name]: found } = adapted;
    return found ? [[name, { ...found, run: training[name] }] as const] : [];
  });
  return Object.fromEntries([...chosen, ...followed]);
}

/**
 * A request for a run, with its defaults.
 * @throws UserError that names the first value that cannot be so, what it may be and what was given.
 */
export function checkRequest(request: RunRequest): z.output<typeof runRequestSchema> {
  const { data, error } = runRequestSchema.safeParse(request);
  if (data) return data;
  const [issue] = error.issues;
  const [name] = issue?.path ?? [];
  if (typeof name === 'string' && isFieldName(name)) {
    throw refusal(message(`settingNames.${name}`), expected(fieldOf(name)), request[name]);
  }
  throw new UserError(message('training.cannotStart', firstIssue(error)));
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
  const { filled, stepsInEpoch, adapted } = fillIn(values, data.trainCount, given);
  const network = checkRecipe({ ...basis, ...filled }, data);
  const { name: variant, shortcut, bottleneckStride } = network.variant;
  const chosen = { variant, shortcut: shortcut ?? undefined, bottleneckStride: bottleneckStride ?? undefined };
  checkLength(given, filled.steps, stepsInEpoch);
  const training = { ...basis, ...chosen, ...filled };
  const deviations = deviationsOf(base, values, training, adapted);
  return { network, stepsInEpoch, recipe: { name: request.recipe, deviations }, training };
}
