import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  type ChartOptions,
  Interaction,
  type InteractionModeFunction,
  LinearScale,
  LineController,
  LineElement,
  LogarithmicScale,
  PointElement,
  Tooltip,
  type TooltipOptions,
} from 'chart.js';
import { words } from '../../text/words.svelte';
import type { Point } from '../../../shared/figure/curve-path';
import { nearestIndex } from '../../../shared/figure/points';
import { type ChartTheme, smallText } from './theme';

declare module 'chart.js' {
  interface InteractionModeMap {
    /** The point of every curve that is nearest to the pointer's x. */
    nearestOfEach: InteractionModeFunction;
  }
}

Chart.register(BarController, BarElement, CategoryScale, LinearScale, LineController, LineElement, LogarithmicScale);
Chart.register(PointElement, Tooltip);

Interaction.modes.nearestOfEach = (chart, event) => {
  const x = chart.scales['x']?.getValueForPixel(event.x ?? 0) ?? 0;
  return chart.getSortedVisibleDatasetMetas().flatMap((meta) => {
    const index = nearestIndex(chart.data.datasets[meta.index]?.data as Point[], x);
    const element = meta.data[index];
    return element ? [{ element, datasetIndex: meta.index, index }] : [];
  });
};

/** What every chart has in common: it fills its frame, stands still and has no legend. */
export const commonOptions = {
  responsive: true,
  maintainAspectRatio: false,
  animation: false,
  normalized: true,
  parsing: false,
} satisfies ChartOptions;

export function tooltipLook(theme: ChartTheme): Partial<TooltipOptions> {
  return {
    animation: false,
    backgroundColor: theme.raised,
    borderColor: theme.line,
    borderWidth: 1,
    titleColor: theme.text,
    bodyColor: theme.text,
    titleFont: { family: theme.font, size: smallText, weight: 600 },
    bodyFont: { family: theme.font, size: smallText },
    padding: 8,
    cornerRadius: 7,
    boxWidth: 8,
    boxHeight: 8,
    boxPadding: 4,
  };
}

/** The chart on the ground of its panel, as a PNG. */
export function imageOf(chart: Chart, ground: string): Promise<Blob> {
  const copy = document.createElement('canvas');
  copy.width = chart.canvas.width;
  copy.height = chart.canvas.height;
  const context = copy.getContext('2d');
  if (!context) throw new Error(words.charts.noCanvas);
  context.fillStyle = ground;
  context.fillRect(0, 0, copy.width, copy.height);
  context.drawImage(chart.canvas, 0, 0);
  return new Promise((resolve, reject) => {
    copy.toBlob((blob) => (blob ? resolve(blob) : reject(new Error(words.charts.notWritten))), 'image/png');
  });
}

export { Chart };
