import { recipeSchema, type RecipeName, type Warmup } from '../../../shared/contract/training';
import { formatWarmup } from '../../../shared/recipe/text';
import type { FilledValues } from '../../../shared/recipe/values';
import { formatPercent } from '../../text/format';
import { placeWords, warmupWords } from '../../text/recipe-words';
import { words } from '../../text/words.svelte';

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

export const scheduleOptions = () => optionsOf(words.train.schedules);

/** What the learning rate does, once it is warm. */
export function scheduleWords({ schedule, milestones }: FilledValues): string {
  const { again, ...hints } = words.train.scheduleHints;
  const [first = '', ...later] = milestones.map(placeWords);
  const places = later.reduce((before, place) => again({ places: before, place }), first);
  return schedule === 'step' ? hints.step({ places }) : hints[schedule];
}

/** The usual warm-ups, and the one that is chosen. */
export function warmupOptions(chosen: Warmup): ValueOption[] {
  const { none, share, epochs, error } = words.train.warmups;
  const usual = optionsOf({
    none,
    '0.05': share({ share: formatPercent(0.05, 0) }),
    '0.1': share({ share: formatPercent(0.1, 0) }),
    '1epochs': epochs({ epochs: 1 }),
    '5epochs': epochs({ epochs: 5 }),
    paper: error({ error: formatPercent(0.8, 0) }),
  });
  const text = formatWarmup(chosen);
  return usual.some(({ value }) => value === text) ? usual : [...usual, { value: text, label: warmupWords(chosen) }];
}

export const optimizerOptions: readonly ValueOption[] = [
  { value: 'sgd', label: 'SGD' },
  { value: 'adamw', label: 'AdamW' },
];

export const momentumKinds = () => optionsOf(words.train.momentumKinds);

export const decayedOptions = () => optionsOf(words.train.decayedKinds);

export const augmentationOptions = () => optionsOf(words.train.augmentations);

export const precisionOptions = () => optionsOf(words.train.precisions);
