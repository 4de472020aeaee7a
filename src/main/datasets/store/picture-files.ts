import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Shape } from '../../../shared/network/layer';
import type { Split } from '../../../shared/contract/dataset';
import { UserError, wordsOf } from '../../../shared/errors';
import { message } from '../../../shared/words/message';
import { binaryOf, diskName, type DiskPath } from '../../files/disk-path';
import { noteReading } from '../../files/reading-note';
import { contentKey } from '../pictures/decode-batch';
import { fitPicture } from '../pictures/decode-picture';
import { cached, putInCache, type PictureCache } from './picture-cache';
import { readLocation } from '../sources/read-location';
import { TextDecoding } from '../sources/text-decoding';
import { mapLimited } from '../../files/map-limited';

/** Pictures of a split that are left where they are. Every array lies in shared memory. */
export interface PictureFiles {
  /** Of the dataset, for messages. */
  readonly dataset: string;
  readonly shape: Shape;
  /** Absolute paths as the disk has them, each ended by a byte of 0, which no path holds. */
  readonly paths: Uint8Array;
  /** Where each path begins, and where the last one ends. */
  readonly starts: Float64Array;
  /** Of the files' bytes, as they were when they were imported. */
  readonly keys: Float64Array;
  readonly cache: PictureCache;
}

const atOnce = 4;

/** Paths of a split's pictures, one after the other, each ended by a byte of 0. */
export function pathsFile(folder: string, split: Split): string {
  return join(folder, `${split}-paths.txt`);
}

/** Reads paths in shared memory, with where each begins. @throws UserError where their number is another. */
export async function readPaths(
  path: string,
  count: number,
  dataset: string,
): Promise<Pick<PictureFiles, 'paths' | 'starts'>> {
  const bytes = await readFile(path);
  const paths = new Uint8Array(new SharedArrayBuffer(bytes.length));
  paths.set(bytes);
  const starts = new Float64Array(new SharedArrayBuffer(8 * (count + 1)));
  let found = 0;
  for (let end = paths.indexOf(0); end >= 0; end = paths.indexOf(0, end + 1)) starts[++found] = end + 1;
  if (found !== count) {
    throw new UserError(message('store.wrongPaths', { path, found, expected: count, name: dataset }));
  }
  return { paths, starts };
}

/** A path for people. */
export function shownPath(path: DiskPath, dataset: string): string {
  return typeof path === 'string' ? path : (new TextDecoding().names([binaryOf(path)], dataset)[0] as string);
}

/** The path of a picture as the disk has it. */
export function pathOf({ paths, starts }: Pick<PictureFiles, 'paths' | 'starts'>, index: number): DiskPath {
  const [start, end] = [starts[index] as number, (starts[index + 1] as number) - 1];
  return diskName(Buffer.from(paths.subarray(start, end)));
}

/**
 * The pixels of a picture as an import would have packed them, from the cache or its file.
 * @returns height x width x channels bytes, which must not be changed.
 * @throws UserError that names a file which is gone or has changed since, and the way out.
 */
export async function readPictureOf(files: PictureFiles, index: number): Promise<Uint8Array> {
  const known = cached(files.cache, index);
  if (known) return known;
  const file = pathOf(files, index);
  const path = shownPath(file, files.dataset);
  const bytes = await readLocation({ name: path, file, zipped: false }).catch((thrown: unknown) => {
    if (!(thrown instanceof UserError)) throw thrown;
    throw new UserError(message('store.leftInPlace', { message: wordsOf(thrown), name: files.dataset }));
  });
  if (contentKey(bytes) !== files.keys[index]) {
    throw new UserError(message('store.replaced', { path, name: files.dataset }));
  }
  noteReading(path);
  const { pixels } = await fitPicture(bytes, path, files.shape);
  putInCache(files.cache, index, pixels);
  return pixels;
}

/** Reads several pictures, some at a time, and hands each on with its place among them. */
export async function readPicturesOf(
  files: PictureFiles,
  indices: ArrayLike<number>,
  take: (place: number, pixels: Uint8Array) => void,
): Promise<void> {
  await mapLimited(indices, atOnce, async (index, place) => take(place, await readPictureOf(files, index)));
}
