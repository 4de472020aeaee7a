import type { Shape } from '../../../shared/network/layer';
import type { RandomStream } from './random';

const padding = 4;

/** Where a crop lies in the padded picture, in pixels from its top left corner, and whether it is mirrored. */
export interface Crop {
  top: number;
  left: number;
  mirror: boolean;
}

/** The standard augmentation's choice for one picture (paper, section 4.2). */
export function drawCrop(random: RandomStream, mayMirror: boolean): Crop {
  const places = 2 * padding + 1;
  return { top: random.below(places), left: random.below(places), mirror: mayMirror && random.below(2) === 1 };
}

/**
 * Writes the crop of a picture that is padded with 4 pixels on each side, mirrored left to right or not, in the
 * picture's own size. The padding is 0 in stored pixels, black, as torchvision's RandomCrop pads a picture that is
 * not normalised yet; after normalisation it is not 0.
 * @param picture, target height x width x channels bytes.
 */
export function writeCrop(picture: Uint8Array, [height, width, channels]: Shape, crop: Crop, target: Uint8Array): void {
  const { top, left, mirror } = crop;
  const rowBytes = width * channels;
  const firstColumn = Math.max(0, left - padding);
  const endColumn = Math.min(width, width + left - padding);
  target.fill(0);
  if (endColumn <= firstColumn) return;
  for (let y = 0; y < height; y++) {
    const sourceY = y + top - padding;
    if (sourceY < 0 || sourceY >= height) continue;
    const row = picture.subarray(
      sourceY * rowBytes + firstColumn * channels,
      sourceY * rowBytes + endColumn * channels,
    );
    const targetX = firstColumn - left + padding;
    if (mirror) writeMirrored(row, channels, target, y * rowBytes + (width - targetX) * channels);
    else target.set(row, y * rowBytes + targetX * channels);
  }
}

/** Writes pixels from right to left; `end` is where the first of them ends. */
function writeMirrored(row: Uint8Array, channels: number, target: Uint8Array, end: number): void {
  for (let from = 0, to = end - channels; from < row.length; from += channels, to -= channels) {
    for (let channel = 0; channel < channels; channel++) target[to + channel] = row[from + channel] as number;
  }
}
