import { join } from 'node:path';
import type { Shape } from '../../../shared/network/layer';
import { UserError } from '../../../shared/errors';
import { message, type Message } from '../../../shared/words/message';
import type { DecodedBatch, DecodeTask } from '../pictures/decode-batch';
import type { DecoderPool } from '../pictures/decoder-pool';
import { decodeAgain } from '../pictures/decode-again';
import { freeDisk } from '../../machine/free-disk';
import { wordsPerHash } from '../pictures/perceptual-hash';
import { PoolFile, splits, type PicturePool } from './picture-pool';
import type { FoundPicture, ReadOptions } from '../readers/reader';
import { fullPath, locate } from '../sources/listing';
import { PixelStatistics } from './statistics';

const picturesPerTask = 16;
/** Room on the disk that is left alone. */
const reserve = 2 ** 28;

interface Task extends DecodeTask {
  first: number;
}

/**
 * Decodes pictures to one size, several at a time, into a temporary file; or, where they stay in place, to look at
 * and measure them alone. A picture that cannot be read is named and left out; memory holds a few numbers of each
 * picture and no more pixels than the threads work on.
 * @throws UserError where the disk has no room for them.
 */
export async function encodedPool(
  items: readonly FoundPicture[],
  shape: Shape,
  decoders: DecoderPool,
  folder: string,
  inPlace: boolean,
  { report, signal, problems }: ReadOptions,
): Promise<PicturePool> {
  if (!inPlace) await checkRoom(items.length, shape, folder);
  const labels = Int32Array.from(items, ({ label }) => label);
  const keys = new Float64Array(items.length);
  const hashes = new Uint32Array(wordsPerHash * items.length);
  const unreadable: { index: number; kind: Parameters<typeof problems.add>[0]; words: Message | string }[] = [];
  const file = inPlace ? null : await PoolFile.create(join(folder, 'decoded'), shape);
  const sourceStatistics = new PixelStatistics(shape);
  const pictureBytes = shape[0] * shape[1] * shape[2];
  const nameOf = (index: number): string => fullPath((items[index] as FoundPicture).file);
  let [done, coloured] = [0, 0];
  const take = async ({ first }: Task, { pixels, pictures }: DecodedBatch): Promise<void> => {
    pictures.forEach((picture, place) => {
      const index = first + place;
      if (picture.ok) {
        keys[index] = picture.key;
        if (!picture.grey) coloured++;
        hashes.set(picture.hash, wordsPerHash * index);
        if (inPlace && items[index]?.split === 'train') {
          sourceStatistics.add(pixels.subarray(place * pictureBytes, (place + 1) * pictureBytes));
        }
      } else {
        labels[index] = -1;
        unreadable.push({ index, ...picture });
      }
    });
    await file?.write(first, pixels);
    done += pictures.length;
    report({ stage: 'Decoding pictures', done, total: items.length });
  };
  try {
    await decoders.decodeAll(tasksOf(items, shape), signal, take);
  } catch (thrown) {
    await file?.close();
    throw thrown;
  }
  unreadable.sort((a, b) => a.index - b.index);
  for (const { index, kind, words } of unreadable) problems.add(kind, nameOf(index), words);
  return {
    shape,
    labels,
    keys,
    hashes,
    coloured,
    nameOf,
    splits: Uint8Array.from(items, ({ split }) => splits.indexOf(split)),
    ...(inPlace && { sourceStatistics, fileOf: (index: number) => locate((items[index] as FoundPicture).file).file }),
    gather: (indices) => file?.gather(indices) ?? decodeAgain(items, indices, keys, shape, decoders, signal),
    close: async () => file?.close(),
  };
}

function* tasksOf(items: readonly FoundPicture[], shape: Shape): Generator<Task> {
  for (let first = 0; first < items.length; first += picturesPerTask) {
    const locations = items.slice(first, first + picturesPerTask).map(({ file }) => locate(file));
    yield { shape, locations, first };
  }
}

/** They are written once as they are decoded, and once more in the order of their splits. */
async function checkRoom(count: number, shape: Shape, folder: string): Promise<void> {
  const needed = 2 * count * shape[0] * shape[1] * shape[2] + reserve;
  const free = await freeDisk(folder);
  if (needed <= free) return;
  throw new UserError(message('imports.noRoom', { count, shape: shape.join(' x '), needed, folder, free }));
}
