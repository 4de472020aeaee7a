import type { Evaluation } from '../../../shared/contract/evaluation';
import type { EvaluationEvent, ResponsesEvent, RunCurves } from '../../../shared/contract/metrics';
import { barsFigure, stageStarts } from '../../../shared/charts/bars';
import { type CurveSeries, curvesFigure } from '../../../shared/charts/curves';
import type { LineStyle } from '../../../shared/charts/line-style';
import type { Figure, FigureLook } from '../../../shared/charts/marks';
import { matrixFigure } from '../../../shared/charts/matrix';
import { matrixLook } from '../../../shared/charts/matrix-look';
import type { Point } from '../../../shared/charts/curve-path';
import { extremes, lastOfSpans, meansOfSpans } from '../../../shared/charts/points';
import { linearScale } from '../../../shared/charts/scale';
import type { ReportTexts } from './english';
import type { Formats } from './format';

/** Paper is light. */
const look: FigureLook = {
  font: "system-ui, 'Noto Sans KR', 'Apple SD Gothic Neo', 'Malgun Gothic', sans-serif",
  ground: '#ffffff',
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
export function curveFigure(curves: RunCurves, quantity: Quantity, texts: ReportTexts, formats: Formats): Figure {
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
  const y = linearScale(top * 1.05, { rounded: true, limit: isError ? 1 : Infinity });
  return curvesFigure(
    {
      series,
      marks: [],
      labelRoom: 150,
      x: { title: texts.step, scale: linearScale(last), tick: formats.count },
      y: { title: texts[isError ? 'error' : 'loss'], scale: y, tick: write },
    },
    width,
    height,
    look,
  );
}

export function rateFigure({ steps }: RunCurves, texts: ReportTexts, formats: Formats): Figure {
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
  return curvesFigure(
    {
      series: [series],
      marks: [],
      labelRoom: 90,
      x: { title: texts.step, scale: linearScale(last), tick: formats.count },
      y: { title: texts.learningRate, scale: linearScale(top, { rounded: true }), tick: formats.decimal },
    },
    width,
    180,
    look,
  );
}

/** One bar a layer, in the order of the data flow or the greatest first. */
export function responsesFigure(event: ResponsesEvent, sorted: boolean, texts: ReportTexts, formats: Formats): Figure {
  const all = event.layers.map((name, index) => ({ name, value: event.standardDeviations[index] ?? 0 }));
  if (sorted) all.sort((a, b) => b.value - a.value);
  const groups = sorted ? [] : stageStarts(event.layers);
  const bars = all.map(({ name, value }, index) => ({
    name,
    value,
    fill: trained.colour,
    group: groups[index] ?? '',
    marked: false,
  }));
  const top = bars.reduce((most, { value }) => Math.max(most, value), 0);
  const title = `${texts.deviation}, ${sorted ? texts.sorted : texts.inOrder}`;
  const scale = linearScale(top, { rounded: true });
  return barsFigure({ title, bars, scale, tick: formats.decimal }, width, 200, look);
}

/** Cells of few classes hold their counts, those of many are small. */
const sideOf = (classes: number): number => Math.min(560, Math.max(220, classes * 42));

const shares = matrixLook({ right: trained.colour, wrong: validated.colour, ground: look.grid });

export function confusionFigure(evaluation: Evaluation, texts: ReportTexts): Figure {
  return matrixFigure(
    {
      names: evaluation.classes.map(({ name }) => name),
      counts: evaluation.confusionMatrix,
      truth: texts.truth,
      predicted: texts.predicted,
      look: shares,
    },
    sideOf(evaluation.classes.length),
    look,
  );
}
