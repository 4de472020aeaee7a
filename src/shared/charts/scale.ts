/** One axis: which values it shows, and where. */
export interface Scale {
  readonly low: number;
  readonly high: number;
  readonly logarithmic: boolean;
  /** Values that are written at it, rising. */
  readonly ticks: readonly number[];
}

const niceSteps = [1, 2, 2.5, 5, 10];
/** Steps of an axis of time, in seconds; from days on they are as those of other axes. */
const timeSteps = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200, 86_400];

function niceStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  return (niceSteps.find((step) => step * power >= least * (1 - 1e-9)) ?? 10) * power;
}

const clean = (value: number): number => Number(value.toPrecision(12));

interface Ticks {
  /** At most so many. */
  readonly most?: number;
  /** Whether the axis is of seconds. */
  readonly time?: boolean;
  /** Whether there are only whole numbers. */
  readonly whole?: boolean;
}

/** Between the ticks of an axis of that length. */
function stepOver(length: number, { most = 6, time = false, whole = false }: Ticks): number {
  const least = length / most;
  const step = (time ? timeSteps.find((candidate) => candidate >= least) : undefined) ?? niceStep(least);
  return Math.max(step, whole ? 1 : 0);
}

/**
 * An axis from 0 to a value.
 * @param most Ticks at most.
 * @param rounded Whether it goes on to the next tick.
 */
export function linearScale(
  high: number,
  { most = 6, rounded = false, time = false, whole = false, limit = Infinity } = {},
): Scale {
  const end = high > 0 && Number.isFinite(high) ? high : 1;
  const step = stepOver(end, { most, time, whole });
  const top = Math.min(limit, rounded ? clean(Math.ceil(clean(end / step)) * step) : end);
  const count = Math.floor(clean(top / step));
  return {
    low: 0,
    high: top,
    logarithmic: false,
    ticks: Array.from({ length: count + 1 }, (_, index) => clean(index * step)),
  };
}

/** An axis from one value to a higher one, which need not be ticks. */
export function rangeScale(low: number, high: number, ticks: Ticks = {}): Scale {
  const step = stepOver(high - low, ticks);
  const first = Math.ceil(clean(low / step));
  const count = Math.max(0, Math.floor(clean(high / step)) - first + 1);
  return {
    low,
    high,
    logarithmic: false,
    ticks: Array.from({ length: count }, (_, index) => clean((first + index) * step)),
  };
}

/** An axis of whole powers of ten around positive values. */
export function logarithmicScale(low: number, high: number): Scale {
  const known = low > 0 && Number.isFinite(high) && high >= low;
  const [first, last] = known ? [Math.floor(Math.log10(low)), Math.ceil(Math.log10(high))] : [-1, 0];
  const end = Math.max(last, first + 1);
  const every = Math.ceil((end - first) / 6);
  const powers = Array.from({ length: Math.floor((end - first) / every) + 1 }, (_, index) => first + index * every);
  return {
    low: Number(`1e${first}`),
    high: Number(`1e${end}`),
    logarithmic: true,
    ticks: powers.flatMap((power) =>
      // Where there are few powers, 2 and 5 between them.
      (end - first <= 2 && power < end ? [1, 2, 5] : [1]).map((digit) => Number(`${digit}e${power}`)),
    ),
  };
}

/** Whether a value lies within the axis. */
export const isSeen = ({ low, high }: Scale, value: number): boolean => value >= low && value <= high;

/** Where a value lies: 0 at the low end, 1 at the high end, beyond them outside. */
export function placeOn({ low, high, logarithmic }: Scale, value: number): number {
  if (!logarithmic) return (value - low) / (high - low);
  return Math.log(value / low) / Math.log(high / low);
}

/** The value at a place, the reverse of `placeOn`. */
export function valueOn({ low, high, logarithmic }: Scale, place: number): number {
  return logarithmic ? low * (high / low) ** place : low + place * (high - low);
}
