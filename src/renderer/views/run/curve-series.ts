import type { CurveChoices } from '../../../shared/contract/curves';
import type { CurveSeries } from '../../../shared/charts/curves-view';
import { extremes, lastOfSpans, type Point } from '../../../shared/charts/points';
import { plannedRates } from '../../../shared/recipe/learning-rate';
import { perEpoch, placeOf, smoothing } from '../../parts/charts/along';
import { GrowingColumn } from '../../parts/charts/growing-column';
import type { Range } from '../../parts/charts/range';
import type { RunMoment } from '../../state/live-run.svelte';
import type { StepColumn, StepSeries } from '../../state/step-series';
import { formatPercent } from '../../text/format';
import { formatLoss, formatRate } from '../../text/run-words';
import { words } from '../../text/words.svelte';
import type { CheckpointFlag } from '../new-run/checkpoint-flags';

export type Quantity = CurveChoices['quantity'];

/** How the curves are looked at. */
export interface CurveFrame {
  /** The part of the axis that is shown; null for the whole. */
  readonly range: Range | null;
  /** Columns of pixels, each of which shows its lowest and its highest point. */
  readonly columns: number;
  readonly colours: { readonly training: string; readonly validation: string; readonly planned: string };
  readonly flags: readonly CheckpointFlag[];
}

/** What a step tells of a quantity; null where only an evaluation tells it. */
export const columnOf = { error: 'error', top5: null, loss: 'loss', rate: 'learningRate' } as const;
/** What an evaluation tells of it; null where it tells nothing. */
export const evaluatedOf = { error: 'top1Error', top5: 'top5Error', loss: 'loss', rate: null } as const;

/** The first index whose value is not below. @param values Rising. */
export function firstFrom(values: Float64Array, least: number): number {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

const known = new WeakMap<StepSeries, Map<string, { readonly how: string; readonly column: GrowingColumn }>>();

/** What is computed of a column of steps, of each step once, while it is computed the same way. */
function computed(steps: StepSeries, name: StepColumn, way: string, next: () => (value: number) => number) {
  const columns = known.get(steps) ?? new Map<string, { how: string; column: GrowingColumn }>();
  known.set(steps, columns);
  // Where steps were left out, all rows are others.
  const how = `${way} ${steps.stride}`;
  const held = columns.get(name);
  const found = held?.how === how ? held : { how, column: new GrowingColumn(next()) };
  columns.set(name, found);
  return found.column.of(steps.column(name));
}

/** Raw and smooth, thinned to what can be seen; a row beside the range on each side, so that lines go on. */
function trainingPoints(moment: RunMoment, choices: CurveChoices, range: Range, columns: number) {
  const { quantity, axis } = choices;
  const column = columnOf[quantity];
  if (column === null) return { raw: [], smooth: [] };
  const epoch = perEpoch(moment);
  const x =
    axis === 'epoch'
      ? computed(moment.steps, 'step', `${epoch}`, () => (step) => step / epoch)
      : moment.steps.column(axis);
  const [from, to] = [Math.max(0, firstFrom(x, range.low) - 1), firstFrom(x, range.high) + 1];
  // A power of two stays the same while a run grows.
  const span = 2 ** Math.floor(Math.log2((range.high - range.low) / Math.max(100, columns)));
  const values = moment.steps.column(column);
  // A learning rate has no noise to be smoothed away.
  const over = quantity === 'rate' ? 1 : choices.smoothing / moment.steps.stride;
  const seen = x.subarray(from, to);
  const smooth = () => computed(moment.steps, column, `${over}`, () => smoothing(over));
  return {
    raw: extremes(seen, values.subarray(from, to), span),
    smooth: over > 1 ? lastOfSpans(seen, smooth().subarray(from, to), span) : [],
  };
}

/** An error in percent, a loss or a learning rate, as the reader of a curve wants it. */
function shortValue(quantity: Quantity, value: number): string {
  if (quantity === 'rate') return formatRate(value);
  return quantity === 'loss' ? formatLoss(value) : formatPercent(value);
}

/** What stands at the end of a line: the value where it leaves the part that is shown. */
function endLabel(
  quantity: Quantity,
  text: (values: { value: string }) => string,
  points: readonly Point[],
  { high }: Range,
): string | null {
  const last = points.filter(({ x }) => x <= high).at(-1);
  return last ? text({ value: shortValue(quantity, last.y) }) : null;
}

/** The learning rate that was planned, which along the time is known of no step that is still to come. */
function plannedSeries(moment: RunMoment, { axis }: CurveChoices, { colours }: CurveFrame): CurveSeries[] {
  if (axis === 'time') return [];
  const plan = { ...moment.config.training, stepsPerEpoch: perEpoch(moment) };
  return [
    {
      name: words.curves.plannedRate,
      points: plannedRates(plan).map(({ x, y }) => ({ x: placeOf(moment, axis, { step: x, time: 0 }), y })),
      style: { colour: colours.planned, dash: [5, 4], marker: 'square' },
      weight: 'line',
      faded: false,
      label: null,
    },
  ];
}

function validationSeries(
  moment: RunMoment,
  { quantity, axis }: CurveChoices,
  range: Range,
  { colours }: CurveFrame,
): CurveSeries[] {
  const key = evaluatedOf[quantity];
  if (quantity === 'rate' || key === null) return [];
  const points = moment.validations.map((each) => ({ x: placeOf(moment, axis, each), y: each[key] }));
  return [
    {
      name: words.curves.lines[quantity].validation,
      points,
      faded: false,
      weight: 'marked' as const,
      style: { colour: colours.validation, dash: [], marker: 'diamond' },
      label: endLabel(quantity, words.watch.curves.validation, points, range),
    },
  ];
}

function trainingSeries(moment: RunMoment, choices: CurveChoices, range: Range, frame: CurveFrame): CurveSeries[] {
  const { quantity } = choices;
  if (quantity === 'top5') return [];
  const { raw, smooth } = trainingPoints(moment, choices, range, frame.columns);
  const training = { style: { colour: frame.colours.training, dash: [], marker: 'circle' as const }, faded: false };
  if (quantity === 'rate') {
    const label = endLabel(quantity, words.watch.curves.rate, raw, range);
    return [{ ...training, name: words.curves.followedRate, points: raw, weight: 'line', label }];
  }
  const names = words.curves.lines[quantity];
  const label = (points: readonly Point[]) => endLabel(quantity, words.watch.curves.train, points, range);
  if (smooth.length === 0) {
    return [{ ...training, name: names.each, points: raw, weight: 'thin', label: label(raw) }];
  }
  return [
    { ...training, name: names.each, points: raw, weight: 'faint', label: null },
    { ...training, name: names.smoothed, points: smooth, weight: 'line', label: label(smooth) },
  ];
}

/** The lines of a run at a moment: what was planned, what each step told, and what the evaluations told. */
export function seriesOf(moment: RunMoment, choices: CurveChoices, range: Range, frame: CurveFrame): CurveSeries[] {
  return [
    ...(choices.quantity === 'rate' ? plannedSeries(moment, choices, frame) : []),
    ...trainingSeries(moment, choices, range, frame),
    ...validationSeries(moment, choices, range, frame),
  ];
}
