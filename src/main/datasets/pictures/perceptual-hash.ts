import type { Shape } from '../../../shared/network/layer';
import { resize } from './resize';

/** A difference hash of 64 bits in two words, and the mean of red, green and blue in a third. */
export type PerceptualHash = readonly [number, number, number];

export const wordsPerHash = 3;

const columns = 9;
const rows = 8;

/**
 * How a picture looks, in few bits. The difference hash: whether each of 8 x 8 places is brighter than its neighbour on the right. Pictures
 * that look alike, at whatever quality or brightness, differ in few of the bits.
 */
export function perceptualHash(pixels: Uint8Array, [height, width, channels]: Shape): PerceptualHash {
  const small = resize({ pixels, width, height, channels }, columns, rows, channels);
  const brightness = (place: number): number => {
    let sum = 0;
    for (let channel = 0; channel < channels; channel++) sum += small[place * channels + channel] as number;
    return sum;
  };
  const words = [0, 0];
  for (let bit = 0; bit < 64; bit++) {
    const place = Math.floor(bit / rows) * columns + (bit % rows);
    const word = bit < 32 ? 0 : 1;
    words[word] = ((words[word] as number) << 1) | (brightness(place) > brightness(place + 1) ? 1 : 0);
  }
  return [(words[0] as number) >>> 0, (words[1] as number) >>> 0, meanColor(small, channels)];
}

/** One byte a channel. */
function meanColor(pixels: Uint8Array, channels: number): number {
  const sums = new Array<number>(channels).fill(0);
  pixels.forEach((value, at) => ((sums[at % channels] as number) += value));
  return sums.reduce((word, sum) => word * 256 + Math.round((sum * channels) / pixels.length), 0);
}
