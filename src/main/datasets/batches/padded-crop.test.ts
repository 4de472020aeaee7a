import { describe, expect, it } from 'vitest';
import type { Shape } from '../../../shared/network/layer';
import { drawCrop, writeCrop, type Crop } from './padded-crop';
import { RandomStream } from './random';
import { randomBytes } from '../testing';

/** Pads, crops and mirrors pixel by pixel, without regard to speed. */
function referenceCrop(picture: Uint8Array, [height, width, channels]: Shape, { top, left, mirror }: Crop): number[] {
  const pixel = (y: number, x: number, channel: number): number =>
    y < 0 || x < 0 || y >= height || x >= width ? 0 : (picture[(y * width + x) * channels + channel] ?? NaN);
  const values: number[] = [];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const column = mirror ? width - 1 - x : x;
      for (let channel = 0; channel < channels; channel++) {
        values.push(pixel(y + top - 4, column + left - 4, channel));
      }
    }
  }
  return values;
}

const shapes: Shape[] = [
  [28, 28, 1],
  [32, 32, 3],
  [9, 6, 3],
  [2, 3, 1],
];

describe('writeCrop', () => {
  it.each(shapes)('pads with black, crops and mirrors a %i x %i x %i picture as the reference does', (...shape) => {
    const picture = randomBytes(shape[0] * shape[1] * shape[2], 1);
    const target = new Uint8Array(picture.length);
    for (let top = 0; top <= 8; top++) {
      for (let left = 0; left <= 8; left++) {
        for (const mirror of [false, true]) {
          target.fill(99);
          writeCrop(picture, shape, { top, left, mirror }, target);
          expect([...target]).toEqual(referenceCrop(picture, shape, { top, left, mirror }));
        }
      }
    }
  });
});

describe('drawCrop', () => {
  it('draws every place, and mirrors half the pictures where it may', () => {
    const crops = Array.from({ length: 8100 }, (_, index) => drawCrop(new RandomStream(5, index), true));
    const counts = new Map<string, number>();
    for (const { top, left } of crops) counts.set(`${top},${left}`, (counts.get(`${top},${left}`) ?? 0) + 1);
    expect(counts.size).toBe(81);
    // Chi-squared with 80 degrees of freedom exceeds 124.8 once in a thousand times.
    expect([...counts.values()].reduce((sum, count) => sum + (count - 100) ** 2 / 100, 0)).toBeLessThan(124.8);
    const mirrored = crops.filter(({ mirror }) => mirror).length;
    expect(Math.abs(mirrored - 4050)).toBeLessThan(150);
  });

  it('never mirrors where a class would change', () => {
    expect(Array.from({ length: 100 }, (_, index) => drawCrop(new RandomStream(index), false).mirror)).not.toContain(
      true,
    );
  });
});
