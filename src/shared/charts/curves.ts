import type { ChartConfiguration, ChartDataset } from 'chart.js';
import { axisOptions } from './axis';
import { type AnyChart, commonOptions, titleLeft, titleOf } from './chart';
import { curveRoom, type CurveSeries, type CurvesView } from './curves-view';
import { endLabels } from './end-labels';
import { pointStyle, strokeOf } from './line-style';
import { type ChartLook, translucent } from './look';
import type { Point } from './points';
import { wordsAlong } from './words-along';

/** Points are marked one by one up to so many. */
const mostMarked = 60;
const opacities = { faint: 0.34, thin: 0.75, line: 1, marked: 1, faded: 0.22 } as const;

function datasetOf(series: CurveSeries, order: number, logarithmic: boolean): ChartDataset<'line', Point[]> {
  const { name, points, style, weight, faded } = series;
  const known = points.filter(({ x, y }) => Number.isFinite(x) && Number.isFinite(y) && (!logarithmic || y > 0));
  const marked = !faded && (known.length === 1 || (weight === 'marked' && known.length <= mostMarked));
  return {
    label: name,
    data: known,
    order,
    borderColor: translucent(style.colour, faded ? opacities.faded : opacities[weight]),
    borderWidth: weight === 'thin' || weight === 'faint' ? 1.1 : 2,
    borderJoinStyle: 'round',
    borderDash: [...style.dash],
    pointStyle: pointStyle(style.marker),
    pointRadius: marked ? 3.5 : 0,
    pointBackgroundColor: style.colour,
    pointBorderColor: style.colour,
    pointBorderWidth: marked ? strokeOf(style.marker) : 0,
  };
}

/** Curves over one axis, with labels at their ends that do not cover each other. */
export function curvesChart(view: CurvesView, look: ChartLook): AnyChart {
  const { series, x, y, marks, flags = [], labelRoom } = view;
  const chart: ChartConfiguration<'line', Point[]> = {
    type: 'line',
    data: {
      // The first is drawn last: later lines lie on earlier ones, and those that are looked at on all.
      datasets: series.map((each, index) =>
        datasetOf(each, series.length - index + (each.faded ? series.length : 0), y.logarithmic ?? false),
      ),
    },
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
    plugins: [wordsAlong(marks, flags, look), endLabels(series, look)],
  };
  return chart as AnyChart;
}
