import { describe, expect, it } from 'vitest';
import { parseNumber } from './parse-number';

describe('parseNumber', () => {
  it.each([
    [' 0.1 ', 0.1],
    ['1e-3', 0.001],
    ['0,05', 0.05],
    ['128', 128],
  ])('reads %j', (text, value) => {
    expect(parseNumber(text, {})).toEqual({ value });
  });

  it.each([
    ['', {}, 'A number is needed.'],
    ['ten', {}, '"ten" is not a number.'],
    ['1,000,5', {}, '"1,000,5" is not a number.'],
    ['Infinity', {}, '"Infinity" is not a number.'],
    ['1.5', { whole: true as const }, 'A whole number is needed.'],
    ['0', { least: 1 }, 'At least 1.'],
    ['0', { above: 0 }, 'Above 0.'],
    ['65537', { most: 65_536 }, 'At most 65536.'],
    ['1', { below: 1 }, 'Below 1.'],
    ['0x10', {}, '"0x10" is not a number.'],
  ])('refuses %j with %j', (text, limits, error) => {
    expect(parseNumber(text, limits)).toEqual({ error });
  });
});
