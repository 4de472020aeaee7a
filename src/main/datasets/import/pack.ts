import { createHash, type Hash } from 'node:crypto';
import { open } from 'node:fs/promises';
import type { Manifest, Split } from '../../../shared/contract/dataset';
import { breathe } from '../cancellation';
import { withPath } from '../../files/file-errors';
import { imagesFile, keysFile, labelsFile } from '../store/packed-files';
import { splits, type PicturePool } from './picture-pool';
import type { ReadOptions } from '../readers/reader';
import { PixelStatistics } from './statistics';

const chunkBytes = 1 << 22;

type Packed = Pick<Manifest, 'contentHash' | 'classes' | 'normalization' | 'storage'>;

/**
 * Writes a dataset's splits to a folder, and measures them on the way: each picture is touched once for the file, the
 * content hash and the statistics.
 * @param chosen the pictures of each split, in the order of `splits`.
 */
export async function pack(
  pool: PicturePool,
  classNames: readonly string[],
  chosen: readonly Uint32Array[],
  folder: string,
  options: Pick<ReadOptions, 'report' | 'signal'>,
): Promise<Packed> {
  const { shape } = pool;
  const total = chosen.reduce((sum, { length }) => sum + length, 0);
  const pictureBytes = shape[0] * shape[1] * shape[2];
  const hash = createHash('sha256').update(JSON.stringify({ shape, classNames }));
  const statistics = new PixelStatistics(shape);
  const classes = classNames.map((name) => ({ name, train: 0, validation: 0, test: 0 }));
  let done = 0;
  const write = async (split: Split, indices: Uint32Array): Promise<void> => {
    countClasses(classes, split, pool.labels, indices);
    await writeLabels(labelsFile(folder, split), pool.labels, indices, hash);
    await writeKeys(keysFile(folder, split), pool.keys, indices);
    await writeImages(imagesFile(folder, split), pool, indices, pictureBytes, async (chunk) => {
      hash.update(chunk);
      if (split === 'train') statistics.add(chunk);
      done += chunk.length / pictureBytes;
      options.report({ stage: 'Writing', done, total });
      await breathe(options.signal);
    });
  };
  for (const [place, split] of splits.entries()) await write(split, chosen[place] ?? new Uint32Array(0));
  return { contentHash: hash.digest('hex'), classes, normalization: statistics.normalization() };
}

/** Adds pictures to the counts of their classes. */
export function countClasses(
  classes: Manifest['classes'],
  split: Split,
  labels: Int32Array,
  indices: Uint32Array,
): void {
  for (const index of indices) {
    const counts = classes[labels[index] as number];
    if (counts) counts[split]++;
  }
}

export async function writeLabels(path: string, labels: Int32Array, chosen: Uint32Array, hash: Hash): Promise<void> {
  const bytes = Buffer.alloc(chosen.length * Int32Array.BYTES_PER_ELEMENT);
  chosen.forEach((index, at) => bytes.writeInt32LE(labels[index] as number, at * Int32Array.BYTES_PER_ELEMENT));
  hash.update(bytes);
  await writeSynced(path, [bytes]);
}

/** @param hash takes them too, where the keys stand for the pictures. */
export async function writeKeys(path: string, keys: Float64Array, chosen: Uint32Array, hash?: Hash): Promise<void> {
  const bytes = Buffer.alloc(chosen.length * Float64Array.BYTES_PER_ELEMENT);
  chosen.forEach((index, at) => bytes.writeDoubleLE(keys[index] as number, at * Float64Array.BYTES_PER_ELEMENT));
  hash?.update(bytes);
  await writeSynced(path, [bytes]);
}

/** Gathers the chosen pictures chunk by chunk; `visit` sees each chunk before it is written. */
async function writeImages(
  path: string,
  pool: PicturePool,
  chosen: Uint32Array,
  pictureBytes: number,
  visit: (chunk: Uint8Array) => Promise<void>,
): Promise<void> {
  const perChunk = Math.max(1, Math.floor(chunkBytes / pictureBytes));
  async function* chunks(): AsyncGenerator<Uint8Array> {
    for (let start = 0; start < chosen.length; start += perChunk) {
      const chunk = await pool.gather(chosen.subarray(start, start + perChunk));
      await visit(chunk);
      yield chunk;
    }
  }
  await writeSynced(path, chunks());
}

/** Writes a new file, and returns when the disk has it. */
export async function writeSynced(
  path: string,
  chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
): Promise<void> {
  await withPath(path, async () => {
    const file = await open(path, 'wx');
    try {
      for await (const chunk of chunks) await file.writeFile(chunk);
      await file.sync();
    } finally {
      await file.close();
    }
  });
}
