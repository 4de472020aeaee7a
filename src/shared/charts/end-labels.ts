import type { Chart, Plugin } from 'chart.js';
import type { Area, CurveSeries } from './curves-view';
import { drawMarker, type LineStyle } from './line-style';
import { type ChartLook, fontOf, haloText } from './look';
export interface EndLabel {
  readonly label: string;
  readonly style: LineStyle;
  readonly x: number;
  readonly y: number;
}

/** A label in its place, with where its curve ends; null where they are too many to be led there. */
export interface PlacedLabel extends EndLabel {
  readonly end: { readonly x: number; readonly y: number } | null;
}

/** Pixels that a label needs below the one before. */
const pitch = 14;
/** Between columns of labels, where they are too many for one. */
const columnWidth = 30;

/** Moves places down so that none covers the one before, and up again where they leave the area. */
function spread(sorted: readonly number[], top: number, bottom: number): number[] {
  let least = top;
  const down = sorted.map((y) => {
    const moved = Math.max(y, least);
    least = moved + pitch;
    return moved;
  });
  let most = bottom;
  return down
    .reverse()
    .map((y) => {
      const moved = Math.min(y, most);
      most = moved - pitch;
      return moved;
    })
    .reverse();
}

/**
 * Labels at the height of the ends of their curves, beside the longest of these, in as many columns as it takes for none to cover another.
 * @returns those at the top first.
 */
export function placeLabels(labels: readonly EndLabel[], area: Area): PlacedLabel[] {
  const sorted = [...labels].sort((a, b) => a.y - b.y);
  const rows = Math.max(1, Math.floor(area.height / pitch));
  const columns = Math.ceil(sorted.length / rows) || 1;
  const [top, bottom] = [area.top + pitch / 2, area.top + area.height - pitch / 2];
  const places = Array.from({ length: columns }, (_, column) =>
    spread(
      sorted.filter((_, index) => index % columns === column).map(({ y }) => y),
      top,
      bottom,
    ),
  );
  // Where one curve ends the others may go on.
  const last = Math.max(...sorted.map(({ x }) => x));
  return sorted.map((label, index) => {
    const column = index % columns;
    return {
      ...label,
      end: columns > 1 ? null : { x: label.x, y: label.y },
      x: (columns > 1 ? area.left + area.width : last) + 4 + column * columnWidth,
      y: places[column]?.[Math.floor(index / columns)] ?? label.y,
    };
  });
}

/** Pixels between the end of a curve and its label from which on a dotted line leads there. */
const longLead = 12;
/** Of a line that leads to a label, where it leaves the height of the curve's end. */
const elbow = 7;

/** Where lines end that have a label, as far as they can be seen. */
function endsOf({ scales, chartArea }: Chart, series: readonly CurveSeries[]): EndLabel[] {
  const [x, y] = [scales['x'], scales['y']];
  if (!x || !y) return [];
  return series.flatMap(({ label, points, style }) => {
    const last = points.filter((point) => point.x >= x.min && point.x <= x.max).at(-1);
    if (label === null || !last) return [];
    const known = Number.isFinite(last.y) && (y.type !== 'logarithmic' || last.y > 0);
    const height = known ? y.getPixelForValue(last.y) : chartArea.bottom;
    return [{ label, style, x: x.getPixelForValue(last.x), y: height }];
  });
}

/** The names at the ends of the lines, where these can be seen. */
export function endLabels(series: readonly CurveSeries[], look: ChartLook): Plugin<'line'> {
  return {
    id: 'endLabels',
    afterDatasetsDraw(chart) {
      const { ctx, chartArea } = chart;
      ctx.save();
      ctx.font = fontOf(look, true);
      ctx.textAlign = 'left';
      ctx.textBaseline = 'alphabetic';
      for (const { label, style, end, x, y } of placeLabels(endsOf(chart, series), chartArea)) {
        if (end && x - end.x > longLead) {
          ctx.strokeStyle = style.colour;
          ctx.lineWidth = 1;
          ctx.setLineDash([1, 4]);
          ctx.beginPath();
          ctx.moveTo(end.x, end.y);
          ctx.lineTo(x - elbow, end.y);
          ctx.lineTo(x, y);
          ctx.stroke();
          ctx.setLineDash([]);
        }
        drawMarker(ctx, style, x + 4, y, 3.6);
        ctx.fillStyle = look.text;
        haloText(ctx, label, x + 11, y + 4, look);
      }
      ctx.restore();
    },
  };
}
