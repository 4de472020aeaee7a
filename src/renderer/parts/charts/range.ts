/** The part of an axis that is looked at. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

/** A range of that kind inside the whole; null where it is the whole. */
function within(range: Range, whole: Range): Range | null {
  const length = range.high - range.low;
  if (length >= (whole.high - whole.low) * (1 - 1e-9)) return null;
  const low = Math.min(Math.max(range.low, whole.low), whole.high - length);
  return { low, high: low + length };
}

/**
 * A range with a value held where it is.
 * @param place Of the value, 0 at the low end and 1 at the high one.
 * @param factor Below 1 the range gets shorter.
 * @param least Length that is not gone below.
 */
export function zoomed(range: Range, whole: Range, place: number, factor: number, least: number): Range | null {
  const length = range.high - range.low;
  const next = Math.max(Math.min(least, length), length * factor);
  const low = range.low + (length - next) * place;
  return within({ low, high: low + next }, whole);
}

/** A range moved on by a share of its own length. */
export function moved(range: Range, whole: Range, share: number): Range | null {
  const by = (range.high - range.low) * share;
  return within({ low: range.low + by, high: range.high + by }, whole);
}

/** The range between two values, in whichever order, no shorter than the least. */
export function between(from: number, to: number, whole: Range, least: number): Range | null {
  const middle = (from + to) / 2;
  const half = Math.max(Math.abs(to - from), least) / 2;
  return within({ low: middle - half, high: middle + half }, whole);
}

/**
 * The range in which two places show what they were on before, as two fingers spread.
 * @param before Places of the fingers in the range, 0 to 1. @param now Where they have gone.
 */
export function pinched(
  range: Range,
  whole: Range,
  before: readonly [number, number],
  now: readonly [number, number],
  least: number,
): Range | null {
  const length = range.high - range.low;
  const spread = Math.abs(now[1] - now[0]);
  if (spread < 0.01) return range;
  const next = Math.max(Math.min(least, length), (length * Math.abs(before[1] - before[0])) / spread);
  const held = range.low + (length * (before[0] + before[1])) / 2;
  const low = held - (next * (now[0] + now[1])) / 2;
  return within({ low, high: low + next }, whole);
}
