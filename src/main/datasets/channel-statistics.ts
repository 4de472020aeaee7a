import type { Shape } from '../../shared/architecture/layer';
import type { Manifest } from '../../shared/contract/dataset';
import { round } from './statistics';

/** Numbers that are kept of a picture: a sum and a sum of squares for each channel. */
export const sumsPerPicture = (channels: number): number => 2 * channels;

/** Writes what is kept of a picture's bytes for its normalisation to the picture's place. */
export function sumChannels(pixels: Uint8Array, channels: number, sums: Float64Array, index: number): void {
  const start = index * sumsPerPicture(channels);
  for (let channel = 0; channel < channels; channel++) {
    let sum = 0;
    let squares = 0;
    for (let at = channel; at < pixels.length; at += channels) {
      const value = pixels[at] as number;
      sum += value;
      squares += value * value;
    }
    sums[start + 2 * channel] = sum;
    sums[start + 2 * channel + 1] = squares;
  }
}

/** Mean and standard deviation of each channel over pictures whose sums are known. */
export class ChannelStatistics {
  private readonly totals: Float64Array;
  private pictures = 0;

  constructor(private readonly shape: Shape) {
    this.totals = new Float64Array(sumsPerPicture(shape[2]));
  }

  add(sums: Float64Array, index: number): void {
    const start = index * this.totals.length;
    for (let at = 0; at < this.totals.length; at++) (this.totals[at] as number) += sums[start + at] as number;
    this.pictures++;
  }

  /** Of x / 255, one mean a channel as torchvision's constants are; a deviation of 1 for a channel that never changes. */
  normalization(): Manifest['normalization'] {
    const [height, width, channels] = this.shape;
    const pixels = this.pictures * height * width;
    const of = (channel: number) => {
      const mean = (this.totals[2 * channel] as number) / pixels;
      const variance = (this.totals[2 * channel + 1] as number) / pixels - mean * mean;
      return { mean, deviation: Math.sqrt(Math.max(0, variance)) };
    };
    const all = Array.from({ length: channels }, (_, channel) => of(channel));
    return {
      mean: all.map(({ mean }) => round(mean / 255)),
      standardDeviation: all.map(({ deviation }) => round(deviation / 255) || 1),
    };
  }
}
