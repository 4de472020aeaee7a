import { describe, expect, it } from 'vitest';
import { extremes, lastOfSpans, nearestIndex } from './points';

/** Of 600 spans at most. */
const spanWidth = (axisLength: number) => Math.max(1, axisLength / 600);
const rising = (count: number) => Float64Array.from({ length: count }, (_, index) => index + 1);

describe('extremes', () => {
  it('keeps every point of a short run', () => {
    const x = rising(40);
    const y = x.map((step) => 2 / step);
    const points = extremes(x, y, spanWidth(40));
    expect(points.map((point) => point.x)).toEqual([...x]);
    expect(points.map((point) => point.y)).toEqual([...y]);
  });

  it('bounds a long run and loses no peak', () => {
    const x = rising(100_000);
    const y = x.map((step) => Math.sin(step * 12.9898) + (step === 54_321 ? 50 : 0) - (step === 77_777 ? 40 : 0));
    const points = extremes(x, y, spanWidth(100_000));
    expect(points.length).toBeLessThanOrEqual(1202);
    expect(points.slice(1).every((point, index) => point.x > (points[index]?.x ?? 0))).toBe(true);
    const values = points.map((point) => point.y);
    expect(Math.max(...values)).toBe(Math.max(...y));
    expect(Math.min(...values)).toBe(Math.min(...y));
  });

  it('does not move points that are drawn when new ones come', () => {
    const x = rising(5000);
    const y = x.map((step) => Math.cos(step * 7.13));
    const width = spanWidth(10_000);
    const before = extremes(x.subarray(0, 3000), y.subarray(0, 3000), width);
    expect(extremes(x, y, width).slice(0, before.length - 2)).toEqual(before.slice(0, -2));
  });

  it('takes equal values once', () => {
    expect(extremes([1, 2, 3], [5, 5, 5], 10)).toEqual([{ x: 1, y: 5 }]);
    expect(extremes([], [], 1)).toEqual([]);
  });
});

describe('lastOfSpans', () => {
  it('ends with the newest point', () => {
    const x = rising(1000);
    const points = lastOfSpans(x, x, 25);
    expect(points).toHaveLength(41);
    expect(points.at(-1)).toEqual({ x: 1000, y: 1000 });
  });
});

describe('nearestIndex', () => {
  it('finds the nearest point on either side', () => {
    const points = [1, 4, 9].map((x) => ({ x, y: 0 }));
    expect([0, 2, 3, 6.4, 7, 100].map((x) => nearestIndex(points, x))).toEqual([0, 0, 1, 1, 2, 2]);
    expect(nearestIndex([], 3)).toBe(-1);
  });
});
