import type { Plugin } from 'chart.js';
import type { CurveSeries } from './curves-view';
import { translucent } from './look';
import type { Point } from './points';

/** A line, and of its points those that can be drawn. */
export interface PlainLine {
  readonly series: CurveSeries;
  readonly points: readonly Point[];
}

const opacities = { faint: 0.34, thin: 0.75, line: 1, marked: 1, faded: 0.22 } as const;

/** How a line is stroked. */
export function strokeOfSeries({ style, weight, faded }: CurveSeries) {
  return {
    colour: translucent(style.colour, faded ? opacities.faded : opacities[weight]),
    width: weight === 'thin' || weight === 'faint' ? 1.1 : 2,
    dash: [...style.dash],
  };
}

/**
 * Lines whose points are not marked, the first at the back. Chart.js keeps an object for each point of a dataset, which
 * for a run that trains costs half as much again; these are drawn from their numbers, on its scales.
 */
export function curveLines(lines: readonly PlainLine[]): Plugin<'line'> {
  return {
    id: 'curveLines',
    beforeDatasetsDraw({ ctx, scales, chartArea }) {
      const [x, y] = [scales['x'], scales['y']];
      if (!x || !y) return;
      ctx.save();
      ctx.beginPath();
      ctx.rect(chartArea.left, chartArea.top - 1, chartArea.width, chartArea.height + 2);
      ctx.clip();
      ctx.lineJoin = 'round';
      for (const { series, points } of lines) {
        const { colour, width, dash } = strokeOfSeries(series);
        ctx.strokeStyle = colour;
        ctx.lineWidth = width;
        ctx.setLineDash(dash);
        ctx.beginPath();
        for (const point of points) ctx.lineTo(x.getPixelForValue(point.x), y.getPixelForValue(point.y));
        ctx.stroke();
      }
      ctx.restore();
    },
  };
}
