import type { ChartConfiguration, Plugin } from 'chart.js';
import { axisOptions, groupAxis } from './axis';
import { type AnyChart, commonOptions, titleLeft, titleOf } from './chart';
import { type ChartLook, fontOf, haloText } from './look';
import { colourAt, formatColour, parseColour, shareOf } from './ramp';

export interface Bar {
  /** Name of the layer. */
  readonly id: string;
  readonly value: number;
  /** Of what is laid over the bars; null where it has no such layer. */
  readonly over: number | null;
}

/** All that a chart of one bar a layer shows. */
export interface BarsView {
  readonly bars: readonly Bar[];
  /** A word under the axis where a bar begins a group: the stage; empty elsewhere. */
  readonly groups: readonly string[];
  /** What is laid over the bars, and when it was measured; null for nothing. */
  readonly overlaid: string | null;
  /** The bar that is marked; null for none. */
  readonly chosen: string | null;
  /** Upper end of the axis, which begins at 0, and of the ramp. */
  readonly top: number;
  /** Lower end of the ramp. */
  readonly low: number;
  readonly tick: (value: number) => string;
}

/** What bars are coloured by: the ends of the ramp, and the bar that is marked. */
export interface BarsLook extends ChartLook {
  readonly rampLow: string;
  readonly rampHigh: string;
  readonly validation: string;
}

/** For each layer in the order of the data flow the name of the stage that begins with it, "layer2"; empty elsewhere. */
export function stageStarts(layers: readonly string[]): string[] {
  const stageOf = (layer: string | undefined): string => layer?.split('.')[0] ?? '';
  return layers.map((layer, index) => {
    const stage = stageOf(layer);
    return stage.startsWith('layer') && stage !== stageOf(layers[index - 1]) ? stage : '';
  });
}

const room = { left: 56, top: 24, right: 10, bottom: 26 };
/** The number of bars from which on they stand side by side. */
export const mostApart = 200;

/** What is laid over the bars: a stroke across each at its own height, that stands out from bars of any colour. */
function overStrokes({ bars, overlaid }: BarsView, look: BarsLook, legend: boolean): Plugin<'bar'> {
  return {
    id: 'overStrokes',
    afterDatasetsDraw(chart) {
      const { ctx, scales, width } = chart;
      const elements = chart.getDatasetMeta(0).data;
      ctx.save();
      for (const [colour, thick] of [[look.panel, 5] as const, [look.text, 2] as const]) {
        ctx.strokeStyle = colour;
        ctx.lineWidth = thick;
        ctx.beginPath();
        for (const [index, { over }] of bars.entries()) {
          const [element, y] = [elements[index], over === null ? undefined : scales['y']?.getPixelForValue(over)];
          if (!element || y === undefined) continue;
          const { x, width: wide } = element.getProps(['x', 'width'] as never, true) as { x: number; width: number };
          ctx.moveTo(x - wide / 2, y);
          ctx.lineTo(x + wide / 2, y);
        }
        if (legend && colour === look.text) {
          ctx.moveTo(width - room.right - 14, 10);
          ctx.lineTo(width - room.right, 10);
        }
        ctx.stroke();
      }
      if (legend && overlaid !== null) {
        ctx.font = fontOf(look);
        ctx.fillStyle = look.muted;
        ctx.textAlign = 'right';
        ctx.textBaseline = 'alphabetic';
        ctx.fillText(overlaid, width - room.right - 20, 14);
      }
      ctx.restore();
    },
  };
}

/** Points at the chosen bar and says its name and value, since a bar can be thinner than a pixel. */
function chosenMark({ bars, chosen }: BarsView, look: BarsLook): Plugin<'bar'> {
  return {
    id: 'chosenMark',
    afterDatasetsDraw(chart) {
      const { ctx, chartArea, width } = chart;
      const index = bars.findIndex(({ id }) => id === chosen);
      const [bar, element] = [bars[index], chart.getDatasetMeta(0).data[index]];
      if (!bar || !element) return;
      const { x, y } = element.getProps(['x', 'y'], true);
      const tip = Math.max(y - 3, chartArea.top + 16);
      ctx.save();
      ctx.fillStyle = look.validation;
      ctx.beginPath();
      ctx.moveTo(x, tip);
      ctx.lineTo(x - 4, tip - 6);
      ctx.lineTo(x + 4, tip - 6);
      ctx.fill();
      ctx.font = fontOf(look, true);
      const text = `${bar.id}  ${bar.value.toFixed(3)}`;
      const half = ctx.measureText(text).width / 2;
      ctx.textAlign = 'center';
      ctx.textBaseline = 'alphabetic';
      haloText(ctx, text, Math.min(Math.max(x, chartArea.left + half), width - half - 2), tip - 10, look);
      ctx.restore();
    },
  };
}

/**
 * Bars over their axis, with the names of groups below.
 * @param title Over the axis, where nothing else on the page tells it; then it also tells what is laid over the bars.
 */
export function barsChart(view: BarsView, look: BarsLook, title = ''): AnyChart {
  const { bars, groups, chosen, overlaid, top, low, tick } = view;
  const ramp = { low: parseColour(look.rampLow), high: parseColour(look.rampHigh) };
  const side = bars.length > mostApart;
  const chart: ChartConfiguration<'bar', { x: number; y: number }[], string> = {
    type: 'bar',
    data: {
      labels: bars.map(({ id }) => id),
      datasets: [
        {
          data: bars.map(({ value }, x) => ({ x, y: value })),
          backgroundColor: bars.map(({ id, value }) =>
            id === chosen ? look.validation : formatColour(colourAt(ramp, shareOf(value - low, top - low))),
          ),
          borderRadius: side ? 0 : 2,
          categoryPercentage: 1,
          barPercentage: side ? 1 : 0.78,
        },
      ],
    },
    options: {
      ...commonOptions,
      layout: { padding: { left: titleLeft, right: room.right, top: title === '' ? 8 : 0 } },
      scales: {
        x: groupAxis(groups, look, room.bottom),
        y: axisOptions(
          { title: '', low: 0, high: top, rounded: true, tick },
          look,
          'y',
          room.left - titleLeft,
        ) as object,
      },
      plugins: { title: titleOf(title, look, room.top), legend: { display: false }, tooltip: { enabled: false } },
    },
    plugins: [
      ...(overlaid === null ? [] : [overStrokes(view, look, title !== '')]),
      ...(chosen === null ? [] : [chosenMark(view, look)]),
    ],
  };
  return chart as AnyChart;
}
