import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import type { SplitData } from './packed-files';
import { RandomStream } from './random';

/** A folder of its own for the tests of one file, removed after them. */
export async function makeTestFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'residual-studio-datasets-'));
  afterAll(() => rm(folder, { recursive: true, force: true }));
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
