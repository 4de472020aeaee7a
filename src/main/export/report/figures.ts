import type { Evaluation } from '../../../shared/contract/evaluation';
import type { EvaluationEvent, ResponsesEvent, RunCurves } from '../../../shared/contract/metrics';
import { barsChart, stageStarts } from '../../../shared/charts/bars';
import type { AnyChart, Size } from '../../../shared/charts/chart';
import { curvesChart } from '../../../shared/charts/curves';
import type { CurveSeries } from '../../../shared/charts/curves-view';
import type { LineStyle } from '../../../shared/charts/line-style';
import type { ChartLook } from '../../../shared/charts/look';
import { matrixChart, wholeMatrix } from '../../../shared/charts/matrix';
import { matrixLook } from '../../../shared/charts/matrix-look';
import { extremes, lastOfSpans, meansOfSpans, type Point } from '../../../shared/charts/points';
import type { ReportFormats, ReportTexts } from './format';

/** A chart of a report. */
export interface Figure {
  /** Tells it from the others of the page. */
  readonly name: string;
  readonly chart: AnyChart;
  readonly size: Size;
}

/** Paper is light. */
export const look: ChartLook = {
  font: "system-ui, 'Noto Sans KR', 'Apple SD Gothic Neo', 'Malgun Gothic', sans-serif",
  panel: '#ffffff',
  grid: '#e3e6eb',
  text: '#1a1f26',
  muted: '#4d5663',
};
/** Training and validation are told apart by dash and marker, too, for a printer without colours. */
const trained: LineStyle = { colour: '#2463d1', dash: [], marker: 'circle' };
const validated: LineStyle = { colour: '#b04b08', dash: [7, 4], marker: 'square' };
const fine: LineStyle = { ...trained, colour: '#9dbcf0' };

const [width, height] = [700, 250];
/** Spans that a curve is cut into: those of the raw line, and those that a mean is taken of. */
const [rawSpans, meanSpans] = [500, 120];
/** A curve may run out of the figure before this part of the run, where everything is high. */
const settled = 1 / 12;

type Quantity = 'loss' | 'top1Error';

/** What the axis must reach to show the curves once they have settled. */
function reach(curves: readonly (readonly Point[])[], steps: number): number {
  const shown = curves.flat().filter(({ x, y }) => x >= steps * settled && Number.isFinite(y));
  return shown.reduce((most, { y }) => Math.max(most, y), 0);
}

/** Loss or error of training and validation over the steps. */
export function curveFigure(curves: RunCurves, quantity: Quantity, texts: ReportTexts, formats: ReportFormats): Figure {
  const { step, ...columns } = curves.steps;
  const last = step.at(-1) ?? 1;
  const raw = extremes(step, columns[quantity], Math.max(1, last / rawSpans));
  const mean = meansOfSpans(step, columns[quantity], Math.max(1, last / meanSpans));
  const points = curves.events
    .filter((event): event is EvaluationEvent => event.event === 'evaluation' && event.split === 'validation')
    .map((event) => ({ x: event.step, y: event[quantity] }));
  const isError = quantity === 'top1Error';
  const write = isError ? formats.percent : formats.decimal;
  const lines: readonly [string, readonly Point[], LineStyle, CurveSeries['weight'], boolean][] = [
    [texts.eachStep, raw, fine, 'thin', false],
    [texts.training, mean, trained, 'line', true],
    [texts.validation, points, validated, 'marked', true],
  ];
  const series = lines
    .filter(([, drawnPoints]) => drawnPoints.length > 0)
    .map(([name, own, style, weight, named]) => {
      const label = named ? `${name} ${write(own.at(-1)?.y)}` : null;
      return { name, points: own, style, weight, faded: false, label };
    });
  const top = reach([mean, points], last) || reach([mean], 0);
  const chart = curvesChart(
    {
      series,
      marks: [],
      labelRoom: 150,
      x: { title: texts.step, low: 0, high: last, tick: formats.count },
      y: {
        title: texts[isError ? 'error' : 'loss'],
        low: 0,
        high: Math.min(isError ? 1 : Infinity, top * 1.05) || 1,
        rounded: true,
        tick: write,
      },
    },
    look,
  );
  return { name: quantity, chart, size: { width, height } };
}

export function rateFigure({ steps }: RunCurves, texts: ReportTexts, formats: ReportFormats): Figure {
  const last = steps.step.at(-1) ?? 1;
  const points = lastOfSpans(steps.step, steps.learningRate, Math.max(1, last / rawSpans));
  const top = points.reduce((most, { y }) => Math.max(most, y), 0);
  const series: CurveSeries = {
    name: texts.learningRate,
    points,
    style: trained,
    weight: 'line',
    faded: false,
    label: formats.decimal(points.at(-1)?.y),
  };
  const chart = curvesChart(
    {
      series: [series],
      marks: [],
      labelRoom: 90,
      x: { title: texts.step, low: 0, high: last, tick: formats.count },
      y: { title: texts.learningRate, low: 0, high: top || 1, rounded: true, tick: formats.decimal },
    },
    look,
  );
  return { name: 'rate', chart, size: { width, height: 180 } };
}

/** One bar a layer, in the order of the data flow or the greatest first. */
export function responsesFigure(
  event: ResponsesEvent,
  sorted: boolean,
  texts: ReportTexts,
  formats: ReportFormats,
): Figure {
  const bars = event.layers.map((id, index) => ({ id, value: event.standardDeviations[index] ?? 0, over: null }));
  if (sorted) bars.sort((a, b) => b.value - a.value);
  const groups = sorted ? [] : stageStarts(event.layers);
  const top = bars.reduce((most, { value }) => Math.max(most, value), 0) || 1;
  const view = { bars, groups, overlaid: null, chosen: null, top, low: 0, tick: formats.decimal };
  const colours = { rampLow: trained.colour, rampHigh: trained.colour, validation: validated.colour };
  const title = `${texts.deviation}, ${sorted ? texts.sorted : texts.inOrder}`;
  return {
    name: sorted ? 'responses-sorted' : 'responses',
    chart: barsChart(view, { ...look, ...colours }, title),
    size: { width, height: 200 },
  };
}

/** Cells of few classes hold their counts, those of many are small. */
const sideOf = (classes: number): number => Math.min(560, Math.max(220, classes * 42));

const shares = matrixLook({ right: trained.colour, wrong: validated.colour, ground: look.grid });

export function confusionFigure(evaluation: Evaluation, texts: ReportTexts): Figure {
  const names = evaluation.classes.map(({ name }) => name);
  const { truth, predicted } = texts;
  const view = { names, counts: evaluation.confusionMatrix, truth, predicted, look: shares, selected: null };
  const { place, size } = wholeMatrix(view, sideOf(names.length));
  return { name: 'confusion', chart: matrixChart(view, place, look), size };
}
