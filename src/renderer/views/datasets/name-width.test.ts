import { describe, expect, it } from 'vitest';
import { nameWidth } from './name-width';

describe('nameWidth', () => {
  it('is that of the longest name, up to a bound', () => {
    expect(nameWidth(['cat', 'horse'])).toBe(37);
    expect(nameWidth(['cat', 'n01440764 a species of fish, and more words than anybody reads'])).toBe(300);
    expect(nameWidth([])).toBe(0);
  });

  it('counts letters that are twice as wide', () => {
    expect(nameWidth(['고양이'])).toBe(nameWidth(['abcdef']));
  });
});
