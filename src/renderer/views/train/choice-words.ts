import { recipeSchema, type RecipeName, type Warmup } from '../../../shared/contract/training';
import { formatWarmup } from '../../../shared/recipe-text';
import { recipes } from '../../../shared/recipe-table';
import type { FilledValues } from '../../../shared/recipe-values';
import { formatCount } from '../../text/format';

export interface ValueOption<Value extends string = string> {
  readonly value: Value;
  readonly label: string;
}

export const recipeOptions: readonly ValueOption<RecipeName>[] = recipeSchema.options.map((name) => ({
  value: name,
  label: recipes[name].title,
}));

export const scheduleOptions: readonly ValueOption[] = [
  { value: 'step', label: 'Step' },
  { value: 'plateau', label: 'Plateau' },
  { value: 'cosine', label: 'Cosine' },
  { value: 'constant', label: 'Constant' },
];

const fractions: Readonly<Record<number, string>> = { 0.25: '1/4', 0.5: '1/2', 0.75: '3/4' };

function placeWords(place: number): string {
  if (place >= 1) return `step ${formatCount(place)}`;
  return fractions[place] ?? `${Number((100 * place).toPrecision(3))} %`;
}

/** What the learning rate does, once it is warm. */
export function scheduleWords({ schedule, milestones }: FilledValues): string {
  if (schedule === 'plateau') return 'a tenth when validation stalls';
  if (schedule === 'cosine') return 'falls smoothly to 0';
  if (schedule === 'constant') return 'stays as it is';
  return `a tenth after ${milestones.map(placeWords).join(', again after ')}`;
}

const warmupLabels: Readonly<Record<string, string>> = {
  none: 'None',
  '0.05': '5 % of the run',
  '0.1': '10 % of the run',
  '1epochs': '1 epoch',
  '5epochs': '5 epochs',
  paper: 'Until the error is below 80 %',
};

/** The usual warm-ups, and the one that is chosen. */
export function warmupOptions(chosen: Warmup): ValueOption[] {
  const usual = Object.entries(warmupLabels).map(([value, label]) => ({ value, label }));
  const text = formatWarmup(chosen);
  return text in warmupLabels ? usual : [...usual, { value: text, label: text }];
}

export const optimizerOptions: readonly ValueOption[] = [
  { value: 'sgd', label: 'SGD' },
  { value: 'adamw', label: 'AdamW' },
];

export const momentumKinds: readonly ValueOption[] = [
  { value: 'false', label: 'Plain' },
  { value: 'true', label: 'Nesterov' },
];

export const decayedOptions: readonly ValueOption[] = [
  { value: 'false', label: 'Weights' },
  { value: 'true', label: 'Everything' },
];

export const augmentationOptions: readonly ValueOption[] = [
  { value: 'standard', label: 'Standard' },
  { value: 'imagenet', label: 'ImageNet-style' },
  { value: 'none', label: 'None' },
];

export const precisionOptions = [
  { value: 'float32', label: 'float32' },
  { value: 'bfloat16', label: 'bfloat16' },
  { value: 'auto', label: 'Auto' },
] as const;

export const precisionHints = {
  float32: 'as in the paper',
  bfloat16: 'faster where the device computes with it; weights stay float32',
  auto: 'whichever is faster here',
} as const;
