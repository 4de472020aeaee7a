import { describe, expect, it } from 'vitest';
import type { Shape } from '../../../shared/network/layer';
import { PixelStatistics } from './statistics';
import { randomBytes } from '../testing';

const shape: Shape = [3, 4, 3];
const pictures = randomBytes(50 * 36, 6).map((value, at) => (at % 3 === 1 ? Math.round(value / 3) : value));

function valuesOf(first: number, step: number): number[] {
  return Array.from(
    pictures.filter((_, at) => at % step === first),
    (value) => value / 255,
  );
}

function meanOf(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function deviationOf(values: number[]): number {
  const mean = meanOf(values);
  return Math.sqrt(meanOf(values.map((value) => (value - mean) ** 2)));
}

describe('PixelStatistics', () => {
  it('gives the mean of each pixel and the deviation of each channel, whatever the chunks', () => {
    const statistics = new PixelStatistics(shape);
    statistics.add(pictures.subarray(0, 7 * 36));
    statistics.add(pictures.subarray(7 * 36));
    const { mean, standardDeviation } = statistics.normalization();
    expect(mean).toHaveLength(36);
    mean.forEach((value, pixel) => expect(value).toBeCloseTo(meanOf(valuesOf(pixel, 36)), 6));
    expect(standardDeviation).toHaveLength(3);
    standardDeviation.forEach((value, channel) => expect(value).toBeCloseTo(deviationOf(valuesOf(channel, 3)), 6));
  });

  it('is, after pictures were taken out, what it would be without them', () => {
    const [statistics, without] = [new PixelStatistics(shape), new PixelStatistics(shape)];
    statistics.add(pictures);
    statistics.remove(pictures.subarray(10 * 36, 20 * 36));
    without.add(pictures.subarray(0, 10 * 36));
    without.add(pictures.subarray(20 * 36));
    expect(statistics).toEqual(without);
  });

  it('divides a channel that never changes by 1', () => {
    const statistics = new PixelStatistics([2, 2, 1]);
    statistics.add(new Uint8Array(8).fill(51));
    expect(statistics.normalization()).toEqual({ mean: [0.2, 0.2, 0.2, 0.2], standardDeviation: [1] });
  });
});
