import { createCanvas } from '@napi-rs/canvas';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { randomBytes } from '../testing';

/** Squares along a side. */
const side = 6;

/** A small PNG that is unlike those of other seeds. */
export function pictureOf(seed: number, width = 12, height = 12): Buffer {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  const colors = randomBytes(3 * side * side, seed);
  for (let place = 0; place < side * side; place++) {
    const [column, row] = [place % side, Math.floor(place / side)];
    context.fillStyle = `rgb(${colors.subarray(3 * place, 3 * place + 3).join()})`;
    context.fillRect((column * width) / side, (row * height) / side, width / side, height / side);
  }
  return canvas.toBuffer('image/png');
}

/** Class folders with a number of pictures each, by their paths. */
export function classFolders(counts: Record<string, number>, prefix = ''): Record<string, Buffer> {
  const files: Record<string, Buffer> = {};
  Object.entries(counts).forEach(([name, count], label) => {
    for (let number = 0; number < count; number++) {
      files[`${prefix}${name}/${number}.png`] = pictureOf(1000 * label + number + 7 * prefix.length);
    }
  });
  return files;
}

/** Writes files at paths with slashes below a folder. @returns the folder. */
export async function writeTree(folder: string, files: Record<string, Buffer | string>): Promise<string> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  return folder;
}
