export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Rows whose x lies in the same span, as ranges [first, after the last]. */
function* spans(x: ArrayLike<number>, width: number): Generator<[number, number]> {
  for (let from = 0; from < x.length;) {
    const span = Math.floor((x[from] ?? 0) / width);
    let to = from + 1;
    while (to < x.length && Math.floor((x[to] ?? 0) / width) === span) to += 1;
    yield [from, to];
    from = to;
  }
}

/**
 * The lowest and the highest point of each span, in the order of x, so that the drawing looks as if all were drawn.
 * @param x Rising.
 * @param width Of a span, in units of x: at 1 or less, whole numbers all stay.
 */
export function extremes(x: ArrayLike<number>, y: ArrayLike<number>, width: number): Point[] {
  const points: Point[] = [];
  for (const [from, to] of spans(x, width)) {
    let [low, high] = [from, from];
    for (let row = from + 1; row < to; row += 1) {
      if ((y[row] ?? 0) < (y[low] ?? 0)) low = row;
      if ((y[row] ?? 0) > (y[high] ?? 0)) high = row;
    }
    const rows = low === high ? [low] : [Math.min(low, high), Math.max(low, high)];
    for (const row of rows) points.push({ x: x[row] ?? 0, y: y[row] ?? 0 });
  }
  return points;
}

/** The last point of each span: enough for a line that is smooth already. */
export function lastOfSpans(x: ArrayLike<number>, y: ArrayLike<number>, width: number): Point[] {
  const points: Point[] = [];
  for (const [, to] of spans(x, width)) points.push({ x: x[to - 1] ?? 0, y: y[to - 1] ?? 0 });
  return points;
}

/** Index of the point nearest to x; -1 where there is none. */
export function nearestIndex(points: readonly Point[], x: number): number {
  let [low, high] = [0, points.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((points[middle]?.x ?? 0) < x) low = middle + 1;
    else high = middle;
  }
  const [before, after] = [points[low - 1], points[low]];
  if (!after) return -1;
  return before && x - before.x <= after.x - x ? low - 1 : low;
}

/** The mean of each span at its last x, over those of its values that are numbers. */
export function meansOfSpans(x: ArrayLike<number>, y: ArrayLike<number>, width: number): Point[] {
  const points: Point[] = [];
  for (const [from, to] of spans(x, width)) {
    let [sum, count] = [0, 0];
    for (let row = from; row < to; row += 1) {
      const value = y[row] ?? NaN;
      if (!Number.isFinite(value)) continue;
      sum += value;
      count += 1;
    }
    if (count > 0) points.push({ x: x[to - 1] ?? 0, y: sum / count });
  }
  return points;
}
