import { open, stat, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { Manifest, Split } from '../../../shared/contract/dataset';
import { UserError } from '../../../shared/errors';
import { message } from '../../../shared/words/message';
import { mostCached } from '../../../shared/recipe/recipe';
import { withPath } from '../../files/file-errors';
import { createCache } from './picture-cache';
import { pathsFile, readPaths, type PictureFiles } from './picture-files';

/**
 * A split as training reads it. Both arrays lie in shared memory, so that loader threads see them without a copy.
 */
export interface SplitData {
  /** count x height x width x channels; empty where `files` has the pictures. */
  images: Uint8Array;
  files?: PictureFiles;
  labels: Int32Array;
  count: number;
  /** height x width x channels. */
  pictureBytes: number;
}

/** Pictures of a split: bytes, one picture after the other. */
export function imagesFile(folder: string, split: Split): string {
  return join(folder, `${split}-images.u8`);
}

/** Labels of a split: 32-bit integers, little-endian. */
export function labelsFile(folder: string, split: Split): string {
  return join(folder, `${split}-labels.i32`);
}

/** Keys of a split: 64-bit floats, little-endian, of the first 48 bits of the SHA-256 of each picture's source bytes. */
export function keysFile(folder: string, split: Split): string {
  return join(folder, `${split}-keys.f64`);
}

export function countOf(manifest: Manifest, split: Split): number {
  return manifest.classes.reduce((sum, counts) => sum + counts[split], 0);
}

export function pictureBytesOf({ shape }: Manifest): number {
  return shape[0] * shape[1] * shape[2];
}

/** @throws UserError where a file is missing or has not the size that the manifest says. */
export async function readSplit(folder: string, manifest: Manifest, split: Split): Promise<SplitData> {
  const count = countOf(manifest, split);
  const pictureBytes = pictureBytesOf(manifest);
  const labels = new Int32Array(new SharedArrayBuffer(count * Int32Array.BYTES_PER_ELEMENT));
  await readWhole(labelsFile(folder, split), new Uint8Array(labels.buffer), manifest.name);
  if (manifest.storage === 'in-place') {
    const files = await readFilesOf(folder, manifest, split, count);
    return { images: new Uint8Array(0), labels, count, pictureBytes, files };
  }
  const images = new Uint8Array(new SharedArrayBuffer(count * pictureBytes));
  await readWhole(imagesFile(folder, split), images, manifest.name);
  return { images, labels, count, pictureBytes };
}

async function readFilesOf(folder: string, manifest: Manifest, split: Split, count: number): Promise<PictureFiles> {
  const { name, shape } = manifest;
  const keys = new Float64Array(new SharedArrayBuffer(count * Float64Array.BYTES_PER_ELEMENT));
  await readWhole(keysFile(folder, split), new Uint8Array(keys.buffer), name);
  const path = pathsFile(folder, split);
  const { paths, starts } = await withPath(path, () => readPaths(path, count, name));
  const cache = createCache(count, pictureBytesOf(manifest), mostCached[split]);
  return { dataset: name, shape, paths, starts, keys, cache };
}

async function readWhole(path: string, target: Uint8Array, dataset: string): Promise<void> {
  await withPath(path, async () => {
    const { size } = await stat(path);
    if (size !== target.length) {
      throw new UserError(message('store.wrongBytes', { path, found: size, expected: target.length, name: dataset }));
    }
    const file = await open(path);
    try {
      await readFully(file, target, 0);
    } finally {
      await file.close();
    }
  });
}

/** Fills `target` from a place in a file on. */
export async function readFully(file: FileHandle, target: Uint8Array, position: number): Promise<void> {
  for (let filled = 0; filled < target.length;) {
    const length = Math.min(target.length - filled, 1 << 30);
    const { bytesRead } = await file.read(target, filled, length, position + filled);
    if (bytesRead === 0) throw new UserError(message('store.shorter'));
    filled += bytesRead;
  }
}
