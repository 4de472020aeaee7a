import type { ChartConfiguration, Plugin } from 'chart.js';
import { type AnyChart, commonOptions, type Size, textFont, titleLeft, titleOf } from './chart';
import { type ChartLook, fontOf } from './look';
import { shortened } from './text';

export interface RowPart {
  readonly name: string;
  readonly fill: string;
}

/** One lying bar a thing, made of parts one after the other, such as the pictures of a class by split. */
export interface RowsView {
  readonly title: string;
  readonly parts: readonly RowPart[];
  readonly rows: readonly { readonly name: string; readonly counts: readonly number[] }[];
  readonly count: (count: number) => string;
}

const [rowHeight, titleRoom, legendRoom, margin, nameRoom, countRoom] = [20, 26, 35, 12, 170, 76];
const longestName = 26;

/** The height that a number of rows needs. @param width In pixels. */
export const rowsSize = (rows: number, width: number): Size => ({
  width,
  height: titleRoom + legendRoom + rows * rowHeight + margin,
});

const totalOf = (counts: readonly number[]): number => counts.reduce((sum, part) => sum + part, 0);

/** The sum of its parts behind each bar. */
function totals({ rows, count }: RowsView, look: ChartLook): Plugin<'bar'> {
  return {
    id: 'totals',
    afterDatasetsDraw({ ctx, scales }) {
      ctx.save();
      ctx.font = fontOf(look);
      ctx.fillStyle = look.muted;
      ctx.textAlign = 'left';
      ctx.textBaseline = 'middle';
      rows.forEach(({ counts }, row) => {
        const [x, y] = [scales['x']?.getPixelForValue(totalOf(counts)), scales['y']?.getPixelForValue(row)];
        if (x !== undefined && y !== undefined) ctx.fillText(count(totalOf(counts)), x + 8, y);
      });
      ctx.restore();
    },
  };
}

/** Lying bars with the names of the rows at the left, and of the parts above. */
export function rowsChart(view: RowsView, look: ChartLook): AnyChart {
  const { title, parts, rows } = view;
  const chart: ChartConfiguration<'bar', { x: number; y: number }[], string> = {
    type: 'bar',
    data: {
      labels: rows.map(({ name }) => shortened(name, longestName)),
      datasets: parts.map(({ name, fill }, part) => ({
        label: name,
        data: rows.map(({ counts }, y) => ({ x: counts[part] ?? 0, y })),
        backgroundColor: fill,
        categoryPercentage: 1,
        barPercentage: 0.6,
      })),
    },
    options: {
      ...commonOptions,
      indexAxis: 'y',
      events: [],
      layout: { padding: { left: titleLeft, right: countRoom, bottom: margin } },
      scales: {
        x: {
          display: false,
          stacked: true,
          min: 0,
          max: rows.reduce((most, { counts }) => Math.max(most, totalOf(counts)), 0) || 1,
        },
        y: {
          type: 'category',
          stacked: true,
          border: { display: false },
          grid: { display: false },
          ticks: { color: look.text, font: textFont(look), autoSkip: false, padding: 10 },
          afterFit: (axis) => (axis.width = nameRoom),
        },
      },
      plugins: {
        title: titleOf(title, look, titleRoom, true),
        legend: {
          display: true,
          align: 'start',
          maxHeight: legendRoom,
          labels: { color: look.muted, font: textFont(look), boxWidth: 10, boxHeight: 10, padding: 8 },
        },
        tooltip: { enabled: false },
      },
    },
    plugins: [totals(view, look)],
  };
  return chart as AnyChart;
}
