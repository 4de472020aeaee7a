import { type AnyChart, type Chart, chartSvg, type Size } from './chart';
import type { ChartLook } from './look';

/** What charts are drawn with in tests. */
export const sampleLook = {
  font: 'sans-serif',
  panel: '#ffffff',
  grid: '#e3e6eb',
  text: '#1a1f26',
  muted: '#4d5663',
  rampLow: '#cfe0fa',
  rampHigh: '#2463d1',
  training: '#2463d1',
  validation: '#b04b08',
} satisfies ChartLook & Record<string, string>;

export interface DrawnAxis {
  readonly low: number;
  readonly high: number;
  /** What is written at it, from its low end. */
  readonly ticks: readonly string[];
}

/** Draws a chart without a page. @returns the SVG, the axes as Chart.js made them, and what is written. */
export function drawnChart(chart: AnyChart, size: Size = { width: 700, height: 300 }) {
  const axes: Record<string, DrawnAxis> = {};
  const told = {
    id: 'told',
    afterDraw: ({ scales }: Chart) => {
      for (const [id, { min, max, ticks }] of Object.entries(scales)) {
        const labels = ticks.map(({ label }) => (Array.isArray(label) ? label.join(' ') : (label ?? '')));
        axes[id] = { low: min, high: max, ticks: labels };
      }
    },
  };
  const svg = chartSvg({ ...chart, plugins: [...(chart.plugins ?? []), told] }, size, sampleLook, 'a chart');
  const texts = [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text ?? '');
  return { svg, axes, texts };
}
