import type { ChartConfiguration, Scale } from 'chart.js';
import { axisOptions } from './axis';
import { type AnyChart, commonOptions, textFont, titleLeft, titleOf } from './chart';
import type { ChartLook } from './look';

/** How many values lie in each of the equal spans from `low` to `high`. */
export interface HistogramView {
  /** Over the bars; empty where the page tells it. */
  readonly title: string;
  readonly low: number;
  readonly high: number;
  readonly counts: readonly number[];
  readonly fill: string;
  /** Writes a value of the lower axis. */
  readonly value: (value: number) => string;
  /** Writes a count; left out where the bars have no numbers beside them. */
  readonly count?: (count: number) => string;
}

const room = { left: 64, top: 28, right: 16, bottom: 28 };

/** A histogram with its axes, and a line at 0 where that lies inside. */
export function histogramChart(view: HistogramView, look: ChartLook): AnyChart {
  const { title, low, high, counts, fill, value, count } = view;
  const span = (high > low ? high - low : 1) / Math.max(1, counts.length);
  const most = counts.reduce((a, b) => Math.max(a, b), 0);
  const counted = axisOptions(
    { title: '', low: 0, high: most, rounded: count !== undefined, whole: true, tick: count ?? String },
    look,
    'y',
    count ? room.left - titleLeft : 0,
  );
  const ends = low < 0 && high > 0 ? [low, 0, high] : [low, high];
  const chart: ChartConfiguration<'bar', { x: number; y: number }[]> = {
    type: 'bar',
    data: {
      datasets: [
        {
          data: counts.map((y, index) => ({ x: low + span * (index + 0.5), y })),
          backgroundColor: fill,
          categoryPercentage: 1,
          barPercentage: 0.9,
        },
      ],
    },
    options: {
      ...commonOptions,
      events: [],
      layout: { padding: { left: count ? titleLeft : 0, right: count ? room.right : 0 } },
      scales: {
        x: {
          type: 'linear',
          offset: false,
          min: low,
          max: low + span * counts.length,
          border: { display: count === undefined, color: look.grid, dash: [2, 2] },
          grid: {
            offset: false,
            drawTicks: false,
            color: ({ tick }) => (tick?.value === 0 && ends.length === 3 ? look.muted : 'transparent'),
          },
          ticks: {
            color: look.muted,
            font: textFont(look),
            align: 'inner',
            autoSkip: false,
            maxRotation: 0,
            padding: 4,
            callback: (end) => (end === 0 ? '0' : value(Number(end))),
          },
          afterBuildTicks: (axis: Scale) => (axis.ticks = ends.map((end) => ({ value: end }))),
          afterFit: (axis) => (axis.height = count ? room.bottom : 20),
        },
        y: { ...(counted as object), display: count !== undefined },
      },
      plugins: { title: titleOf(title, look, room.top, true), legend: { display: false }, tooltip: { enabled: false } },
    },
  };
  return chart as AnyChart;
}
