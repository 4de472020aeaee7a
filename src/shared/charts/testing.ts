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

/** What bars of a chart stand on that is not 0: a logarithmic axis, one that leaves 0 out, or a base of their own. */
export function groundless(chart: AnyChart, size: Size): string[] {
  const faults: string[] = [];
  const ground = {
    id: 'ground',
    afterDraw: (drawn: Chart) => {
      for (const { index, type, vScale } of drawn.getSortedVisibleDatasetMetas()) {
        if (type !== 'bar' || !vScale) continue;
        const { base = 0 } = drawn.data.datasets[index] as { base?: number };
        if (vScale.type !== 'linear') faults.push(`${vScale.id} is ${vScale.type}`);
        else if (vScale.min > 0 || vScale.max < 0 || base !== 0) faults.push(`${vScale.id} is from ${vScale.min}`);
      }
    },
  };
  chartSvg({ ...chart, plugins: [...(chart.plugins ?? []), ground] }, size, sampleLook, 'a chart');
  return faults;
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
