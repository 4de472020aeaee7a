import { describe, expect, it } from 'vitest';
import { smoothed, smoothing } from './along';
import { GrowingColumn } from './growing-column';

const values = Float64Array.from({ length: 5000 }, (_, row) => (row % 7 === 3 ? NaN : Math.sin(row) + row / 1000));

describe('a column that grows', () => {
  it('holds the same as one that is computed at once, however it grew', () => {
    const column = new GrowingColumn(smoothing(40));
    for (const length of [0, 1, 3, 1024, 1025, 4000, 5000]) {
      expect(column.of(values.subarray(0, length))).toEqual(smoothed(values.subarray(0, length), 40));
    }
  });

  it('computes each value once', () => {
    let computed = 0;
    const column = new GrowingColumn((value) => {
      computed += 1;
      return 2 * value;
    });
    for (let length = 1; length <= 3000; length += 1) column.of(values.subarray(0, length));
    expect(computed).toBe(3000);
  });

  it('leaves what it gave before as it was', () => {
    const column = new GrowingColumn((value) => 2 * value);
    const before = column.of(Float64Array.of(1, 2));
    column.of(Float64Array.of(1, 2, 3));
    expect(before).toEqual(Float64Array.of(2, 4));
  });
});
