import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { projectFolder } from '../setup/paths.mjs';

const sample = join(projectFolder, 'resources', 'sample', 'fashion-mnist');

/** Writes the first pictures of the sample as a dataset of its own, whose epochs are short. @returns the folder. */
export function writeSmallSample(folder, { train = 320, test = 80 } = {}) {
  mkdirSync(folder, { recursive: true });
  for (const [name, count] of [
    ['train', train],
    ['t10k', test],
  ]) {
    for (const file of [`${name}-images-idx3-ubyte`, `${name}-labels-idx1-ubyte`]) {
      writeFileSync(join(folder, file), cut(gunzipSync(readFileSync(join(sample, `${file}.gz`))), count));
    }
  }
  writeFileSync(join(folder, 'classes.txt'), readFileSync(join(sample, 'classes.txt')));
  return folder;
}

/** The first items of an IDX file. */
function cut(bytes, count) {
  const dimensions = bytes[3];
  const sides = Array.from({ length: dimensions - 1 }, (_, index) => bytes.readUInt32BE(8 + 4 * index));
  const itemBytes = sides.reduce((product, side) => product * side, 1);
  const part = Buffer.from(bytes.subarray(0, 4 + 4 * dimensions + count * itemBytes));
  part.writeUInt32BE(count, 4);
  return part;
}
