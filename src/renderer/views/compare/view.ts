import { powersAround, type ValueAxis } from '../../../shared/charts/axis';
import type { CurveSeries, CurvesView } from '../../../shared/charts/curves-view';
import { fromZero, lengthOf, placeWords, spanOf } from '../../parts/charts/along';
import { csvOf } from '../../../shared/csv';
import { tableRows } from '../../parts/charts/table';
import { formatPercent } from '../../text/format';
import { formatLoss, formatRate } from '../../text/run-words';
import { words } from '../../text/words.svelte';
import type { ComparedRun } from './compared';
import { type CompareChoices, type CompareQuantity, curvesOf } from './series';

/** Room for numbers at the ends, in one column or in two. */
const labelRooms = [34, 64] as const;
const manyRuns = 16;

/** A value of a curve in full. */
export function valueWords(quantity: CompareQuantity, value: number): string {
  if (quantity === 'error') return formatPercent(value, 2);
  if (quantity === 'loss') return formatLoss(value);
  return quantity === 'rate' ? formatRate(value) : value.toFixed(3);
}

function tickWords(quantity: CompareQuantity, value: number): string {
  const short = (number: number): string => String(Number(number.toPrecision(3)));
  if (quantity !== 'error') return short(value);
  return formatPercent(value, short(value * 100).split('.')[1]?.length ?? 0);
}

/** The first eighth of a curve, where everything is high, may run out of the drawing; of evaluations none does. */
const start = 1 / 8;

function heightOf(series: readonly CurveSeries[], length: number, whole: boolean): number {
  let [inner, all] = [0, 0];
  for (const { points, weight } of series) {
    for (const { x, y } of points) {
      if (!Number.isFinite(y)) continue;
      all = Math.max(all, y);
      if (whole || weight === 'marked' || x >= length * start) inner = Math.max(inner, y);
    }
  }
  return inner > 0 ? inner : all;
}

function yEnds(
  series: readonly CurveSeries[],
  { quantity, logarithmic }: CompareChoices,
  length: number,
): Pick<ValueAxis, 'low' | 'high' | 'rounded'> {
  const all = series.flatMap(({ points }) => points.map(({ y }) => y)).filter((y) => Number.isFinite(y));
  if (logarithmic) {
    const positive = all.filter((y) => y > 0);
    return powersAround(
      positive.reduce((low, y) => Math.min(low, y), Infinity),
      positive.reduce((high, y) => Math.max(high, y), -Infinity),
    );
  }
  const whole = quantity === 'rate' || quantity === 'responses' || length < 200;
  const limit = quantity === 'error' ? 1 : Infinity;
  return fromZero(Math.min(limit, heightOf(series, length, whole) * 1.03));
}

function seriesOf(
  { number, name, style, moment }: ComparedRun,
  choices: CompareChoices,
  span: number,
  faded: boolean,
): CurveSeries[] {
  if (!moment) return [];
  const { training, validation } = curvesOf(moment, choices, span);
  const compared = choices.quantity === 'error' || choices.quantity === 'loss';
  const withTraining = !compared || choices.lines !== 'validation';
  const withValidation = compared && choices.lines !== 'training';
  const label = String(number);
  const named = (kind: string) => (compared ? words.compare.curveName({ run: name, kind }) : name);
  const few = choices.quantity === 'responses';
  return [
    ...(withTraining
      ? [
          {
            name: named(words.compare.kinds.training),
            points: training,
            style,
            faded,
            weight: withValidation ? ('thin' as const) : few ? ('marked' as const) : ('line' as const),
            label: withValidation && validation.length > 0 ? null : label,
          },
        ]
      : []),
    ...(withValidation
      ? [
          {
            name: named(words.compare.kinds.validation),
            points: validation,
            style,
            faded,
            weight: 'marked' as const,
            label,
          },
        ]
      : []),
  ];
}

/**
 * The curves of the runs over one axis.
 * @param looked The run that is looked at, which the others make way for; null for none.
 */
export function compareView(runs: readonly ComparedRun[], choices: CompareChoices, looked: string | null): CurvesView {
  const { quantity, axis } = choices;
  const byLayer = quantity === 'responses';
  const lengths = runs.map(({ moment }) => (moment ? lengthOf(moment, axis) : 0));
  const span = spanOf(Math.max(0, ...lengths));
  const series = runs.flatMap((run) => seriesOf(run, choices, span, looked !== null && run.run !== looked));
  const length = byLayer
    ? Math.max(1, ...series.map(({ points }) => points.length))
    : Math.max(0, ...lengths, ...series.map(({ points }) => points.at(-1)?.x ?? 0));
  return {
    series,
    x: {
      title: byLayer ? words.compare.layerAxis[choices.order] : words.compare.axes[axis],
      low: 0,
      high: length > 0 ? length : 1,
      time: axis === 'time' && !byLayer,
      whole: byLayer || axis === 'step',
      tick: (value) => (byLayer ? String(value) : placeWords(axis, value)),
    },
    y: {
      title: words.compare.quantityTitles[quantity],
      most: 5,
      logarithmic: choices.logarithmic,
      ...yEnds(series, choices, length),
      tick: (value) => tickWords(quantity, value),
    },
    marks: [],
    labelRoom: runs.length > manyRuns ? labelRooms[1] : labelRooms[0],
  };
}

/** The points that are drawn, as CSV: one column a curve. */
export function compareCsv({ series, x }: CurvesView): string {
  const named = series.map(({ name, points }) => ({ name, points }));
  return csvOf(
    [x.title, ...named.map(({ name }) => name)],
    tableRows(named).map(({ x: at, values }) => [at, ...values]),
  );
}
