export interface Slice {
  /** Index of the first row to draw, and of the one after the last. */
  readonly from: number;
  readonly to: number;
}

/** Rows above and below the visible ones that are drawn too, so that scrolling shows no gap. */
const spare = 4;

/** Which of `count` rows of `rowHeight` pixels to draw where `height` pixels from `scrollTop` on are seen. */
export function visibleRows(count: number, rowHeight: number, scrollTop: number, height: number): Slice {
  const first = Math.floor(Math.max(0, scrollTop) / rowHeight);
  const last = Math.ceil((Math.max(0, scrollTop) + height) / rowHeight);
  const to = Math.min(count, last + spare);
  return { from: Math.max(0, Math.min(first - spare, to)), to };
}
