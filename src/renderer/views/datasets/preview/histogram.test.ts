import { describe, expect, it } from 'vitest';
import { countPlace, histogram, totalOf } from './histogram';

describe('a histogram', () => {
  it('counts every value once, the largest in the last bin', () => {
    const bins = histogram([0, 0.1, 1, 2, 2], 4);
    expect(bins.map(({ count }) => count)).toEqual([2, 0, 1, 2]);
    expect(bins[3]).toEqual({ from: 1.5, to: 2, count: 2 });
  });

  it('has one bin where all values are alike, and none without values', () => {
    expect(histogram([3, 3])).toEqual([{ from: 3, to: 3, count: 2 }]);
    expect(histogram([])).toEqual([]);
  });
});

describe('the bar of a class', () => {
  it('has its share of the longest, or that of the logarithms', () => {
    expect(totalOf({ train: 1, validation: 2, test: 3 })).toBe(6);
    expect(countPlace(50, 200, 'linear')).toBe(25);
    expect(countPlace(200, 200, 'log')).toBeCloseTo(100);
    expect(countPlace(1, 10_000, 'log')).toBeGreaterThan(5);
    expect(countPlace(0, 10, 'log')).toBe(0);
  });
});
