import type { CurveChoices } from '../../../shared/contract/curves';
import { powersAround, type ValueAxis } from '../../../shared/charts/axis';
import type { CurveSeries, CurvesView } from '../../../shared/charts/curves-view';
import { plannedRates } from '../../../shared/recipe/learning-rate';
import { csvOf } from '../../../shared/csv';
import { tableRows, type TableSeries } from '../../parts/charts/table';
import { type Axis, fromZero, perEpoch, placeOf, placeWords, smoothed } from '../../parts/charts/along';
import type { Range } from '../../parts/charts/range';
import type { RunMoment } from '../../state/live-run.svelte';
import { rateDrops } from '../../state/progress';
import { formatPercent } from '../../text/format';
import { formatLoss, formatRate } from '../../text/run-words';
import { words } from '../../text/words.svelte';
import { columnOf, type CurveFrame, evaluatedOf, firstFrom, type Quantity, seriesOf } from './curve-series';

/** Validation points are marked one by one, and each step counts for the height, up to this number. */
const few = 60;
/** The number of steps above which the first eighth, where everything is high, may run out of the drawing. */
const longRun = 200;
/** A cosine ends at nothing, which no logarithmic axis reaches: it shows so much of the highest rate. */
const leastRateShare = 1e-4;

/** The whole of an axis. */
export function wholeOf(moment: RunMoment, axis: Axis): Range {
  const { steps } = moment.config.training;
  const high = axis === 'time' ? moment.seconds : axis === 'epoch' ? steps / perEpoch(moment) : steps;
  return { low: 0, high: high > 0 ? high : 1 };
}

/** Which values are shown, and whether the axis goes on to a round one. */
function yEnds(
  series: readonly CurveSeries[],
  moment: RunMoment,
  choices: CurveChoices,
  range: Range,
  part: boolean,
): Pick<ValueAxis, 'low' | 'high' | 'rounded'> {
  const { logarithmic, quantity } = choices;
  const skipped =
    part || logarithmic || quantity === 'rate' || moment.steps.length <= longRun
      ? range.low
      : range.low + (range.high - range.low) / 8;
  const counted = series.filter(({ weight }) => weight !== 'faint' || moment.steps.length <= few);
  const all = counted
    .flatMap(({ points, weight }) => points.map((point) => ({ ...point, each: weight === 'marked' })))
    .filter(({ x, y }) => Number.isFinite(y) && x <= range.high);
  // Of the evaluations, which are few and seen one by one, none is left out.
  const late = all.filter(({ x, each }) => x >= skipped || each);
  const seen = (part || late.length > 0 ? late : all).map(({ y }) => y).filter((y) => !logarithmic || y > 0);
  const low = seen.reduce((least, y) => Math.min(least, y), Infinity);
  const high = seen.reduce((most, y) => Math.max(most, y), -Infinity);
  const limit = quantity === 'error' || quantity === 'top5' ? 1 : Infinity;
  if (logarithmic) return powersAround(quantity === 'rate' ? Math.max(low, high * leastRateShare) : low, high);
  // A rate has no noise that needs room above it.
  if (quantity === 'rate' && !part) return fromZero(high);
  if (!part || high <= low) return fromZero(Math.min(limit, high * 1.05));
  const room = (high - low) * 0.06;
  return { low: Math.max(0, low - room), high: Math.min(limit, high + room) };
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
    x: {
      title: words.compare.axes[axis],
      low: range.low,
      high: range.high,
      time: axis === 'time',
      whole: axis === 'step',
      tick: (value) => placeWords(axis, value),
    },
    y: {
      title: words.curves.titles[quantity],
      most: 5,
      logarithmic: choices.logarithmic,
      ...yEnds(series, moment, choices, range, frame.range !== null),
      tick: (value) => (quantity === 'loss' || quantity === 'rate' ? formatRate(value) : percentTick(value)),
    },
    marks: rateDrops(moment.config.training, moment.steps).flatMap((drop) => {
      const x = placeOfStep(moment, axis, drop.step);
      return x === null ? [] : [{ x, label: words.watch.curves.rate({ value: formatRate(drop.learningRate) }) }];
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
  if (quantity === 'rate') return formatRate(value);
  return quantity === 'loss' ? formatLoss(value) : formatPercent(value, 2);
}

/** What the table under a chart holds, in words. */
export function tableWords({ steps }: RunMoment, { series }: CurvesView): string {
  // What was planned is dashed, and no step told it.
  const drawn = series.find(({ style }) => style.dash.length === 0)?.points.length ?? 0;
  const all = steps.latest?.step ?? 0;
  if (drawn === all) return words.watch.curves.allSteps({ steps: all });
  return words.watch.curves.someSteps({ drawn, steps: all });
}

/** The columns of a CSV: what each step told, and what was planned or evaluated. */
function csvSeries(moment: RunMoment, { quantity, smoothing: over }: CurveChoices): TableSeries[] {
  const { steps, validations, config } = moment;
  const step = steps.column('step');
  const points = (values: Float64Array) => Array.from(step, (x, row) => ({ x, y: values[row] ?? 0 }));
  const column = columnOf[quantity];
  const values = column === null ? null : steps.column(column);
  if (quantity === 'rate') {
    return [
      { name: 'learning rate', points: values ? points(values) : [] },
      {
        name: 'scheduled learning rate',
        points: plannedRates({ ...config.training, stepsPerEpoch: perEpoch(moment) }),
      },
    ];
  }
  const name = { error: 'error', top5: 'top-5 error', loss: 'loss' }[quantity];
  const key = evaluatedOf[quantity];
  return [
    ...(values
      ? [
          { name: `training ${name}`, points: points(values) },
          { name: `training ${name} smoothed`, points: points(smoothed(values, over / steps.stride)) },
        ]
      : []),
    { name: `validation ${name}`, points: validations.map((each) => ({ x: each.step, y: each[key] })) },
  ];
}

/** Every step that is held, as CSV. */
export function curveCsv(moment: RunMoment, choices: CurveChoices): string {
  const series = csvSeries(moment, choices);
  return csvOf(
    ['step', ...series.map((each) => each.name)],
    tableRows(series).map(({ x, values }) => [x, ...values]),
  );
}
