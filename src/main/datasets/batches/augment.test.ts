import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { shapeSchema } from '../../../shared/contract/dataset';
import { augmentationStream, augmenter } from './augment';
import { drawColours, drawLighting, light, recolour } from '../pictures/colour';
import expectedByTorchvision from '../fixtures/augmentation.json';
import { drawBox, writeBox } from './random-resized-crop';
import { RandomStream } from './random';
import { randomBytes } from '../testing';

const bytes = z.array(z.number());
const expected = z
  .object({
    shape: shapeSchema,
    pixels: bytes,
    crops: z.array(z.object({ box: z.tuple([z.number(), z.number(), z.number(), z.number()]), pixels: bytes })),
    colours: z.array(
      z.object({ kind: z.enum(['brightness', 'contrast', 'saturation']), factor: z.number(), pixels: bytes }),
    ),
    boxes: z.object({
      shape: shapeSchema,
      shares: z.array(z.number()),
      areas: z.array(z.number()),
      logRatios: z.array(z.number()),
      meanLeft: z.number(),
    }),
  })
  .parse(expectedByTorchvision);
const picture = Uint8Array.from(expected.pixels);

/** The largest difference of two pictures, in grey levels. */
function furthest(actual: Uint8Array, wanted: readonly number[]): number {
  expect(actual).toHaveLength(wanted.length);
  return Math.max(...wanted.map((value, index) => Math.abs(value - (actual[index] ?? NaN))));
}

function quantiles(values: number[]): number[] {
  const sorted = values.sort((a, b) => a - b);
  return expected.boxes.shares.map((share) => sorted[Math.round(share * (sorted.length - 1))] ?? NaN);
}

describe('a part that is resized to the whole', () => {
  it.each(expected.crops)('is what torchvision makes of $box', ({ box: [top, left, height, width], pixels }) => {
    const target = new Uint8Array(picture.length);
    writeBox(picture, expected.shape, { top, left, height, width, mirror: false }, target);
    expect(furthest(target, pixels)).toBeLessThanOrEqual(1);
  });

  it('is mirrored left to right', () => {
    const whole = { top: 0, left: 0, height: 20, width: 24 };
    const target = new Uint8Array(picture.length);
    writeBox(picture, expected.shape, { ...whole, mirror: true }, target);
    const row = (pixels: Uint8Array, y: number) =>
      Array.from({ length: 24 }, (_, x) => [...pixels.subarray((y * 24 + x) * 3, (y * 24 + x + 1) * 3)]);
    for (let y = 0; y < 20; y++) expect(row(target, y)).toEqual(row(picture, y).reverse());
  });

  it('lies where torchvision would have drawn it', () => {
    const { shape, areas, logRatios, meanLeft } = expected.boxes;
    const boxes = Array.from({ length: 100_000 }, (_, index) => drawBox(new RandomStream(3, index), shape, true));
    const [height, width] = shape;
    quantiles(boxes.map((box) => (box.height * box.width) / (height * width))).forEach((area, index) =>
      expect(area).toBeCloseTo(areas[index] ?? NaN, 1.7),
    );
    quantiles(boxes.map((box) => Math.log(box.width / box.height))).forEach((ratio, index) =>
      expect(Math.abs(ratio - (logRatios[index] ?? NaN))).toBeLessThan(0.02),
    );
    const lefts = boxes.map((box) => box.left / Math.max(1, width - box.width));
    expect(Math.abs(lefts.reduce((sum, left) => sum + left) / lefts.length - meanLeft)).toBeLessThan(0.01);
    expect(Math.abs(boxes.filter(({ mirror }) => mirror).length - 50_000)).toBeLessThan(700);
    for (const { top, left, height: high, width: wide } of boxes) {
      expect(top >= 0 && left >= 0 && top + high <= height && left + wide <= width).toBe(true);
    }
  });

  it('is the middle where nothing fits, and the whole of a single pixel', () => {
    expect(drawBox(new RandomStream(1), [2, 900, 3], false)).toMatchObject({ height: 2, width: 3, top: 0 });
    expect(drawBox(new RandomStream(1), [1, 1, 3], false)).toMatchObject({ height: 1, width: 1, top: 0, left: 0 });
  });
});

describe('colours', () => {
  it.each(expected.colours)('of $kind $factor are what torchvision makes of them', ({ kind, factor, pixels }) => {
    const changed = Uint8Array.from(picture);
    recolour(changed, 3, [{ kind, factor }]);
    expect(furthest(changed, pixels)).toBeLessThanOrEqual(1);
  });

  it('change by 40 % at most, in every order', () => {
    const drawn = Array.from({ length: 2000 }, (_, index) => drawColours(new RandomStream(4, index)));
    expect(new Set(drawn.map((changes) => changes.map(({ kind }) => kind).join())).size).toBe(6);
    const factors = drawn.flatMap((changes) => changes.map(({ factor }) => factor));
    expect(Math.min(...factors)).toBeGreaterThanOrEqual(0.6);
    expect(Math.max(...factors)).toBeLessThanOrEqual(1.4);
    expect(Math.abs(factors.reduce((sum, factor) => sum + factor) / factors.length - 1)).toBeLessThan(0.02);
  });

  it('of light vary as AlexNet has it, and never wrap around', () => {
    const reds = Array.from({ length: 20_000 }, (_, index) => drawLighting(new RandomStream(5, index))[0]);
    const variance = reds.reduce((sum, red) => sum + red ** 2, 0) / reds.length;
    const wanted = (25.5 * 0.2175 * 0.5675) ** 2 + (25.5 * 0.0188 * 0.7192) ** 2 + (25.5 * 0.0045 * 0.4009) ** 2;
    expect(variance / wanted).toBeGreaterThan(0.95);
    expect(variance / wanted).toBeLessThan(1.05);
    const pixels = Uint8Array.of(0, 255, 100);
    light(pixels, [-9, 9, 2.4]);
    expect([...pixels]).toEqual([0, 255, 102]);
  });

  it('of a picture of one channel have no saturation and no coloured light', () => {
    const grey = randomBytes(12 * 12, 1);
    const target = new Uint8Array(grey.length);
    augmenter('imagenet', [12, 12, 1], false)(grey, augmentationStream(1, 0, 0), target);
    expect([...target]).not.toEqual([...grey]);
    const kept = Uint8Array.from(grey);
    recolour(kept, 1, [{ kind: 'saturation', factor: 0.6 }]);
    expect([...kept]).toEqual([...grey]);
  });
});

describe('augmenter', () => {
  it.each(['none', 'standard', 'imagenet'] as const)('gives the same %s version to the same key', (kind) => {
    const augment = augmenter(kind, expected.shape, true);
    const versions = [0, 0, 1].map((step) => {
      const target = new Uint8Array(picture.length);
      augment(picture, augmentationStream(9, step, 3), target);
      return [...target];
    });
    expect(versions[1]).toEqual(versions[0]);
    if (kind === 'none') expect(versions[2]).toEqual([...picture]);
    else expect(versions[2]).not.toEqual(versions[0]);
  });
});
