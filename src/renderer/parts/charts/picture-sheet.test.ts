import { describe, expect, it } from 'vitest';
import { placeSheet } from './picture-sheet';

describe('placeSheet', () => {
  it('lays small pictures out in rows, each of their pixels as large', () => {
    const { width, height, size, at } = placeSheet(16, 7, 7);
    expect(size).toEqual({ width: 98, height: 98 });
    expect(at(9)).toEqual({ x: at(1).x, y: at(0).y + 98 + 18 });
    expect(at(7).x + 98 + 12).toBe(width);
    expect(at(15).y + 98 + 18 + 12).toBe(height);
  });

  it('keeps large pictures as they are, and is as narrow as what it holds', () => {
    const { width, size } = placeSheet(2, 224, 112);
    expect(size).toEqual({ width: 224, height: 112 });
    expect(width).toBe(2 * 224 + 8 + 24);
  });
});
