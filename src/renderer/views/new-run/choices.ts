import type { Manifest } from '../../../shared/contract/dataset';
import type { RunConfig, RunRequest } from '../../../shared/contract/run';
import type { Settings } from '../../../shared/contract/settings';
import {
  changeNames,
  recipeSchema,
  runChoiceNames,
  type ChangeName,
  type FormName,
  type RecipeName,
  type RunChoiceName,
} from '../../../shared/contract/training';
import { fields, namesOf, type FieldName, type FieldValue, type NamesOf } from '../../../shared/recipe/fields';
import { trainingData } from '../../../shared/recipe/recipe';
import type { Given } from '../../../shared/recipe/rules';
import { recipeValues } from '../../../shared/recipe/table';
import type { VariantOptions } from '../../../shared/network/variants';
import {
  type Adapted,
  combine,
  type Filled,
  fillIn,
  hasEffect,
  type FilledValues,
} from '../../../shared/recipe/values';
import { hasOwnDepth, networkChoice, type NetworkChoice, variantName, variantOf } from './network-choices';

type LastChoices = Settings['lastChoices'];

type Changes = { [Name in ChangeName]?: FieldValue<Name> | null };

type NetworkName = NamesOf<'network'>;
const networkNames = namesOf('network');
const isOfNetwork = (name: FieldName): name is NetworkName => networkNames.some((own) => own === name);

/** What can be chosen of a network beside its name; null where the network has no use for it. */
type NetworkValues = { readonly [Name in NetworkName]: FieldValue<Name> | null };

/** What holds whatever the recipe; a number is null while what was typed is none within its limits. */
type RunChoices = {
  [Name in RunChoiceName]: FieldValue<Name> extends number ? FieldValue<Name> | null : FieldValue<Name>;
};

/** What the form of a new run holds; null where what was typed is no number within its limits. */
export interface Choices extends NetworkChoice, RunChoices {
  dataset: string;
  recipe: RecipeName;
  /** What was chosen otherwise than the recipe or the network has it. */
  changes: Changes;
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

/**
 * The settings of another run. What differs from its recipe is marked as changed; a run of steps becomes one of as many
 * epochs.
 */
export function copiedChoices(config: RunConfig, datasets: readonly Manifest[]): Choices {
  const { training, dataset: origin } = config;
  const { variant } = training;
  const changes = Object.fromEntries(changeNames.map((name) => [name, training[name]])) as Changes;
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
  };
  forget(choices, ...changeNames.filter((name) => !deviates(choices, dataset, name)));
  return choices;
}

/** Chooses the network of another run. */
export function takeNetwork(choices: Choices, { variant, ...training }: RunConfig['training']): void {
  Object.assign(choices, networkChoice(variant));
  forget(choices, ...networkNames);
  const own = networkNames.flatMap((name) => (training[name] === undefined ? [] : [[name, training[name]] as const]));
  choices.changes = { ...choices.changes, ...Object.fromEntries(own) };
}

/** Whether a value has an effect with the network, the optimiser and the schedule that are chosen. */
export function isUsed(choices: Choices, name: FormName): boolean {
  const base = recipeValues(choices.recipe);
  const { optimizer, schedule } = choices.changes;
  const chosen = { optimizer: optimizer ?? base.optimizer, schedule: schedule ?? base.schedule };
  const variant = variantOf(choices);
  if (name === 'shortcut' || name === 'zeroInitialization') return variant?.shortcut !== null;
  if (name === 'bottleneckStride') return variant?.bottleneckStride !== null;
  return hasEffect(name, chosen);
}

/** Whether what was typed is no such value; a warm-up may be null. */
const isMissing = (name: ChangeName, value: unknown): boolean =>
  value === null && !fields[name].schema.safeParse(null).success;

/** The changes that are within their limits and have an effect with what is chosen. */
function kept(choices: Choices, of: (name: ChangeName) => boolean): Partial<Record<ChangeName, unknown>> {
  const { changes } = choices;
  const names = changeNames.filter((name) => of(name) && changes[name] !== undefined && isUsed(choices, name));
  return Object.fromEntries(names.flatMap((name) => (isMissing(name, changes[name]) ? [] : [[name, changes[name]]])));
}

/** What was chosen otherwise than the recipe has it. */
export function given(choices: Choices, without?: ChangeName): Given {
  return kept(choices, (name) => !isOfNetwork(name) && name !== without) as Given;
}

/** What was chosen of the network beside its name. */
export function givenOfNetwork(choices: Choices, without?: ChangeName): VariantOptions {
  return kept(choices, (name) => isOfNetwork(name) && name !== without) as VariantOptions;
}

function fillRecipe(choices: Choices, dataset: Manifest | undefined, without?: ChangeName): Filled {
  const base = recipeValues(choices.recipe, variantName(choices));
  const trainCount = dataset ? trainingData(dataset).trainCount : 0;
  const chosen = given(choices, without);
  return fillIn(combine(base, chosen), trainCount, chosen);
}

function fill(choices: Choices, dataset: Manifest | undefined, without?: ChangeName): FilledValues & NetworkValues {
  const { shortcut = null, bottleneckStride = null } = variantOf(choices, givenOfNetwork(choices, without)) ?? {};
  return { ...fillRecipe(choices, dataset, without).filled, shortcut, bottleneckStride };
}

/** Where the dataset or the length sets a value in the place of the recipe's: what the recipe has, and why. */
export function adapted(choices: Choices, dataset: Manifest | undefined, name: FormName): Adapted | undefined {
  const found: { readonly [Name in FormName]?: Adapted } = fillRecipe(choices, dataset).adapted;
  return dataset && found[name];
}

/** Every value that the run would have. */
export function valuesOf(choices: Choices, dataset: Manifest | undefined): FilledValues & NetworkValues {
  return fill(choices, dataset);
}

/** What a value is until it is chosen otherwise. */
export function defaultValue<Name extends ChangeName>(
  choices: Choices,
  dataset: Manifest | undefined,
  name: Name,
): (FilledValues & NetworkValues)[Name] {
  return fill(choices, dataset, name)[name];
}

/** Whether a value was chosen otherwise than the recipe or the network has it. */
export function deviates(choices: Choices, dataset: Manifest | undefined, name: ChangeName): boolean {
  const value = choices.changes[name];
  if (isOfNetwork(name) && !isUsed(choices, name)) return false;
  return value !== undefined && JSON.stringify(value) !== JSON.stringify(defaultValue(choices, dataset, name));
}

/** Chooses a value otherwise than the recipe has it; null while what was typed is no number within its limits. */
export function choose<Name extends ChangeName>(choices: Choices, name: Name, value: FieldValue<Name> | null): void {
  choices.changes = { ...choices.changes, [name]: value };
}

/** Goes back to what the recipe has. */
export function forget(choices: Choices, ...names: readonly ChangeName[]): void {
  const kept = Object.entries(choices.changes).filter(([name]) => !names.some((gone) => gone === name));
  choices.changes = Object.fromEntries(kept) as Changes;
}

/** What was chosen otherwise than the recipe or the network has it. */
export function deviations(choices: Choices, dataset: Manifest | undefined): ChangeName[] {
  return (Object.keys(choices.changes) as ChangeName[]).filter((name) => deviates(choices, dataset, name));
}

/** What was chosen otherwise than the recipe has it. */
export function changesOfRecipe(choices: Choices, dataset: Manifest | undefined): ChangeName[] {
  return deviations(choices, dataset).filter((name) => !isOfNetwork(name));
}

/** What holds whatever the recipe, as far as it has an effect; the usual where a number is missing. */
export function runValues(choices: Choices): { readonly [Name in RunChoiceName]: FieldValue<Name> } {
  const chosen = runChoiceNames.map((name) => {
    return [name, (isUsed(choices, name) ? choices[name] : null) ?? fields[name].default];
  });
  return Object.fromEntries(chosen) as { readonly [Name in RunChoiceName]: FieldValue<Name> };
}

/** The choices as a request; null where a number is missing. */
export function requestOf(choices: Choices): RunRequest | null {
  const { dataset, recipe, changes } = choices;
  if (runChoiceNames.some((name) => choices[name] === null)) return null;
  if (changeNames.some((name) => isMissing(name, changes[name]) && isUsed(choices, name))) return null;
  if (hasOwnDepth(choices.network) && choices.depth === null) return null;
  const own = { ...runValues(choices), ...givenOfNetwork(choices), ...given(choices) };
  return { dataset, variant: variantName(choices), recipe, ...own };
}

/** The choices as the settings keep them for the next form. */
export function remembered(choices: Choices): LastChoices {
  const { dataset, recipe } = choices;
  return {
    dataset,
    variant: variantName(choices),
    recipe,
    ...runValues(choices),
    changes: { ...givenOfNetwork(choices), ...given(choices) },
  };
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

/** Whether a recipe, the dataset or the network sets the value, and it can be gone back to that. */
export function isChange(name: FormName): name is ChangeName {
  return !isRunChoice(name);
}

function isRunChoice(name: FormName): name is RunChoiceName {
  return runChoiceNames.some((each) => each === name);
}
