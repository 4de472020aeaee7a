import { describe, expect, it } from 'vitest';
import { activationMaps, filterPictures, keptKernel, networkPixels } from './layer-pictures';

const grey = (pixels: Uint8Array): number[] => [...pixels].filter((_, index) => index % 4 === 0);

describe('activationMaps', () => {
  it('paints each channel on one scale', () => {
    // 1 x 2 pixels of 2 channels.
    const { maps, low, high } = activationMaps(Float32Array.of(-1, 3, 1, 0), [1, 2, 2]);
    expect([low, high]).toEqual([-1, 3]);
    expect(maps.map(({ width, height }) => [width, height])).toEqual([
      [2, 1],
      [2, 1],
    ]);
    expect(maps.map(({ pixels }) => grey(pixels))).toEqual([
      [0, 128],
      [255, 64],
    ]);
  });

  it('shows the first of very many, and a layer that says nothing', () => {
    expect(activationMaps(new Float32Array(512), [1, 1, 512]).maps).toHaveLength(64);
    expect(grey(activationMaps(new Float32Array(2).fill(7), [1, 1, 2]).maps[0]?.pixels ?? new Uint8Array())).toEqual([
      0,
    ]);
  });
});

describe('filterPictures', () => {
  it('paints red, green and blue, grey at 0', () => {
    const [first] = filterPictures({ shape: [1, 3, 1, 2], data: Float32Array.of(0, 1, 0, -2, 2, 0) });
    expect(first).toMatchObject({ width: 2, height: 1 });
    expect([...(first?.pixels ?? [])]).toEqual([128, 128, 255, 255, 191, 0, 128, 255]);
  });

  it('paints the filters of grey pictures grey', () => {
    const filters = filterPictures({ shape: [2, 1, 1, 1], data: Float32Array.of(1, -1) });
    expect(filters.map(({ pixels }) => [...pixels])).toEqual([
      [255, 255, 255, 255],
      [0, 0, 0, 255],
    ]);
  });
});

describe('keptKernel', () => {
  it('is a copy of the weights in their shape', () => {
    const data = Float32Array.of(0.5, -1);
    const { shape, values } = keptKernel({ shape: [2, 1, 1, 1], data });
    expect(shape).toEqual([2, 1, 1, 1]);
    expect(values).toEqual(data);
    expect(values).not.toBe(data);
  });
});

describe('networkPixels', () => {
  const picture = { label: 'Coat, sample 1', width: 1, height: 2, pixels: Uint8Array.of(1, 2, 3, 255, 4, 5, 6, 255) };

  it('leaves out what the network does not see', () => {
    expect([...networkPixels(picture, [2, 1, 3])]).toEqual([1, 2, 3, 4, 5, 6]);
    expect([...networkPixels(picture, [2, 1, 1])]).toEqual([1, 4]);
  });

  it('refuses another size', () => {
    expect(() => networkPixels(picture, [1, 2, 3])).toThrow(/Coat, sample 1 has 1 × 2 pixels.*takes 2 × 1/);
  });
});
