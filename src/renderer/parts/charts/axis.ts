import { formatCount } from '../../text/format';
import type { Point } from './points';

/** The least of 1, 2, 2.5 or 5 times a power of ten that is not below a positive number. */
export function niceCeiling(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const factor = [1, 2, 2.5, 5, 10].find((candidate) => candidate * power >= value * (1 - 1e-9)) ?? 10;
  return factor * power;
}

/** Above so many steps the first sixth, where everything is high, may run out of the drawing. */
const longRun = 200;

/**
 * Upper end of an axis that begins at 0, from the curves that must be seen whole.
 * @param most A value that no point can exceed.
 */
export function axisTop(curves: readonly (readonly Point[])[], most = Infinity): number {
  const newest = Math.max(0, ...curves.map((points) => points.at(-1)?.x ?? 0));
  const from = newest > longRun ? newest / 6 : 0;
  let top = 0;
  for (const points of curves) for (const { x, y } of points) if (x >= from && y > top) top = y;
  return top > 0 ? Math.min(most, niceCeiling(top * 1.05)) : Math.min(most, 1);
}

/** "0", "1,266", "10k", "1.5M" */
export function shortCount(value: number): string {
  if (Math.abs(value) < 10_000) return formatCount(value);
  const units: readonly [number, string][] = [
    [1e9, 'G'],
    [1e6, 'M'],
    [1e3, 'k'],
  ];
  const [size, unit] = units.find(([least]) => Math.abs(value) >= least) ?? [1, ''];
  return `${Number((value / size).toPrecision(3))}${unit}`;
}
