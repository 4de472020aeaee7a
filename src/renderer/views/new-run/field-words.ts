import type { Manifest } from '../../../shared/contract/dataset';
import { recipeSchema, type FormName, type RecipeName } from '../../../shared/contract/training';
import { fieldOf, type FieldValue } from '../../../shared/recipe/fields';
import { expected, readField } from '../../../shared/recipe/refusal';
import type { FilledValues } from '../../../shared/recipe/values';
import { placeWords, warmupWords } from '../../text/recipe-words';
import { said, words } from '../../text/words.svelte';

export interface ValueOption<Value extends string = string> {
  readonly value: Value;
  readonly label: string;
}

/** An option for each label, in their order. */
function optionsOf<Value extends string>(labels: Readonly<Record<Value, string>>): ValueOption<Value>[] {
  return (Object.entries<string>(labels) as [Value, string][]).map(([value, label]) => ({ value, label }));
}

export const recipeOptions = (): ValueOption<RecipeName>[] =>
  recipeSchema.options.map((name) => ({ value: name, label: words.train.recipes[name].title }));

/** What a value is called in the form. */
export function labelOf(name: FormName): string {
  const labels: Readonly<Record<FormName, string>> = words.train;
  return labels[name];
}

/** What `words.train` has of a value beside its label, under the name of the value and this ending. */
function besides(name: FormName, ending: string): unknown {
  const texts: Readonly<Record<string, unknown>> = words.train;
  return texts[`${name}${ending}`];
}

const textOf = (found: unknown): string | undefined => (typeof found === 'string' ? found : undefined);

/** What stands behind the control. */
export const unitOf = (name: FormName): string | undefined => textOf(besides(name, 'Unit'));

/** What a value may be, where what was typed is none. */
export const errorOf = (name: FormName): string => words.train.mustBe({ expected: said(expected(fieldOf(name))) });

/** What is said for values with a notation of their own, from what is written. */
const written: { readonly [Name in FormName]?: (text: string) => string } = {
  warmup: (text) => warmupWords(readField('warmup', text) ?? null),
};

/** What can be chosen for a value, with what is chosen among it; the value as it is written. */
export function optionsFor(name: FormName, chosen: string): ValueOption[] {
  const field = fieldOf(name);
  if (field.kind !== 'written') return optionsOf((besides(name, 'Options') ?? {}) as Record<string, string>);
  const suggested = field.suggestions ?? [];
  const values = suggested.includes(chosen) ? suggested : [...suggested, chosen];
  return values.map((value) => ({ value, label: written[name]?.(value) ?? value }));
}

/** What the learning rate does, once it is warm. */
function scheduleWords({ schedule, milestones }: FilledValues): string {
  const { again, ...hints } = words.train.scheduleHints;
  const [first = '', ...later] = milestones.map(placeWords);
  const places = later.reduce((before, place) => again({ places: before, place }), first);
  return schedule === 'step' ? hints.step({ places }) : hints[schedule];
}

/** What the form knows that a hint may speak of. */
export interface HintContext {
  readonly values: FilledValues & { readonly precision: FieldValue<'precision'> };
  readonly dataset: Manifest | undefined;
  /** Whether the value has an effect with what else is chosen. */
  readonly isUsed: boolean;
}

/** Hints that depend on what is chosen. */
const hints: { readonly [Name in FormName]?: (context: HintContext) => string | undefined } = {
  schedule: ({ values }) => scheduleWords(values),
  augmentation: ({ values, dataset }) =>
    words.augmentation[dataset?.mirrorKeepsClass ? 'inOneLineMirrored' : 'inOneLine'][values.augmentation],
  precision: ({ values }) => words.train.precisionHints[values.precision],
};

/** One line of help for a value; why it is idle where it has no effect. */
export function hintOf(name: FormName, context: HintContext): string | undefined {
  if (!context.isUsed) return textOf(besides(name, 'Idle'));
  const own = hints[name];
  return own ? own(context) : textOf(besides(name, 'Hint'));
}
