import { describe, expect, it } from 'vitest';
import { perceptualHash, wordsPerHash } from '../pictures/perceptual-hash';
import { findNearDuplicates } from './near-duplicates';
import { randomBytes } from '../testing';

const side = 16;

/** Smooth, as photographs are: random colours at 4 x 4 places, with what lies between them. */
function smooth(seed: number): Uint8Array {
  const colors = randomBytes(4 * 4 * 3, seed);
  const at = (x: number, y: number, channel: number): number => colors[(y * 4 + x) * 3 + channel] ?? 0;
  const pixels = new Uint8Array(side * side * 3);
  pixels.forEach((_, place) => {
    const [channel, pixel] = [place % 3, Math.floor(place / 3)];
    const [x, y] = [((pixel % side) * 3) / side, (Math.floor(pixel / side) * 3) / side];
    const [left, top, right, below] = [Math.floor(x), Math.floor(y), x % 1, y % 1];
    const row = (line: number): number => at(left, line, channel) * (1 - right) + at(left + 1, line, channel) * right;
    pixels[place] = row(top) * (1 - below) + row(top + 1) * below;
  });
  return pixels;
}

function pairs(pictures: Uint8Array[], keys = pictures.map((_, index) => index)): [number, number][] {
  const hashes = new Uint32Array(pictures.length * wordsPerHash);
  pictures.forEach((pixels, index) => hashes.set(perceptualHash(pixels, [side, side, 3]), index * wordsPerHash));
  return findNearDuplicates(hashes, Uint32Array.from(pictures.keys()), Float64Array.from(keys));
}

describe('findNearDuplicates', () => {
  const different = Array.from({ length: 300 }, (_, seed) => smooth(seed));

  it('finds pictures that are a little brighter, or saved with less quality', () => {
    const brighter = different.slice(0, 40).map((pixels) => pixels.map((value) => Math.min(255, value + 3)));
    const coarser = different.slice(40, 80).map((pixels) => pixels.map((value) => value & 0xfc));
    const found = new Map(pairs([...different, ...brighter, ...coarser]).map(([first, second]) => [second, first]));
    const right = Array.from({ length: 80 }, (_, index) => found.get(300 + index) === index).filter(Boolean).length;
    expect(right).toBeGreaterThanOrEqual(72);
  });

  it('finds hardly any among pictures that differ', () => {
    expect(pairs(different).length).toBeLessThanOrEqual(2);
  });

  it('leaves the same file and plain surfaces out', () => {
    const [picture = new Uint8Array(0)] = different;
    expect(pairs([picture, picture], [7, 7])).toEqual([]);
    expect(pairs([picture, picture], [7, 8])).toEqual([[0, 1]]);
    const plain = (value: number): Uint8Array => new Uint8Array(side * side * 3).fill(value);
    expect(pairs([plain(10), plain(11), plain(12)])).toEqual([]);
  });
});
