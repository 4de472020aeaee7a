import type { Manifest } from '../../../shared/contract/dataset';
import type { RunConfig, RunRequest } from '../../../shared/contract/run';
import type { Settings } from '../../../shared/contract/settings';
import {
  changeNames,
  formNames,
  recipeSchema,
  runChoiceNames,
  type ChangeName,
  type FormName,
  type RecipeName,
  type RunChoiceName,
} from '../../../shared/contract/training';
import { fieldNames, fields, isFieldName, type FieldName, type FieldValue } from '../../../shared/recipe/fields';
import { trainingData } from '../../../shared/recipe/recipe';
import type { Given } from '../../../shared/recipe/rules';
import { recipeValues } from '../../../shared/recipe/table';
import { combine, fillIn, hasEffect, type FilledValues } from '../../../shared/recipe/values';
import { hasOwnDepth, networkChoice, type NetworkChoice, variantName } from './network-choices';

type LastChoices = Settings['lastChoices'];

type Changes = { [Name in ChangeName]?: FilledValues[Name] | null };

/** What holds whatever the recipe; a number is null while what was typed is none within its limits. */
type RunChoices = {
  [Name in RunChoiceName]: FieldValue<Name> extends number ? FieldValue<Name> | null : FieldValue<Name>;
};

/** What the form of a new run holds; null where what was typed is no number within its limits. */
export interface Choices extends NetworkChoice, RunChoices {
  dataset: string;
  recipe: RecipeName;
  /** What was chosen otherwise than the recipe has it. */
  changes: Changes;
  /** What the form does not show, of a run whose settings were copied: it goes along while the network stays. */
  copied?: CopiedSettings;
}

/** Those of a run or of the last form, each as its row has it where they lack it. */
function runChoices(from: { readonly [Name in RunChoiceName]?: FieldValue<Name> | undefined }): RunChoices {
  const chosen = runChoiceNames.map((name) => [name, from[name] ?? fields[name].default]);
  return Object.fromEntries(chosen) as RunChoices;
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
    ...runChoices(last),
  };
}

/** The values that the form does not show; a run of steps becomes one of epochs. */
type HiddenName = Exclude<FieldName, FormName | 'steps'>;
const hiddenNames = fieldNames.filter(
  (name): name is HiddenName => name !== 'steps' && !formNames.some((shown) => shown === name),
);

/** What goes along with a copy and cannot be chosen in the form. */
type CopiedSettings = { readonly [Name in HiddenName]?: FieldValue<Name> } & { readonly variant: string };

/**
 * The settings of another run. What differs from its recipe is marked as changed; a run of steps becomes one of as many
 * epochs.
 */
export function copiedChoices(config: RunConfig, datasets: readonly Manifest[]): Choices {
  const { training, dataset: origin } = config;
  const { variant } = training;
  const changes = Object.fromEntries(changeNames.map((name) => [name, training[name]])) as Changes;
  const deviations = config.recipe?.deviations ?? {};
  const hidden = hiddenNames.filter((name) => {
    const isOwn = fields[name].scope !== 'recipe' || Object.hasOwn(deviations, name);
    return isOwn && training[name] !== undefined && hasEffect(name, training);
  });
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
    ...runChoices(training),
    copied: { variant, ...Object.fromEntries(hidden.map((name) => [name, training[name]])) },
  };
  forget(choices, ...changeNames.filter((name) => !deviates(choices, dataset, name)));
  return choices;
}

/** What was copied and still means something for what is chosen now. */
export function copiedSettings(choices: Choices): Partial<RunRequest> {
  if (!choices.copied) return {};
  const { variant, ...copied } = choices.copied;
  const values = { ...recipeValues(choices.recipe), ...given(choices) };
  const sameNetwork = variant === variantName(choices);
  const kept = Object.entries(copied).filter(
    ([name]) => isFieldName(name) && (sameNetwork || fields[name].scope !== 'network') && hasEffect(name, values),
  );
  return Object.fromEntries(kept);
}

/** Whether what was typed is no such value; a warm-up may be null. */
const isMissing = (name: ChangeName, value: unknown): boolean =>
  value === null && !fields[name].schema.safeParse(null).success;

/** The changes that are within their limits and have an effect with what is chosen. */
export function given({ recipe, changes }: Choices, without?: ChangeName): Given {
  const base = recipeValues(recipe);
  const chosen = { optimizer: changes.optimizer ?? base.optimizer, schedule: changes.schedule ?? base.schedule };
  const kept = changeNames.filter(
    (name) =>
      changes[name] !== undefined && !isMissing(name, changes[name]) && name !== without && hasEffect(name, chosen),
  );
  return Object.fromEntries(kept.map((name) => [name, changes[name]])) as Given;
}

function fill(choices: Choices, dataset: Manifest | undefined, without?: ChangeName): FilledValues {
  const base = recipeValues(choices.recipe, variantName(choices));
  const trainCount = dataset ? trainingData(dataset).trainCount : 0;
  return fillIn(combine(base, given(choices, without)), trainCount).filled;
}

/** Every value that the run would have. */
export function valuesOf(choices: Choices, dataset: Manifest | undefined): FilledValues {
  return fill(choices, dataset);
}

/** What a value is until it is chosen otherwise. */
export function defaultValue<Name extends ChangeName>(
  choices: Choices,
  dataset: Manifest | undefined,
  name: Name,
): FilledValues[Name] {
  return fill(choices, dataset, name)[name];
}

/** Whether a value was chosen otherwise than the recipe has it. */
export function deviates(choices: Choices, dataset: Manifest | undefined, name: ChangeName): boolean {
  const value = choices.changes[name];
  return value !== undefined && JSON.stringify(value) !== JSON.stringify(defaultValue(choices, dataset, name));
}

/** Chooses a value otherwise than the recipe has it; null while what was typed is no number within its limits. */
export function choose<Name extends ChangeName>(choices: Choices, name: Name, value: FilledValues[Name] | null): void {
  choices.changes = { ...choices.changes, [name]: value };
}

/** Goes back to what the recipe has. */
export function forget(choices: Choices, ...names: readonly ChangeName[]): void {
  const kept = Object.entries(choices.changes).filter(([name]) => !names.some((gone) => gone === name));
  choices.changes = Object.fromEntries(kept) as Changes;
}

/** What was chosen otherwise than the recipe has it. */
export function deviations(choices: Choices, dataset: Manifest | undefined): ChangeName[] {
  return (Object.keys(choices.changes) as ChangeName[]).filter((name) => deviates(choices, dataset, name));
}

/** What holds whatever the recipe; null where a number is missing. */
function wholeRunChoices(choices: Choices): { readonly [Name in RunChoiceName]: FieldValue<Name> } | null {
  const chosen = runChoiceNames.map((name) => [name, choices[name]] as const);
  if (chosen.some(([, value]) => value === null)) return null;
  return Object.fromEntries(chosen) as { readonly [Name in RunChoiceName]: FieldValue<Name> };
}

/** The choices as a request; null where a number is missing. */
export function requestOf(choices: Choices): RunRequest | null {
  const { dataset, recipe, changes } = choices;
  const chosen = wholeRunChoices(choices);
  if (chosen === null || changeNames.some((name) => isMissing(name, changes[name]))) return null;
  if (hasOwnDepth(choices.network) && choices.depth === null) return null;
  return { dataset, variant: variantName(choices), recipe, ...chosen, ...copiedSettings(choices), ...given(choices) };
}

/** The choices as the settings keep them for the next form. */
export function remembered(choices: Choices): LastChoices {
  const { dataset, recipe } = choices;
  const chosen = Object.fromEntries(runChoiceNames.map((name) => [name, choices[name] ?? fields[name].default]));
  return { dataset, variant: variantName(choices), recipe, ...chosen, changes: given(choices) };
}

/** What the control of a value shows; null where what was typed is no number within its limits. */
export function shownValue<Name extends FormName>(
  choices: Choices,
  dataset: Manifest | undefined,
  name: Name,
): FieldValue<Name> | null {
  const value = isRunChoice(name)
    ? choices[name]
    : isChange(name) && isMissing(name, choices.changes[name])
      ? null
      : isChange(name) && valuesOf(choices, dataset)[name];
  return value as FieldValue<Name> | null;
}

/** Takes what was chosen in the control of a value. */
export function chooseShown<Name extends FormName>(choices: Choices, name: Name, value: FieldValue<Name> | null): void {
  if (isRunChoice(name)) Object.assign(choices, { [name]: value });
  else choices.changes = { ...choices.changes, [name]: value };
}

/** Whether a recipe or the dataset sets the value, and it can be gone back to that. */
export function isChange(name: FormName): name is ChangeName {
  return !isRunChoice(name);
}

function isRunChoice(name: FormName): name is RunChoiceName {
  return runChoiceNames.some((each) => each === name);
}
