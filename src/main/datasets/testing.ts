import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import type { SplitData } from './store/packed-files';
import { RandomStream } from './batches/random';

const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

/** A folder that is removed after the tests of the file. */
export async function makeTestFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'residual-studio-datasets-'));
  folders.push(folder);
  return folder;
}

/** Bytes that a seed decides. */
export function randomBytes(count: number, seed: number): Uint8Array {
  const random = new RandomStream(seed);
  return Uint8Array.from({ length: count }, () => random.below(256));
}

/** Random pictures in shared memory whose labels are their places, so that a batch tells what it holds. */
export function randomSplit(count: number, pictureBytes: number): SplitData {
  const images = new Uint8Array(new SharedArrayBuffer(count * pictureBytes));
  images.set(randomBytes(images.length, 7));
  const labels = new Int32Array(new SharedArrayBuffer(count * Int32Array.BYTES_PER_ELEMENT));
  labels.forEach((_, index) => (labels[index] = index));
  return { images, labels, count, pictureBytes };
}

/** An IDX file of unsigned bytes, or of what `type` says. */
export function idxFile(dimensions: readonly number[], data: Uint8Array, type = 0x08): Buffer {
  const header = Buffer.alloc(4 + 4 * dimensions.length);
  header.writeUInt8(type, 2);
  header.writeUInt8(dimensions.length, 3);
  dimensions.forEach((dimension, axis) => header.writeUInt32BE(dimension, 4 + 4 * axis));
  return Buffer.concat([header, data]);
}

/** Files of a dataset of 4 x 5 pictures: 3 classes, 30 training pictures a class, 4 test pictures a class. */
export function smallDataset(): Record<string, Buffer> {
  const labels = (count: number): Uint8Array => Uint8Array.from({ length: count }, (_, index) => index % 3);
  return {
    'train-images-idx3-ubyte': idxFile([90, 4, 5], randomBytes(90 * 20, 1)),
    'train-labels-idx1-ubyte': idxFile([90], labels(90)),
    't10k-images-idx3-ubyte': idxFile([12, 4, 5], randomBytes(12 * 20, 2)),
    't10k-labels-idx1-ubyte': idxFile([12], labels(12)),
  };
}

/** Writes files into a new folder; `null` leaves one out. */
export async function writeFiles(folder: string, files: Record<string, Buffer | string | null>): Promise<string> {
  await mkdir(folder, { recursive: true });
  for (const [name, content] of Object.entries(files)) {
    if (content !== null) await writeFile(join(folder, name), content);
  }
  return folder;
}

/** Runs work with the rights of a user without privileges, whom a file's permissions hold back; root they do not. */
export async function asOrdinaryUser(work: () => Promise<void>): Promise<void> {
  const { getuid, seteuid } = process;
  if (getuid?.() !== 0 || !seteuid) return work();
  const nobody = 65534;
  seteuid(nobody);
  try {
    await work();
  } finally {
    seteuid(0);
  }
}
