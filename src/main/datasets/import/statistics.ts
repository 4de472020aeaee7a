import type { Shape } from '../../../shared/network/layer';
import type { Manifest } from '../../../shared/contract/dataset';

/** Sums over the training pictures, chunk by chunk. */
export class PixelStatistics {
  private readonly pixelSums: Float64Array;
  private readonly channelSquares: Float64Array;
  private pictures = 0;

  constructor(private readonly shape: Shape) {
    this.pixelSums = new Float64Array(shape[0] * shape[1] * shape[2]);
    this.channelSquares = new Float64Array(shape[2]);
  }

  /** @param pictures whole pictures: bytes in height, width, channel order. */
  add(pictures: Uint8Array): void {
    this.count(pictures, 1);
  }

  /** Takes pictures out again that were added; sums of bytes are exact, so that no trace of them is left. */
  remove(pictures: Uint8Array): void {
    this.count(pictures, -1);
  }

  private count(pictures: Uint8Array, times: 1 | -1): void {
    const { pixelSums, channelSquares } = this;
    const channels = channelSquares.length;
    const pictureBytes = pixelSums.length;
    for (let start = 0; start < pictures.length; start += pictureBytes) {
      for (let channel = 0; channel < channels; channel++) {
        let squares = 0;
        for (let at = channel; at < pictureBytes; at += channels) {
          const value = pictures[start + at] as number;
          (pixelSums[at] as number) += times * value;
          squares += value * value;
        }
        (channelSquares[channel] as number) += times * squares;
      }
      this.pictures += times;
    }
  }

  /**
   * Mean of x / 255 for each pixel and channel (paper, section 4.2), and the standard deviation of x / 255 over all
   * pixels of each channel around that channel's mean, as torchvision's constants are; 1 for a channel that never
   * changes. Rounded to 6 digits, so that it reads and compares alike everywhere.
   */
  normalization(): Manifest['normalization'] {
    const channels = this.channelSquares.length;
    const pixels = this.pictures * this.shape[0] * this.shape[1];
    const channelSums = new Float64Array(channels);
    this.pixelSums.forEach((sum, at) => ((channelSums[at % channels] as number) += sum));
    return {
      mean: Array.from(this.pixelSums, (sum) => round(sum / this.pictures / 255)),
      standardDeviation: Array.from(this.channelSquares, (squares, channel) => {
        const mean = (channelSums[channel] as number) / pixels;
        return round(Math.sqrt(Math.max(0, squares / pixels - mean * mean)) / 255) || 1;
      }),
    };
  }
}

/** To 6 digits after the point. */
export function round(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
