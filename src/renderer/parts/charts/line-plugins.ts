import type { Chart, Plugin } from 'chart.js';
import type { LineSeries, LineView } from './line-view';
import { type ChartTheme, smallText } from './theme';

/** Pixels that an end label needs below the one before. */
const labelHeight = 16;

interface Label {
  readonly text: string;
  readonly colour: string;
  readonly x: number;
  y: number;
}

/** Moves labels down so that none covers another, and up again where they leave the area. */
export function spread(labels: readonly Label[], top: number, bottom: number): void {
  const sorted = [...labels].sort((a, b) => a.y - b.y);
  let least = top;
  for (const label of sorted) {
    label.y = Math.max(label.y, least);
    least = label.y + labelHeight;
  }
  let most = bottom;
  for (const label of sorted.reverse()) {
    label.y = Math.min(label.y, most);
    most = label.y - labelHeight;
  }
}

function labelOf(chart: Chart, series: LineSeries, theme: ChartTheme): Label[] {
  const last = series.points.at(-1);
  const [x, y] = [chart.scales['x'], chart.scales['y']];
  if (!last || !x || !y || series.endLabel === null) return [];
  const pixel = y.getPixelForValue(last.y);
  const level = Number.isFinite(pixel) ? pixel : chart.chartArea.bottom;
  const right = chart.width - chart.ctx.measureText(series.endLabel).width - 2;
  const left = Math.min(x.getPixelForValue(last.x) + 8, right);
  return [{ text: series.endLabel, colour: theme[series.tone], x: left, y: level }];
}

/** Names each curve at its end instead of in a legend. */
export function endLabels(view: () => LineView, theme: () => ChartTheme): Plugin<'line'> {
  return {
    id: 'endLabels',
    afterDatasetsDraw(chart) {
      const { ctx, chartArea } = chart;
      ctx.save();
      ctx.font = `600 12px ${theme().font}`;
      const labels = view().series.flatMap((series) => labelOf(chart, series, theme()));
      spread(labels, chartArea.top + labelHeight / 2, chartArea.bottom - labelHeight / 2);
      ctx.textBaseline = 'middle';
      ctx.lineJoin = 'round';
      ctx.lineWidth = 4;
      ctx.strokeStyle = theme().panel;
      for (const { text, colour, x, y } of labels) {
        ctx.strokeText(text, x, y);
        ctx.fillStyle = colour;
        ctx.fillText(text, x, y);
      }
      ctx.restore();
    },
  };
}

/** A dashed line with a word at each drop of the learning rate. */
export function stepMarks(view: () => LineView, theme: () => ChartTheme): Plugin<'line'> {
  return {
    id: 'stepMarks',
    beforeDatasetsDraw(chart) {
      const { ctx, chartArea, scales } = chart;
      const { x } = scales;
      if (!x) return;
      ctx.save();
      ctx.font = `${smallText}px ${theme().font}`;
      ctx.strokeStyle = theme().muted;
      ctx.fillStyle = theme().muted;
      ctx.setLineDash([3, 3]);
      ctx.textBaseline = 'top';
      for (const mark of view().marks) {
        const pixel = Math.round(x.getPixelForValue(mark.x)) + 0.5;
        ctx.beginPath();
        ctx.moveTo(pixel, chartArea.top);
        ctx.lineTo(pixel, chartArea.bottom);
        ctx.stroke();
        ctx.fillText(mark.label, pixel + 5, chartArea.top + 2);
      }
      ctx.restore();
    },
  };
}
