import type { Shape } from '../../../shared/network/layer';
import type { Picture } from '../../../shared/contract/dataset';

/** Stored pixels of 1 or 3 channels as opaque red, green, blue, alpha. */
export function toPicture(label: string, pixels: Uint8Array, [height, width, channels]: Shape): Picture {
  const rgba = new Uint8Array(height * width * 4).fill(255);
  for (let from = 0, to = 0; from < pixels.length; from += channels, to += 4) {
    const color = pixels.subarray(from, from + channels);
    for (let channel = 0; channel < 3; channel++) rgba[to + channel] = color[channel % channels] as number;
  }
  return { label, width, height, pixels: rgba };
}
