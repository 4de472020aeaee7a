import type { Histogram } from '../../shared/contract/metrics';

/** As many as a float32 holds for certain; more would only fill the file. */
const digits = 6;

export function roundedNumbers(values: readonly number[]): number[] {
  return values.map((value) => Number(value.toPrecision(digits)));
}

export function roundedHistogram({ low, high, counts }: Histogram): Histogram {
  const [roundedLow = low, roundedHigh = high] = roundedNumbers([low, high]);
  return { low: roundedLow, high: roundedHigh, counts };
}
