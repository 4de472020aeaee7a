import type { Area } from './curve-path';
import type { LineStyle } from './line-style';

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
