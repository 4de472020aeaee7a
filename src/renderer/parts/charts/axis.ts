import { formatCount } from '../../text/format';

/** Ends of an axis that begins at 0, each with the number of equal steps that read well up to it. */
const ends: readonly (readonly [end: number, steps: number])[] = [
  [1, 5],
  [1.2, 4],
  [1.5, 3],
  [2, 4],
  [2.5, 5],
  [3, 3],
  [4, 4],
  [5, 5],
  [6, 3],
  [8, 4],
  [10, 5],
];

function endFor(value: number): { end: number; step: number } {
  const power = 10 ** Math.floor(Math.log10(value));
  const [end, steps] = ends.find(([candidate]) => candidate * power >= value * (1 - 1e-9)) ?? [10, 5];
  return { end: end * power, step: (end * power) / steps };
}

/** The next round number that is not below a positive number: 1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6 or 8 times a power of ten. */
export function niceCeiling(value: number): number {
  return endFor(value).end;
}

/** Between the ticks of an axis from 0 to a round number. */
export function axisStep(top: number): number {
  return endFor(top).step;
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
