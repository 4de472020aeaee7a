import type { MatrixPlace } from '../../../../shared/charts/matrix';
import { matrixLook, type MatrixLook } from '../../../../shared/charts/matrix-look';
import type { ChartTheme } from '../../../parts/charts/theme';
import type { Cell } from '../../../state/evaluation.svelte';

const leastLabelled = 13;
const widestLabel = 132;
const largestCell = 54;

/** The largest matrix that fits, with room for the names of the classes where they can be read. */
export function placeMatrix(classes: number, width: number, height: number, longest: number): MatrixPlace {
  const label = Math.min(widestLabel, longest + 10);
  const cellWith = (margin: number): number => Math.max(0.5, Math.min(width - margin, height - margin - 3) / classes);
  const labelled = cellWith(label) >= leastLabelled;
  const margin = labelled ? label : 1;
  return {
    left: margin,
    top: margin,
    // At least half a pixel, so that a matrix of 1,000 classes fits.
    cell: Math.min(largestCell, cellWith(margin)),
    classes,
    names: labelled ? label : 0,
  };
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
