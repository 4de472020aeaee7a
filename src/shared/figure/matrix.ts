import type { Figure, FigureLook, Mark } from './marks';
import { boxOf, shortened, textAt } from './pen';

/** Counts by true class, a row each, and predicted class, a column each. */
export interface MatrixView {
  readonly names: readonly string[];
  readonly counts: readonly (readonly number[])[];
  readonly truth: string;
  readonly predicted: string;
  /** Colour of a cell with that share of its row, above 0 and up to 1; and of what is written on it. */
  readonly fill: (share: number) => string;
  readonly ink: (share: number) => string;
  readonly count: (count: number) => string;
}

const longestName = 16;
const [nameRoom, head] = [130, 56];
/** Cells of at least so many pixels hold their counts, and rows of so many their names. */
const [countFrom, nameFrom] = [26, 11];

/** A heat map: each row's cells by their share of it. @param side Of the square, in pixels. */
export function matrixFigure(view: MatrixView, side: number, look: FigureLook): Figure {
  const { names, counts, fill, ink } = view;
  const cell = side / Math.max(1, names.length);
  const named = cell >= nameFrom;
  const [left, top] = named ? [nameRoom, head] : [30, 30];
  const cells = counts.flatMap((row, truth) => {
    const support = row.reduce((sum, count) => sum + count, 0);
    return row.flatMap((count, predicted): Mark[] => {
      if (count === 0) return [];
      const [x, y, share] = [left + predicted * cell, top + truth * cell, count / support];
      const box = boxOf(x, y, cell, cell, fill(share));
      if (cell < countFrom) return [box];
      return [box, textAt(view.count(count), x + cell / 2, y + cell / 2 + 4, 'middle', ink(share))];
    });
  });
  const sides = named
    ? names.flatMap((name, index): Mark[] => {
        const at = (index + 0.5) * cell + 4;
        const row = textAt(shortened(name, longestName), left - 6, top + at, 'end', look.muted);
        // Every other one stands higher, so that two neighbours have room for twice their letters.
        const column = textAt(
          shortened(name, Math.max(3, Math.floor(cell / 3.4))),
          left + at - 4,
          top - 8 - (index % 2) * 14,
          'middle',
          look.muted,
        );
        return [row, column];
      })
    : [];
  const titles = [
    textAt(view.truth, 4, top - 8, 'start', look.text, true),
    textAt(view.predicted, left + side / 2, 16, 'middle', look.text, true),
  ];
  const ground = boxOf(left, top, side, side, look.grid);
  const [width, height] = [left + side + 12, top + side + 12];
  return { width, height, ground: look.ground, font: look.font, marks: [ground, ...cells, ...sides, ...titles] };
}
