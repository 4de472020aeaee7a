import type { Raster } from './resize';

/**
 * Turns a raster of 4 channels after its orientation tag.
 * @param orientation 1 to 8, as TIFF 6.0 has it and EXIF after it.
 */
export function upright(raster: Raster, orientation: number): Raster {
  const { pixels, width, height, channels } = raster;
  if (orientation === 1) return raster;
  const swapped = orientation >= 5 && orientation <= 8;
  const fromRight = orientation === 2 || orientation === 3 || orientation === 7 || orientation === 8;
  const fromBelow = orientation === 3 || orientation === 4 || orientation === 6 || orientation === 7;
  const [targetWidth, targetHeight] = swapped ? [height, width] : [width, height];
  // Words are read in place where they are aligned: large pictures need not lie in memory once more.
  const bytes = pixels.byteOffset % 4 === 0 ? pixels : pixels.slice(0, width * height * channels);
  const from = new Uint32Array(bytes.buffer, bytes.byteOffset, width * height);
  const to = new Uint32Array(width * height);
  for (let y = 0; y < targetHeight; y++) {
    for (let x = 0; x < targetWidth; x++) {
      const [column, row] = swapped ? [y, x] : [x, y];
      const sourceX = fromRight ? width - 1 - column : column;
      const sourceY = fromBelow ? height - 1 - row : row;
      to[y * targetWidth + x] = from[sourceY * width + sourceX] as number;
    }
  }
  return { pixels: new Uint8Array(to.buffer), width: targetWidth, height: targetHeight, channels };
}
