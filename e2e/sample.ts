import { createCanvas } from '@napi-rs/canvas';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readGzipIdx } from './idx';
import { sampleFolder } from './studio';

export const sampleClasses = readFileSync(join(sampleFolder, 'classes.txt'), 'utf8').trim().split('\n');

/** Grey pixels of a picture of the sample's test split, row by row, and its class. */
export function testPicture(index: number): { side: number; pixels: Uint8Array; label: string } {
  const pictures = readGzipIdx(join(sampleFolder, 't10k-images-idx3-ubyte.gz'));
  const labels = readGzipIdx(join(sampleFolder, 't10k-labels-idx1-ubyte.gz'));
  const side = pictures.dimensions[1] ?? 0;
  const pixels = pictures.data.subarray(index * side * side, (index + 1) * side * side);
  return { side, pixels, label: sampleClasses[labels.data[index] ?? -1] ?? '' };
}

/** Writes a picture of the sample's test split as a PNG file into `folder`. @returns its path. */
export function writeTestPicture(folder: string, index: number): string {
  const { side, pixels } = testPicture(index);
  const canvas = createCanvas(side, side);
  const context = canvas.getContext('2d');
  const image = context.createImageData(side, side);
  pixels.forEach((grey, at) => image.data.set([grey, grey, grey, 255], 4 * at));
  context.putImageData(image, 0, 0);
  const path = join(folder, `test-${index}.png`);
  writeFileSync(path, canvas.toBuffer('image/png'));
  return path;
}
