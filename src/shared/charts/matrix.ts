import type { ChartConfiguration, Plugin } from 'chart.js';
import { type AnyChart, commonOptions, type Size } from './chart';
import { type ChartLook, type Context, fontOf } from './look';
import { cellCount, type MatrixLook } from './matrix-look';
import { fitted, textWidth } from './text';

/** Counts by true class, a row each, and predicted class, a column each. */
export interface MatrixView {
  readonly names: readonly string[];
  readonly counts: readonly (readonly number[])[];
  /** Beside the rows and over the columns; empty where the page tells it. */
  readonly truth: string;
  readonly predicted: string;
  readonly look: MatrixLook;
  /** The cell with a frame; null for none. */
  readonly selected: { readonly truth: number; readonly predicted: number } | null;
}

/** Where the cells lie, in pixels. */
export interface MatrixPlace {
  readonly left: number;
  readonly top: number;
  /** Side of a cell. */
  readonly cell: number;
  readonly classes: number;
  /** Pixels for the names beside the rows and over the columns; 0 for none. */
  readonly names: number;
}

/** Pixels from which on cells hold their counts, and from which on there is space between them. */
const [countFrom, gapFrom] = [26, 8];

/** Cells of the same colour as strokes of one line along the rows: a million of them stay a small file. */
function strokeCells(context: Context, { counts, look }: MatrixView, { left, top, cell }: MatrixPlace): void {
  const runs = new Map<string, [from: number, y: number, to: number][]>();
  counts.forEach((row, truth) => {
    const support = row.reduce((sum, count) => sum + count, 0);
    const fills = row.map((count, predicted) => (count === 0 ? null : look.fill(count / support, truth === predicted)));
    for (let from = 0; from < fills.length;) {
      const fill = fills[from] ?? null;
      let to = from + 1;
      while (to < fills.length && fills[to] === fill) to += 1;
      if (fill !== null) {
        const own = runs.get(fill) ?? [];
        runs.set(fill, own);
        own.push([left + from * cell, top + (truth + 0.5) * cell, left + to * cell]);
      }
      from = to;
    }
  });
  // Below a pixel a cell would be too faint to be seen.
  context.lineWidth = Math.max(cell, 0.75);
  for (const [fill, own] of runs) {
    context.strokeStyle = fill;
    context.beginPath();
    for (const [from, y, to] of own) {
      context.moveTo(from, y);
      context.lineTo(Math.max(to, from + 0.75), y);
    }
    context.stroke();
  }
}

/** Each cell by itself, with its count where there is room for it. */
function fillCells(context: Context, { counts, look }: MatrixView, { left, top, cell }: MatrixPlace): void {
  const gap = Math.min(1, cell / 12);
  context.textAlign = 'center';
  counts.forEach((row, truth) => {
    const support = row.reduce((sum, count) => sum + count, 0);
    row.forEach((count, predicted) => {
      if (count === 0) return;
      const [x, y, share] = [left + predicted * cell, top + truth * cell, count / support];
      context.fillStyle = look.fill(share, truth === predicted);
      context.fillRect(x, y, cell - gap, cell - gap);
      if (cell < countFrom) return;
      context.fillStyle = look.ink(share, truth === predicted);
      context.fillText(cellCount(count), x + cell / 2, y + cell / 2);
    });
  });
}

/** Names beside the rows and, turned, over the columns. */
function writeNames(context: Context, { names }: MatrixView, place: MatrixPlace, look: ChartLook): void {
  const { left, top, cell } = place;
  context.fillStyle = look.muted;
  names.forEach((name, index) => {
    const text = fitted(name, place.names - 12, (part) => context.measureText(part).width);
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

/** Draws the shares of each true class: what is right in one colour, what is confused in another. */
function cells(view: MatrixView, place: MatrixPlace, look: ChartLook): Plugin<'scatter'> {
  const { left, top, cell, classes } = place;
  return {
    id: 'matrix',
    beforeDraw({ ctx }) {
      const side = classes * cell;
      ctx.save();
      ctx.font = fontOf(look);
      ctx.textBaseline = 'middle';
      ctx.fillStyle = look.grid;
      ctx.fillRect(left, top, side, side);
      if (cell >= gapFrom) fillCells(ctx, view, place);
      else strokeCells(ctx, view, place);
      if (place.names > 0) writeNames(ctx, view, place, look);
      ctx.font = fontOf(look, true);
      ctx.fillStyle = look.text;
      ctx.textBaseline = 'alphabetic';
      ctx.textAlign = 'left';
      if (view.truth !== '') ctx.fillText(view.truth, 4, top - 8);
      ctx.textAlign = 'center';
      if (view.predicted !== '') ctx.fillText(view.predicted, left + side / 2, 16);
      if (view.selected) {
        ctx.strokeStyle = look.text;
        ctx.lineWidth = 2;
        const outline = Math.max(cell, 6);
        const at = (index: number) => (index + 0.5) * cell - outline / 2;
        ctx.strokeRect(left + at(view.selected.predicted), top + at(view.selected.truth), outline, outline);
      }
      ctx.restore();
    },
  };
}

/** A heat map: each row's cells by their share of it. */
export function matrixChart(view: MatrixView, place: MatrixPlace, look: ChartLook): AnyChart {
  const chart: ChartConfiguration<'scatter'> = {
    type: 'scatter',
    data: { datasets: [] },
    options: {
      ...commonOptions,
      events: [],
      scales: { x: { display: false }, y: { display: false } },
      plugins: { title: { display: false }, legend: { display: false }, tooltip: { enabled: false } },
    },
    plugins: [cells(view, place, look)],
  };
  return chart as AnyChart;
}

/** Pixels for the names at most, for the title over them, and at the right and below; around a matrix without names. */
const [widestName, titleRoom, margin, bare] = [190, 24, 12, 32];
/** Pixels from which on rows have their names. */
const nameFrom = 11;
const [leastSide, defaultSide, mostCell] = [220, 1200, 42];

/**
 * Of a square with room for what belongs into its cells: counts up to 46 classes, names up to 109; then whole pixels
 * for each cell, however many there are.
 */
export function matrixSide(classes: number): number {
  const cell = Math.max(1, Math.min(mostCell, Math.floor(defaultSide / classes)));
  return Math.max(leastSide, cell * classes);
}

/** Where a matrix lies that stands alone, with its titles. @param side Of the square, in pixels. */
export function wholeMatrix(
  { names, truth }: Pick<MatrixView, 'names' | 'truth'>,
  side: number,
): { readonly place: MatrixPlace; readonly size: Size } {
  const cell = side / Math.max(1, names.length);
  const named = cell >= nameFrom;
  const room = Math.min(widestName, names.reduce((most, name) => Math.max(most, textWidth(name)), 0) + 12);
  const left = named ? Math.max(room, textWidth(truth) + 16) : bare;
  const top = named ? room + titleRoom : bare;
  return {
    place: { left, top, cell, classes: names.length, names: named ? room : 0 },
    size: { width: Math.ceil(left + side + margin), height: Math.ceil(top + side + margin) },
  };
}
