import { basename } from 'node:path';
import type { Picture } from '../../../shared/contract/dataset';
import { UserError } from '../../../shared/errors';
import type { Shape } from '../../../shared/network/layer';
import type { Message } from '../../../shared/words/message';
import { findOnDisk, type DiskPath } from '../../files/disk-path';
import type { DecodeTask } from './decode-batch';
import { toPicture } from './decode-picture';
import type { DecoderPool } from './decoder-pool';

const picturesPerTask = 4;

export interface PictureFile {
  readonly path: string;
  /** The same as the disk has it, where that is another. */
  readonly onDisk?: DiskPath;
}

export interface DecodedFile {
  /** height x width x channels bytes, as the network takes them. */
  pixels: Uint8Array;
  /** The same for the eye; its label is the file's name. */
  picture: Picture;
}

interface Task extends DecodeTask {
  first: number;
}

/** Decodes picture files and fits them to a network's input, each to its pixels or to why there are none. */
export async function decodeFiles(
  files: readonly (string | PictureFile)[],
  shape: Shape,
  decoders: DecoderPool,
): Promise<(DecodedFile | { refused: Message })[]> {
  const results = new Array<DecodedFile | { refused: Message }>(files.length);
  const pictureBytes = shape[0] * shape[1] * shape[2];
  function* tasks(): Generator<Task> {
    for (let first = 0; first < files.length; first += picturesPerTask) {
      const some = files.slice(first, first + picturesPerTask);
      const locations = some.map((file) => {
        const { path, onDisk = path }: PictureFile = typeof file === 'string' ? { path: file } : file;
        return { name: path, file: onDisk, zipped: false };
      });
      yield { shape, first, locations };
    }
  }
  await decoders.decodeAll(tasks(), undefined, ({ first, locations }, { pixels, pictures }) => {
    pictures.forEach((picture, place) => {
      const own = pixels.slice(place * pictureBytes, (place + 1) * pictureBytes);
      results[first + place] = picture.ok
        ? { pixels: own, picture: toPicture(basename(locations[place]?.name ?? ''), own, shape) }
        : { refused: picture.words };
    });
  });
  return results;
}

/** The same of one file. @throws UserError that names it and what is wrong with it. */
export async function decodeFile(path: string, shape: Shape, decoders: DecoderPool): Promise<DecodedFile> {
  const [result] = await decodeFiles([{ path, onDisk: await findOnDisk(path) }], shape, decoders);
  if (!result) throw new Error(`${path} was not looked at.`);
  if ('refused' in result) throw new UserError(result.refused);
  return result;
}
