import type { CurveChoices } from '../../../shared/contract/curves';
import type { Point } from '../../../shared/figure/curve-path';
import type { CurveSeries, CurvesView } from '../../../shared/figure/curves';
import { linearScale, logarithmicScale, rangeScale, type Scale } from '../../../shared/figure/scale';
import { type Axis, perEpoch, placeOf, placeWords, smoothed, smoothing } from '../../parts/curves/along';
import { GrowingColumn } from '../../parts/curves/growing-column';
import type { Range } from '../../parts/curves/range';
import { csvOf } from '../../parts/charts/csv';
import { extremes, lastOfSpans } from '../../../shared/figure/points';
import { tableRows } from '../../parts/charts/table';
import type { RunMoment } from '../../state/live-run.svelte';
import { rateDrops } from '../../state/progress';
import type { StepColumn, StepSeries } from '../../state/step-series';
import { formatPercent } from '../../text/format';
import { formatLoss, formatRate } from '../../text/run-words';
import { words } from '../../text/words.svelte';
import type { CheckpointFlag } from './checkpoint-flags';

export type Quantity = CurveChoices['quantity'];

/** How the curves are looked at. */
export interface CurveFrame {
  /** The part of the axis that is shown; null for the whole. */
  readonly range: Range | null;
  /** Columns of pixels, each of which shows its lowest and its highest point. */
  readonly columns: number;
  readonly colours: { readonly training: string; readonly validation: string };
  readonly flags: readonly CheckpointFlag[];
}

/** Validation points are marked one by one, and each step counts for the height, up to so many. */
const few = 60;
/** Above so many steps the first eighth, where everything is high, may run out of the drawing. */
const longRun = 200;

const keyOf = { error: 'top1Error', top5: 'top5Error', loss: 'loss' } as const;

/** The whole of an axis. */
export function wholeOf(moment: RunMoment, axis: Axis): Range {
  const { steps } = moment.config.training;
  const high = axis === 'time' ? moment.seconds : axis === 'epoch' ? steps / perEpoch(moment) : steps;
  return { low: 0, high: high > 0 ? high : 1 };
}

/** The first index whose value is not below. @param values Rising. */
function firstFrom(values: Float64Array, least: number): number {
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
  if (quantity === 'top5') return { raw: [], smooth: [] };
  const epoch = perEpoch(moment);
  const x =
    axis === 'epoch'
      ? computed(moment.steps, 'step', `${epoch}`, () => (step) => step / epoch)
      : moment.steps.column(axis);
  const [from, to] = [Math.max(0, firstFrom(x, range.low) - 1), firstFrom(x, range.high) + 1];
  // A power of two stays the same while a run grows.
  const span = 2 ** Math.floor(Math.log2((range.high - range.low) / Math.max(100, columns)));
  const values = moment.steps.column(quantity);
  const over = choices.smoothing / moment.steps.stride;
  const seen = x.subarray(from, to);
  const smooth = () => computed(moment.steps, quantity, `${over}`, () => smoothing(over));
  return {
    raw: extremes(seen, values.subarray(from, to), span),
    smooth: over > 1 ? lastOfSpans(seen, smooth().subarray(from, to), span) : [],
  };
}

/** An error in percent or a loss, as the reader of a curve wants it. */
export function formatQuantityOf(quantity: Quantity, value: number): string {
  return quantity === 'loss' ? formatLoss(value) : formatPercent(value);
}

function seriesOf(moment: RunMoment, choices: CurveChoices, range: Range, frame: CurveFrame): CurveSeries[] {
  const { quantity, axis } = choices;
  const { raw, smooth } = trainingPoints(moment, choices, range, frame.columns);
  const validation = moment.validations.map((each) => ({ x: placeOf(moment, axis, each), y: each[keyOf[quantity]] }));
  const names = words.curves.lines;
  const label = (text: (value: string) => string, points: readonly Point[]) => {
    const last = points.at(-1);
    return last ? text(formatQuantityOf(quantity, last.y)) : null;
  };
  const training = { style: { colour: frame.colours.training, dash: [], marker: 'circle' as const }, faded: false };
  const plain = smooth.length === 0;
  return [
    ...(quantity === 'top5'
      ? []
      : [
          {
            ...{
              ...training,
              name: names[quantity].each,
              points: raw,
              weight: plain ? ('thin' as const) : ('faint' as const),
            },
            label: plain ? label(words.watch.curves.train, raw) : null,
          },
        ]),
    ...(plain || quantity === 'top5'
      ? []
      : [
          {
            ...{ ...training, name: names[quantity].smoothed, points: smooth, weight: 'line' as const },
            label: label(words.watch.curves.train, smooth),
          },
        ]),
    {
      ...{ name: names[quantity].validation, points: validation, faded: false, weight: 'marked' as const },
      style: { colour: frame.colours.validation, dash: [], marker: 'diamond' },
      label: label(words.watch.curves.validation, validation),
    },
  ];
}

function yScale(series: readonly CurveSeries[], moment: RunMoment, choices: CurveChoices, range: Range, part: boolean) {
  const { logarithmic, quantity } = choices;
  const skipped =
    part || logarithmic || moment.steps.length <= longRun ? range.low : range.low + (range.high - range.low) / 8;
  const counted = series.filter(({ weight }) => weight !== 'faint' || moment.steps.length <= few);
  const all = counted.flatMap(({ points }) => points).filter(({ x, y }) => Number.isFinite(y) && x <= range.high);
  const late = all.filter(({ x }) => x >= skipped);
  const seen = (part || late.length > 0 ? late : all).map(({ y }) => y).filter((y) => !logarithmic || y > 0);
  const low = seen.reduce((least, y) => Math.min(least, y), Infinity);
  const high = seen.reduce((most, y) => Math.max(most, y), -Infinity);
  const limit = quantity === 'loss' ? Infinity : 1;
  if (logarithmic) return logarithmicScale(low, high);
  if (!part || high <= low) return linearScale(high * 1.05, { rounded: true, most: 5, limit });
  const room = (high - low) * 0.06;
  return rangeScale(Math.max(0, low - room), Math.min(limit, high + room), { most: 5 });
}

function xScale(range: Range, axis: Axis): Scale {
  return rangeScale(range.low, range.high, { time: axis === 'time', whole: axis === 'step' });
}

/** Where a step lies, by the time of the first step from there on. */
function placeOfStep(moment: RunMoment, axis: Axis, step: number): number | null {
  if (axis !== 'time') return placeOf(moment, axis, { step, time: 0 });
  const row = firstFrom(moment.steps.column('step'), step);
  return moment.steps.column('time')[row] ?? null;
}

/** With as many digits as the number needs: "2.5 %" */
function percentTick(value: number): string {
  const digits = String(Number((value * 100).toPrecision(3))).split('.')[1]?.length ?? 0;
  return formatPercent(value, digits);
}

/** The curves of a run at a moment, two points a column of pixels at most. */
export function curveView(moment: RunMoment, choices: CurveChoices, frame: CurveFrame): CurvesView {
  const { quantity, axis } = choices;
  const range = frame.range ?? wholeOf(moment, axis);
  const series = seriesOf(moment, choices, range, frame);
  return {
    series,
    x: { title: words.compare.axes[axis], scale: xScale(range, axis), tick: (value) => placeWords(axis, value) },
    y: {
      title: words.curves.titles[quantity],
      scale: yScale(series, moment, choices, range, frame.range !== null),
      tick: (value) => (quantity === 'loss' ? formatRate(value) : percentTick(value)),
    },
    marks: rateDrops(moment.config.training, moment.steps).flatMap((drop) => {
      const x = placeOfStep(moment, axis, drop.step);
      return x === null ? [] : [{ x, label: words.watch.curves.rate(formatRate(drop.learningRate)) }];
    }),
    flags: frame.flags.map((flag) => ({
      x: placeOf(moment, axis, flag),
      label: flag.kinds
        .filter((kind) => kind !== 'epoch')
        .map((kind) => words.curves.checkpoints[kind])
        .join(', '),
    })),
    labelRoom: 112,
  };
}

/** A value in full. */
export function curveValue(quantity: Quantity, value: number): string {
  return quantity === 'loss' ? formatLoss(value) : formatPercent(value, 2);
}

/** What the table under a chart holds, in words. */
export function tableWords({ steps }: RunMoment, { series }: CurvesView): string {
  const drawn = series[0]?.points.length ?? 0;
  const all = steps.latest?.step ?? 0;
  if (drawn === all) return words.watch.curves.allSteps(all);
  return words.watch.curves.someSteps(drawn, all);
}

/** Every step that is held, as CSV. */
export function curveCsv(moment: RunMoment, { quantity, smoothing: over }: CurveChoices): string {
  const { steps, validations } = moment;
  const step = steps.column('step');
  const points = (values: Float64Array) => Array.from(step, (x, row) => ({ x, y: values[row] ?? 0 }));
  const values = quantity === 'top5' ? null : steps.column(quantity);
  const key = keyOf[quantity];
  const name = { error: 'error', top5: 'top-5 error', loss: 'loss' }[quantity];
  const series = [
    ...(values
      ? [
          { name: `training ${name}`, points: points(values) },
          { name: `training ${name} smoothed`, points: points(smoothed(values, over / steps.stride)) },
        ]
      : []),
    { name: `validation ${name}`, points: validations.map((each) => ({ x: each.step, y: each[key] })) },
  ];
  return csvOf(
    ['step', ...series.map((each) => each.name)],
    tableRows(series).map(({ x, values }) => [x, ...values]),
  );
}
