import type { Shape } from '../../../shared/network/layer';
import type { RandomStream } from './random';
import { resize } from '../pictures/resize';

/** A part of a picture, in pixels, and whether it is mirrored. */
export interface Box {
  readonly top: number;
  readonly left: number;
  readonly height: number;
  readonly width: number;
  readonly mirror: boolean;
}

/** Shares of the picture's area, and width to height, as torchvision's RandomResizedCrop has them. */
const [leastArea, mostArea] = [0.08, 1];
const [narrowest, widest] = [3 / 4, 4 / 3];
const attempts = 10;

/** The largest part in the middle whose proportions are allowed. */
function middle(height: number, width: number): Omit<Box, 'mirror'> {
  const ratio = Math.min(widest, Math.max(narrowest, width / height));
  const boxWidth = Math.min(width, Math.round(height * ratio));
  const boxHeight = Math.min(height, Math.round(width / ratio));
  return {
    top: Math.floor((height - boxHeight) / 2),
    left: Math.floor((width - boxWidth) / 2),
    height: boxHeight,
    width: boxWidth,
  };
}

/**
 * Draws a part as torchvision's RandomResizedCrop does: its area uniformly, the logarithm of its proportions uniformly,
 * and its place; after ten that do not fit, the middle.
 */
export function drawBox(random: RandomStream, [height, width]: Shape, mayMirror: boolean): Box {
  const mirror = random.below(2) === 1 && mayMirror;
  for (let attempt = 0; attempt < attempts; attempt++) {
    const area = height * width * (leastArea + (mostArea - leastArea) * random.unit());
    const ratio = narrowest * (widest / narrowest) ** random.unit();
    const boxWidth = Math.round(Math.sqrt(area * ratio));
    const boxHeight = Math.round(Math.sqrt(area / ratio));
    if (boxWidth < 1 || boxHeight < 1 || boxWidth > width || boxHeight > height) continue;
    const top = random.below(height - boxHeight + 1);
    return { top, left: random.below(width - boxWidth + 1), height: boxHeight, width: boxWidth, mirror };
  }
  return { ...middle(height, width), mirror };
}

/** Writes the part of a picture, resized to the picture's own size. Both are height x width x channels bytes. */
export function writeBox(picture: Uint8Array, [height, width, channels]: Shape, box: Box, target: Uint8Array): void {
  const part = new Uint8Array(box.height * box.width * channels);
  for (let y = 0; y < box.height; y++) {
    const from = ((box.top + y) * width + box.left) * channels;
    part.set(picture.subarray(from, from + box.width * channels), y * box.width * channels);
  }
  const source = { pixels: part, width: box.width, height: box.height, channels };
  target.set(resize(source, width, height, channels, 'stretch'));
  if (box.mirror) mirrorRows(target, width, channels);
}

function mirrorRows(pixels: Uint8Array, width: number, channels: number): void {
  const rowBytes = width * channels;
  for (let start = 0; start < pixels.length; start += rowBytes) {
    for (let left = start, right = start + rowBytes - channels; left < right; left += channels, right -= channels) {
      for (let channel = 0; channel < channels; channel++) {
        const kept = pixels[left + channel] as number;
        pixels[left + channel] = pixels[right + channel] as number;
        pixels[right + channel] = kept;
      }
    }
  }
}
