import type { Manifest } from '../../../shared/contract/dataset';
import type { RunConfig, RunRequest } from '../../../shared/contract/run';
import type { Settings } from '../../../shared/contract/settings';
import { recipeSchema, type RecipeName, type Training } from '../../../shared/contract/training';
import { trainingData } from '../../../shared/recipe/recipe';
import type { Given } from '../../../shared/recipe/rules';
import { recipeValues } from '../../../shared/recipe/table';
import { combine, fillIn, type FilledValues } from '../../../shared/recipe/values';
import { hasOwnDepth, networkChoice, type NetworkChoice, variantName } from './network-choices';

type LastChoices = Settings['lastChoices'];

/** What can be chosen otherwise than the recipe has it: the length in epochs, and milestones not at all. */
export type ValueName = Exclude<keyof FilledValues, 'steps' | 'milestones'>;

/** Those of them that are numbers. */
export type NumberName = { [Name in ValueName]: FilledValues[Name] extends number ? Name : never }[ValueName];

type Changes = { [Name in ValueName]?: FilledValues[Name] | null };

/** What the form of a new run holds; null where what was typed is no number within its limits. */
export interface Choices extends NetworkChoice {
  dataset: string;
  recipe: RecipeName;
  /** What was chosen otherwise than the recipe has it. */
  changes: Changes;
  precision: Training['precision'];
  seed: number | null;
  /** What the form does not show, of a run whose settings were copied: it goes along while the network stays. */
  copied?: CopiedSettings;
}

/**
 * The recipe for small data, with what was chosen last in its place.
 * @param wanted Id of the dataset that the form was opened for.
 */
export function initialChoices(last: LastChoices, datasets: readonly Manifest[], wanted: string | undefined): Choices {
  const known = (id: string | undefined) => datasets.find((dataset) => dataset.id === id);
  const dataset = known(wanted) ?? known(last.dataset) ?? datasets[0];
  return {
    ...networkChoice(last.variant ?? 'resnet20'),
    dataset: dataset?.id ?? '',
    recipe: last.recipe ?? recipeSchema.enum.quick,
    changes: { ...last.changes },
    precision: last.precision ?? 'float32',
    seed: last.seed ?? 1,
  };
}

/** What of a training is chosen apart from the recipe's values, or cannot be chosen. */
const notChanges: readonly string[] = [
  ...['variant', 'shortcut', 'bottleneckStride', 'zeroInitialization', 'shuffle', 'milestones', 'precision', 'seed'],
  'steps',
];

/** What goes along with a copy and cannot be chosen in the form. */
type CopiedSettings = Pick<
  RunRequest,
  'shortcut' | 'bottleneckStride' | 'zeroInitialization' | 'shuffle' | 'milestones'
> & { readonly variant: string };

/**
 * The settings of another run. What differs from its recipe is marked as changed; a run of steps becomes one of as many
 * epochs.
 */
export function copiedChoices(config: RunConfig, datasets: readonly Manifest[]): Choices {
  const { training, dataset: origin } = config;
  const { variant, shortcut, bottleneckStride, zeroInitialization, shuffle, milestones, precision, seed } = training;
  const values = Object.entries(training).filter(([name]) => !notChanges.includes(name));
  const changes = Object.fromEntries(values) as Changes;
  const dataset =
    datasets.find(({ id }) => id === origin.id) ??
    datasets.find(({ contentHash }) => contentHash === origin.contentHash) ??
    datasets[0];
  const recipe = recipeSchema.safeParse(config.recipe?.name).data ?? recipeSchema.enum.paper;
  const choices: Choices = {
    ...networkChoice(variant),
    dataset: dataset?.id ?? '',
    recipe,
    changes,
    precision,
    seed,
    copied: {
      variant,
      zeroInitialization,
      shuffle,
      ...(shortcut === undefined ? {} : { shortcut }),
      ...(bottleneckStride === undefined ? {} : { bottleneckStride }),
      ...(training.schedule === 'step' && config.recipe?.deviations['milestones'] ? { milestones } : {}),
    },
  };
  const usual = (Object.keys(changes) as ValueName[]).filter((name) => !deviates(choices, dataset, name));
  forget(choices, ...usual);
  return choices;
}

/** What was copied and still means something for what is chosen now. */
export function copiedSettings(choices: Choices): Partial<RunRequest> {
  if (!choices.copied) return {};
  const { variant, shortcut, bottleneckStride, milestones, ...rest } = choices.copied;
  const schedule = choices.changes.schedule ?? recipeValues(choices.recipe).schedule;
  return {
    ...rest,
    ...(variant === variantName(choices)
      ? { ...(shortcut && { shortcut }), ...(bottleneckStride && { bottleneckStride }) }
      : {}),
    ...(milestones && schedule === 'step' ? { milestones } : {}),
  };
}

/** Whether what was typed is no number. A warm-up may be none. */
const isMissing = (name: string, value: unknown): boolean => value === null && name !== 'warmup';

/** The changes that are numbers within their limits and mean something for the optimiser. */
export function given({ recipe, changes }: Choices, without?: ValueName): Given {
  const adamw = (changes.optimizer ?? recipeValues(recipe).optimizer) === 'adamw';
  const kept = Object.entries(changes).filter(
    ([name, value]) =>
      !isMissing(name, value) && name !== without && !(adamw && (name === 'momentum' || name === 'nesterov')),
  );
  return Object.fromEntries(kept) as Given;
}

function fill(choices: Choices, dataset: Manifest | undefined, without?: ValueName): FilledValues {
  const base = recipeValues(choices.recipe, variantName(choices));
  const trainCount = dataset ? trainingData(dataset).trainCount : 0;
  return fillIn(combine(base, given(choices, without)), trainCount).filled;
}

/** Every value that the run would have. */
export function valuesOf(choices: Choices, dataset: Manifest | undefined): FilledValues {
  return fill(choices, dataset);
}

/** What a value is while nobody chooses it otherwise. */
export function usualValue<Name extends ValueName>(
  choices: Choices,
  dataset: Manifest | undefined,
  name: Name,
): FilledValues[Name] {
  return fill(choices, dataset, name)[name];
}

/** Whether a value was chosen otherwise than the recipe has it. */
export function deviates(choices: Choices, dataset: Manifest | undefined, name: ValueName): boolean {
  const value = choices.changes[name];
  return value !== undefined && JSON.stringify(value) !== JSON.stringify(usualValue(choices, dataset, name));
}

/** Chooses a value otherwise than the recipe has it; null while what was typed is no number within its limits. */
export function choose<Name extends ValueName>(choices: Choices, name: Name, value: FilledValues[Name] | null): void {
  choices.changes = { ...choices.changes, [name]: value };
}

/** Goes back to what the recipe has. */
export function forget(choices: Choices, ...names: readonly ValueName[]): void {
  const kept = Object.entries(choices.changes).filter(([name]) => !names.some((gone) => gone === name));
  choices.changes = Object.fromEntries(kept) as Changes;
}

/** What was chosen otherwise than the recipe has it. */
export function deviations(choices: Choices, dataset: Manifest | undefined): ValueName[] {
  return (Object.keys(choices.changes) as ValueName[]).filter((name) => deviates(choices, dataset, name));
}

/** The choices as a request; null where a number is missing. */
export function requestOf(choices: Choices): RunRequest | null {
  const { dataset, recipe, precision, seed, changes } = choices;
  if (seed === null || Object.entries(changes).some(([name, value]) => isMissing(name, value))) return null;
  if (hasOwnDepth(choices.network) && choices.depth === null) return null;
  return {
    dataset,
    variant: variantName(choices),
    recipe,
    precision,
    seed,
    ...copiedSettings(choices),
    ...given(choices),
  };
}

/** The choices as the settings keep them for the next form. */
export function remembered(choices: Choices): LastChoices {
  const { dataset, recipe, precision, seed } = choices;
  return { dataset, variant: variantName(choices), recipe, precision, seed: seed ?? 1, changes: given(choices) };
}
