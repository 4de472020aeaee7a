import { expect, it } from 'vitest';
import { areFinite } from './finite';

it.each([
  [[], true],
  [[0, -0, 1, -1.5, 3.4e38, -3.4e38, 1e-45], true],
  [[1, NaN, 1], false],
  [[Infinity], false],
  [[1, 2, -Infinity], false],
  [[Infinity, -Infinity], false],
])('tells of %j whether all are finite: %s', (numbers, finite) => {
  expect(areFinite(Float32Array.from(numbers))).toBe(finite);
});
