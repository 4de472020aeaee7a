import { axisTop } from '../../parts/charts/axis';
import { csvOf } from '../../parts/charts/csv';
import type { LineSeries, LineView } from '../../parts/charts/line-view';
import { extremes, lastOfSpans, type Point, spanWidth } from '../../parts/charts/points';
import { tableRows } from '../../parts/charts/table';
import type { RunMoment } from '../../state/live-run.svelte';
import { rateDrops } from '../../state/progress';
import { formatPercent } from '../../text/format';
import { formatLoss, formatRate } from '../../text/run-words';
import { words } from '../../text/words.svelte';

export type Quantity = 'error' | 'loss';

/** Validation points are marked one by one up to so many. */
const mostMarked = 60;

interface Columns {
  readonly step: Float64Array;
  readonly raw: Float64Array;
  readonly smooth: Float64Array;
  readonly validation: readonly Point[];
}

function columnsOf({ steps, validations }: RunMoment, quantity: Quantity): Columns {
  const value = quantity === 'error' ? 'top1Error' : 'loss';
  return {
    step: steps.column('step'),
    raw: steps.column(quantity),
    smooth: steps.column(quantity === 'error' ? 'smoothError' : 'smoothLoss'),
    validation: validations.map((evaluation) => ({ x: evaluation.step, y: evaluation[value] })),
  };
}

/** An error in percent or a loss, as the reader of a curve wants it. */
export function formatQuantityOf(quantity: Quantity, value: number): string {
  return quantity === 'error' ? formatPercent(value) : formatLoss(value);
}

function seriesOf(quantity: Quantity, { step, raw, smooth, validation }: Columns, totalSteps: number): LineSeries[] {
  const width = spanWidth(totalSteps);
  const texts = words.watch.curves;
  const names = quantity === 'error' ? texts.errorLines : texts.lossLines;
  const label = (text: (value: string) => string, value: number | undefined) =>
    value === undefined ? null : text(formatQuantityOf(quantity, value));
  return [
    {
      ...{ name: names.each, tone: 'training', look: 'faint', endLabel: null },
      points: extremes(step, raw, width),
    },
    {
      ...{ name: names.smoothed, tone: 'training', look: 'line' },
      ...{ points: lastOfSpans(step, smooth, width), endLabel: label(texts.train, smooth.at(-1)) },
    },
    {
      ...{
        name: names.validation,
        tone: 'validation',
        look: validation.length > mostMarked ? 'line' : 'points',
      },
      ...{ points: validation, endLabel: label(texts.validation, validation.at(-1)?.y) },
    },
  ];
}

/** With as many digits as the number needs: "2.5 %" */
function percentTick(value: number): string {
  const digits = String(Number((value * 100).toPrecision(3))).split('.')[1]?.length ?? 0;
  return formatPercent(value, digits);
}

/** The curves of a run at a moment, bounded in number of points. */
export function curveView(moment: RunMoment, quantity: Quantity, logarithmic: boolean): LineView {
  const { training } = moment.config;
  const series = seriesOf(quantity, columnsOf(moment, quantity), training.steps);
  const raw = moment.steps.length <= mostMarked ? series : series.filter(({ look }) => look !== 'faint');
  return {
    series,
    logarithmic,
    steps: training.steps,
    marks: rateDrops(training, moment.steps).map((drop) => ({
      x: drop.step,
      label: words.watch.curves.rate(formatRate(drop.learningRate)),
    })),
    top: axisTop(
      raw.map(({ points }) => points),
      quantity === 'error' ? 1 : Infinity,
    ),
    tick: (value) => (quantity === 'error' ? percentTick(value) : formatRate(value)),
    value: (value) => (quantity === 'error' ? formatPercent(value, 2) : formatLoss(value)),
  };
}

/** What the table under a chart holds, in words. */
export function tableWords({ steps }: RunMoment, { series }: LineView): string {
  const drawn = series[0]?.points.length ?? 0;
  const all = steps.latest?.step ?? 0;
  if (drawn === all) return words.watch.curves.allSteps(all);
  return words.watch.curves.someSteps(drawn, all);
}

/** Every step that is held, as CSV. */
export function curveCsv(moment: RunMoment, quantity: Quantity): string {
  const { step, raw, smooth, validation } = columnsOf(moment, quantity);
  const points = (values: Float64Array) => Array.from(step, (x, row) => ({ x, y: values[row] ?? 0 }));
  const rows = tableRows([
    { name: 'training', points: points(raw) },
    { name: 'smoothed', points: points(smooth) },
    { name: 'validation', points: validation },
  ]);
  const header = ['step', `training ${quantity}`, `training ${quantity} smoothed`, `validation ${quantity}`];
  return csvOf(
    header,
    rows.map(({ x, values }) => [x, ...values]),
  );
}
