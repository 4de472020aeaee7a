import { stat } from 'node:fs/promises';
import { UserError } from '../../shared/errors';
import { inEnglish } from '../../shared/words/english';
import { message, type Message } from '../../shared/words/message';
import { isPictureName } from '../../shared/picture-suffixes';
import type { PictureFile } from '../datasets/pictures/decode-files';
import { listFolder } from '../datasets/sources/folder';
import { fullPath, locate } from '../datasets/sources/listing';
import { ProblemList } from '../datasets/sources/problem-list';
import { TextDecoding } from '../datasets/sources/text-decoding';
import { findOnDisk, toOpen, type DiskPath } from '../files/disk-path';
import { errorCode } from '../files/file-errors';

/** A picture to classify, or why there is none at a path. */
export type PicturePath = PictureFile | UnreadablePicture;

/** Why a path cannot be classified: in English, and as a message where it is no sentence of a library. */
export interface UnreadablePicture {
  readonly path: string;
  readonly error: string;
  readonly words?: Message;
}

export function unreadable(path: string, words: Message | string): UnreadablePicture {
  return { path, error: inEnglish(words), ...(typeof words !== 'string' && { words }) };
}

/** The pictures below a folder, and what of it cannot be looked at. */
async function picturesIn(folder: string, onDisk: DiskPath): Promise<PicturePath[]> {
  const problems = new ProblemList();
  const options = { problems, decoding: new TextDecoding(), signal: undefined, found: () => undefined };
  const files = await listFolder(folder, '', options, true, onDisk);
  const pictures = files
    .filter(({ path }) => isPictureName(path))
    .map((file) => picturePath(fullPath(file), locate(file).file));
  const wrong = problems.list
    .filter(({ path, words }) => words?.key !== 'sources.neither' || isPictureName(path))
    .map(({ path, words, message: sentence }) => unreadable(path, words ?? sentence));
  return [...pictures, ...wrong];
}

function picturePath(path: string, onDisk: DiskPath): PicturePath {
  return onDisk === path ? { path } : { path, onDisk };
}

/** Puts in place of each folder the pictures in it and below it, in the order of their names; hidden ones are left out. */
export async function expandPicturePaths(paths: readonly string[]): Promise<PicturePath[]> {
  const expanded = paths.map(async (path): Promise<PicturePath[]> => {
    try {
      const onDisk = await findOnDisk(path);
      if (!(await stat(toOpen(onDisk))).isDirectory()) return [picturePath(path, onDisk)];
      const pictures = await picturesIn(path, onDisk);
      return pictures.length > 0 ? pictures : [unreadable(path, message('pictures.none'))];
    } catch (thrown) {
      if (thrown instanceof UserError) return [unreadable(path, thrown.words)];
      const code = errorCode(thrown) ?? '';
      return [
        unreadable(path, code === 'ENOENT' ? message('pictures.missing') : message('pictures.unreadable', { code })),
      ];
    }
  });
  return (await Promise.all(expanded)).flat();
}
