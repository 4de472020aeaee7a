import type { Evaluation } from '../../../../shared/contract/evaluation';
import { cellCount, matrixLook, type MatrixLook } from '../../../../shared/charts/matrix-look';
import { fitted } from '../../../../shared/charts/pen';
import type { ChartTheme } from '../../../parts/charts/theme';
import { smallText } from '../../../parts/charts/theme';
import type { Cell } from '../../../state/evaluation.svelte';

/** Where a matrix lies in its canvas, in CSS pixels. */
export interface MatrixPlace {
  readonly left: number;
  readonly top: number;
  /** Of a cell: at least half a pixel, so that a matrix of 1,000 classes fits. */
  readonly cell: number;
  readonly classes: number;
}

const leastLabelled = 13;
const leastNumbered = 26;
const widestLabel = 132;
const largestCell = 54;

/** The largest matrix that fits, with room for the names of the classes where they can be read. */
export function placeMatrix(classes: number, width: number, height: number, longest: number): MatrixPlace {
  const label = Math.min(widestLabel, longest + 10);
  const cellWith = (margin: number): number => Math.max(0.5, Math.min(width - margin, height - margin - 3) / classes);
  const labelled = cellWith(label) >= leastLabelled;
  const margin = labelled ? label : 1;
  return { left: margin, top: margin, cell: Math.min(largestCell, cellWith(margin)), classes };
}

/** The cell at a place of the canvas; null where there is none. */
export function cellAt({ left, top, cell, classes }: MatrixPlace, x: number, y: number): Cell | null {
  const [predicted, truth] = [Math.floor((x - left) / cell), Math.floor((y - top) / cell)];
  const inside = predicted >= 0 && truth >= 0 && predicted < classes && truth < classes;
  return inside ? { truth, predicted } : null;
}

/** The colours of cells in the theme in force. */
export function themeLook({ training, validation, grid }: ChartTheme): MatrixLook {
  return matrixLook({ right: training, wrong: validation, ground: grid });
}

/** Draws the shares of each true class's pictures: what is right in one colour, what is confused in another. */
export function drawMatrix(
  context: CanvasRenderingContext2D,
  { confusionMatrix, classes }: Evaluation,
  place: MatrixPlace,
  theme: ChartTheme,
  selected: Cell | null,
): void {
  const { left, top, cell } = place;
  const gap = cell >= 8 ? 1 : 0;
  const side = place.classes * cell;
  const look = themeLook(theme);
  context.fillStyle = theme.grid;
  context.fillRect(left, top, side, side);
  context.font = `${smallText}px ${theme.font}`;
  context.textBaseline = 'middle';
  confusionMatrix.forEach((row, truth) => {
    const support = row.reduce((sum, count) => sum + count, 0);
    row.forEach((count, predicted) => {
      if (count === 0) return;
      const [x, y] = [left + predicted * cell, top + truth * cell];
      const share = count / support;
      context.fillStyle = look.fill(share, truth === predicted);
      context.fillRect(x, y, Math.max(cell - gap, 0.75), Math.max(cell - gap, 0.75));
      if (cell < leastNumbered) return;
      context.fillStyle = look.ink(share, truth === predicted);
      context.textAlign = 'center';
      context.fillText(cellCount(count), x + cell / 2, y + cell / 2);
    });
  });
  if (cell >= leastLabelled) drawNames(context, classes.map(({ name }) => name), place, theme); // prettier-ignore
  if (!selected) return;
  context.strokeStyle = theme.text;
  context.lineWidth = 2;
  const outline = Math.max(cell, 6);
  const [x, y] = [left + (selected.predicted + 0.5) * cell, top + (selected.truth + 0.5) * cell];
  context.strokeRect(x - outline / 2, y - outline / 2, outline, outline);
}

function drawNames(
  context: CanvasRenderingContext2D,
  names: readonly string[],
  { left, top, cell }: MatrixPlace,
  theme: ChartTheme,
): void {
  context.fillStyle = theme.muted;
  names.forEach((name, index) => {
    const text = fitted(name, left - 10, (part) => context.measureText(part).width);
    const middle = (index + 0.5) * cell;
    context.textAlign = 'right';
    context.fillText(text, left - 6, top + middle);
    context.save();
    context.translate(left + middle, top - 6);
    context.rotate(-Math.PI / 2);
    context.textAlign = 'left';
    context.fillText(text, 0, 0);
    context.restore();
  });
}
