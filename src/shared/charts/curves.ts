import type { ChartConfiguration, ChartDataset } from 'chart.js';
import { axisOptions } from './axis';
import { type AnyChart, commonOptions, titleLeft, titleOf } from './chart';
import { curveLines, type PlainLine, strokeOfSeries } from './curve-lines';
import { curveRoom, type CurveSeries, type CurvesView } from './curves-view';
import { endLabels } from './end-labels';
import { pointStyle, strokeOf } from './line-style';
import type { ChartLook } from './look';
import type { Point } from './points';
import { wordsAlong } from './words-along';

/** The highest number of points that are marked one by one. */
const mostMarked = 60;

const isKnown = ({ x, y }: Point, logarithmic: boolean): boolean =>
  Number.isFinite(x) && Number.isFinite(y) && (!logarithmic || y > 0);

const isMarked = ({ series: { faded, weight }, points }: PlainLine): boolean =>
  !faded && (points.length === 1 || (weight === 'marked' && points.length <= mostMarked));

/** A line with a marker at each of its points. */
function markedDataset({ series, points }: PlainLine, order: number): ChartDataset<'line', Point[]> {
  const { colour, marker } = series.style;
  const { width, dash } = strokeOfSeries(series);
  return {
    label: series.name,
    data: [...points],
    order,
    // A marker at an edge is seen whole.
    clip: 4,
    borderColor: colour,
    borderWidth: width,
    borderJoinStyle: 'round',
    borderDash: dash,
    pointStyle: pointStyle(marker),
    pointRadius: 3.5,
    pointBackgroundColor: colour,
    pointBorderColor: colour,
    pointBorderWidth: strokeOf(marker),
  };
}

/** Curves over one axis, with labels at their ends that do not cover each other. */
export function curvesChart(view: CurvesView, look: ChartLook): AnyChart {
  const { x, y, marks, flags = [], labelRoom } = view;
  // Those that make way for another lie behind it.
  const sorted: readonly CurveSeries[] = [...view.series].sort((a, b) => Number(b.faded) - Number(a.faded));
  const lines = sorted.map((series): PlainLine => ({
    series,
    points: series.points.filter((point) => isKnown(point, y.logarithmic ?? false)),
  }));
  const marked = lines.filter(isMarked);
  const chart: ChartConfiguration<'line', Point[]> = {
    type: 'line',
    // Chart.js draws the first in its order last.
    data: { datasets: marked.map((line, index) => markedDataset(line, marked.length - index)) },
    options: {
      ...commonOptions,
      events: [],
      layout: { padding: { left: titleLeft, right: labelRoom } },
      scales: {
        x: axisOptions(x, look, 'x', curveRoom.bottom) as object,
        y: axisOptions(y, look, 'y', curveRoom.left - titleLeft) as object,
      },
      // The title keeps its room where it is empty.
      plugins: { title: { ...titleOf(y.title, look, curveRoom.top), display: true }, legend: { display: false } },
    },
    plugins: [
      wordsAlong(marks, flags, look),
      curveLines(lines.filter((line) => !isMarked(line))),
      endLabels(view.series, look),
    ],
  };
  const places = [x, y, labelRoom, look, marked.map(({ series, points }) => [series.style, points])];
  return { ...(chart as AnyChart), frame: JSON.stringify(places) };
}
