import { describe, expect, it } from 'vitest';
import { displaySize, shrunk } from './picture';

describe('displaySize', () => {
  it('enlarges small pictures by whole factors', () => {
    expect(displaySize(28, 28, 56)).toEqual({ width: 56, height: 56 });
    expect(displaySize(32, 32, 56)).toEqual({ width: 64, height: 64 });
    expect(displaySize(40, 20, 56)).toEqual({ width: 40, height: 20 });
  });

  it('fits large pictures with their proportions', () => {
    expect(displaySize(224, 112, 56)).toEqual({ width: 56, height: 28 });
    expect(displaySize(5000, 10, 56)).toEqual({ width: 56, height: 1 });
  });
});

describe('shrunk', () => {
  function picture(width: number, height: number, red: (x: number, y: number) => number) {
    const pixels = new Uint8Array(width * height * 4).fill(255);
    for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) pixels[(y * width + x) * 4] = red(x, y);
    return { label: 'boot', width, height, pixels };
  }

  it('keeps a picture that is small enough', () => {
    const small = picture(4, 4, () => 7);
    expect(shrunk(small, 4)).toBe(small);
  });

  it('takes the mean of the pixels that each new one covers', () => {
    const result = shrunk(
      picture(4, 4, (x, y) => x * 10 + y),
      2,
    );
    expect(result).toMatchObject({ label: 'boot', width: 2, height: 2 });
    const reds = [0, 4, 8, 12].map((index) => result.pixels[index]);
    expect(reds).toEqual([6, 26, 8, 28]);
    expect(result.pixels.filter((_, index) => index % 4 > 0).every((value) => value === 255)).toBe(true);
  });

  it('keeps a uniform picture uniform where sizes do not divide', () => {
    const result = shrunk(
      picture(7, 5, () => 90),
      3,
    );
    expect([result.width, result.height]).toEqual([3, 2]);
    expect(Array.from(result.pixels).filter((_, index) => index % 4 === 0)).toEqual(Array(6).fill(90));
  });
});
