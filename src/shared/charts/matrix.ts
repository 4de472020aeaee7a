import type { Figure, FigureLook, Mark } from './marks';
import { short } from './marks';
import { cellCount, type MatrixLook } from './matrix-look';
import { boxOf, fitted, textAt, textWidth } from './pen';

/** Counts by true class, a row each, and predicted class, a column each. */
export interface MatrixView {
  readonly names: readonly string[];
  readonly counts: readonly (readonly number[])[];
  readonly truth: string;
  readonly predicted: string;
  readonly look: MatrixLook;
}

/** Pixels for the names at most, for the title over them, and at the right and below. */
const [widestName, titleRoom, margin] = [190, 24, 12];
/** Around a matrix without names. */
const bare = 32;
/** Cells of at least so many pixels hold their counts, and rows of so many their names. */
const [countFrom, nameFrom] = [26, 11];
const [leastSide, usualSide, mostCell] = [220, 1200, 42];

/**
 * Of a square with room for what belongs into its cells: counts up to 46 classes, names up to 109; then whole pixels
 * for each cell, however many there are.
 */
export function matrixSide(classes: number): number {
  const cell = Math.max(1, Math.min(mostCell, Math.floor(usualSide / classes)));
  return Math.max(leastSide, cell * classes);
}

/** Cells of the same colour as strokes of one line along the rows: a million of them stay a small file. */
function joinedCells(view: MatrixView, left: number, top: number, cell: number): Mark[] {
  const paths = new Map<string, string[]>();
  view.counts.forEach((row, truth) => {
    const support = row.reduce((sum, count) => sum + count, 0);
    const fills = row.map((count, predicted) =>
      count === 0 ? null : view.look.fill(count / support, truth === predicted),
    );
    const y = short(top + (truth + 0.5) * cell);
    for (let from = 0; from < fills.length;) {
      const fill = fills[from] ?? null;
      let to = from + 1;
      while (to < fills.length && fills[to] === fill) to += 1;
      if (fill !== null) {
        const path = paths.get(fill) ?? [];
        paths.set(fill, path);
        path.push(`M${short(left + from * cell)} ${y}h${short((to - from) * cell)}`);
      }
      from = to;
    }
  });
  return [...paths].map(([stroke, path]) => ({
    kind: 'line',
    d: path.join(''),
    stroke,
    width: short(cell),
    dash: [],
    opacity: 1,
  }));
}

function cellsOf({ counts, look }: MatrixView, left: number, top: number, cell: number): Mark[] {
  const gap = Math.min(1, cell / 12);
  return counts.flatMap((row, truth) => {
    const support = row.reduce((sum, count) => sum + count, 0);
    return row.flatMap((count, predicted): Mark[] => {
      if (count === 0) return [];
      const [x, y, share] = [left + predicted * cell, top + truth * cell, count / support];
      const box = boxOf(x, y, cell - gap, cell - gap, look.fill(share, truth === predicted));
      if (cell < countFrom) return [box];
      const ink = look.ink(share, truth === predicted);
      return [box, textAt(cellCount(count), x + cell / 2, y + cell / 2 + 4, 'middle', ink)];
    });
  });
}

/** A heat map: each row's cells by their share of it. @param side Of the square, in pixels. */
export function matrixFigure(view: MatrixView, side: number, look: FigureLook): Figure {
  const { names } = view;
  const cell = side / Math.max(1, names.length);
  const named = cell >= nameFrom;
  const room = Math.min(widestName, names.reduce((most, name) => Math.max(most, textWidth(name)), 0) + 12);
  const left = named ? Math.max(room, textWidth(view.truth) + 16) : bare;
  const top = named ? room + titleRoom : bare;
  const cells = named ? cellsOf(view, left, top, cell) : joinedCells(view, left, top, cell);
  const sides = named
    ? names.flatMap((name, index): Mark[] => {
        const [at, text] = [(index + 0.5) * cell + 4, fitted(name, room - 12)];
        return [
          textAt(text, left - 6, top + at, 'end', look.muted),
          { ...textAt(text, left + at, top - 6, 'start', look.muted), turned: true },
        ];
      })
    : [];
  const titles = [
    textAt(view.truth, 4, top - 8, 'start', look.text, true),
    textAt(view.predicted, left + side / 2, 16, 'middle', look.text, true),
  ];
  const ground = boxOf(left, top, side, side, look.grid);
  const [width, height] = [Math.ceil(left + side + margin), Math.ceil(top + side + margin)];
  return { width, height, ground: look.ground, font: look.font, marks: [ground, ...cells, ...sides, ...titles] };
}
