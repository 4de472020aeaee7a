import { open, type FileHandle } from 'node:fs/promises';
import type { Shape } from '../../../shared/network/layer';
import type { Split } from '../../../shared/contract/dataset';
import type { DiskPath } from '../../files/disk-path';
import { breathe } from '../cancellation';
import { contentKey } from '../pictures/decode-batch';
import { readFully } from '../store/packed-files';
import type { RawPictures, ReadOptions } from '../readers/reader';
import type { PixelStatistics } from './statistics';
import { message, type Message } from '../../../shared/words/message';

export const splits: readonly Split[] = ['train', 'validation', 'test'];

/** What is known of each picture of a source; all lists have one entry a picture. */
export interface PictureList {
  /** Numbers of classes; -1 where the picture is left out. */
  labels: Int32Array;
  /** Places in `splits`. */
  splits: Uint8Array;
  /** Equal for equal pictures alone. */
  keys: Float64Array;
  /** As `perceptualHash` gives them, one after the other; left out for pictures that formats hold ready. */
  hashes?: Uint32Array;
  /** For messages. */
  nameOf(index: number): Message | string;
}

/** Pictures of one size, ready to be packed. */
export interface PicturePool extends PictureList {
  shape: Shape;
  /** How many pictures have colours before they are fitted; left out where formats hold them ready. */
  coloured?: number;
  /** The file of each as the disk has it, where the pixels are not kept. */
  fileOf?(index: number): DiskPath;
  /** Of all pictures that the source puts in the training split, where the pixels are not kept. */
  sourceStatistics?: PixelStatistics;
  /** The pixels of some pictures, one after the other. */
  gather(indices: Uint32Array): Promise<Uint8Array>;
  close(): Promise<void>;
}

const picturesPerBreath = 4096;

/** The pictures of a format that holds them ready, in the order of its parts. */
export async function rawPool({ shape, parts }: RawPictures, { report, signal }: ReadOptions): Promise<PicturePool> {
  const count = parts.reduce((sum, { labels }) => sum + labels.length, 0);
  const pictureBytes = shape[0] * shape[1] * shape[2];
  const labels = new Int32Array(count);
  const splitOf = new Uint8Array(count);
  const keys = new Float64Array(count);
  const starts: number[] = [];
  let at = 0;
  for (const part of parts) {
    starts.push(at);
    labels.set(part.labels, at);
    splitOf.fill(splits.indexOf(part.split), at, at + part.labels.length);
    for (let index = 0; index < part.labels.length; index++, at++) {
      keys[at] = contentKey(part.images.subarray(index * pictureBytes, (index + 1) * pictureBytes));
      if (at % picturesPerBreath > 0) continue;
      report({ stage: 'Splitting', done: at, total: count });
      await breathe(signal);
    }
  }
  const partOf = (index: number): number => {
    let part = starts.length - 1;
    while ((starts[part] as number) > index) part--;
    return part;
  };
  return {
    shape,
    labels,
    splits: splitOf,
    keys,
    nameOf: (index) => {
      const part = partOf(index);
      return message('pictures.inFile', { file: parts[part]?.file ?? '', index: index - (starts[part] ?? 0) + 1 });
    },
    gather(indices) {
      const pixels = new Uint8Array(indices.length * pictureBytes);
      indices.forEach((index, place) => {
        const part = partOf(index);
        const start = (index - (starts[part] as number)) * pictureBytes;
        pixels.set((parts[part]?.images as Uint8Array).subarray(start, start + pictureBytes), place * pictureBytes);
      });
      return Promise.resolve(pixels);
    },
    close: () => Promise.resolve(),
  };
}

/** A temporary file that decoded pictures are written to in whatever order they come, each at its own place. */
export class PoolFile {
  private constructor(
    private readonly file: FileHandle,
    private readonly pictureBytes: number,
  ) {}

  static async create(path: string, shape: Shape): Promise<PoolFile> {
    return new PoolFile(await open(path, 'wx+'), shape[0] * shape[1] * shape[2]);
  }

  async write(first: number, pixels: Uint8Array): Promise<void> {
    await this.file.write(pixels, 0, pixels.length, first * this.pictureBytes);
  }

  /** @param indices ascending; neighbours are read together. */
  async gather(indices: Uint32Array): Promise<Uint8Array> {
    const { pictureBytes } = this;
    const pixels = new Uint8Array(indices.length * pictureBytes);
    for (let start = 0, end = 0; start < indices.length; start = end) {
      const first = indices[start] as number;
      while (end < indices.length && indices[end] === first + (end - start)) end++;
      await readFully(this.file, pixels.subarray(start * pictureBytes, end * pictureBytes), first * pictureBytes);
    }
    return pixels;
  }

  async close(): Promise<void> {
    await this.file.close();
  }
}
