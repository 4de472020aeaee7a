import type { Raster } from './resize';

/** Whether red, green and blue are the same everywhere in a raster of 4 channels. */
export function isGrey({ pixels }: Raster): boolean {
  for (let at = 0; at < pixels.length; at += 4) {
    if (pixels[at] !== pixels[at + 1] || pixels[at] !== pixels[at + 2]) return false;
  }
  return true;
}

/** ITU-R 601 luma as Pillow's mode L has it: its integers for 0.299, 0.587 and 0.114. */
function luminance(red: number, green: number, blue: number): number {
  return (19595 * red + 38470 * green + 7471 * blue + 0x8000) >> 16;
}

/** A raster of 4 channels as one of 1. */
export function toGrey({ pixels, width, height }: Raster): Raster {
  const grey = new Uint8Array(width * height);
  for (let at = 0; at < grey.length; at++) {
    const red = pixels[4 * at] as number;
    const green = pixels[4 * at + 1] as number;
    const blue = pixels[4 * at + 2] as number;
    grey[at] = luminance(red, green, blue);
  }
  return { pixels: grey, width, height, channels: 1 };
}

/** Pixels of 1 channel as those of 3: each byte three times. */
export function spreadGrey(pixels: Uint8Array): Uint8Array {
  const colours = new Uint8Array(3 * pixels.length);
  pixels.forEach((grey, at) => colours.fill(grey, 3 * at, 3 * at + 3));
  return colours;
}

/** Pixels of 3 channels as those of 1. */
export function toLuminance(pixels: Uint8Array): Uint8Array {
  const greys = new Uint8Array(pixels.length / 3);
  for (let at = 0; at < greys.length; at++) {
    greys[at] = luminance(pixels[3 * at] as number, pixels[3 * at + 1] as number, pixels[3 * at + 2] as number);
  }
  return greys;
}
