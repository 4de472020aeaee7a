import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { inEnglish } from '../../shared/words/english';
import { message, type Message } from '../../shared/words/message';
import { isPictureName } from '../../shared/picture-suffixes';

/** A picture to classify, or why there is none at a path. */
export type PicturePath = { readonly path: string } | UnreadablePicture;

/** Why a path cannot be classified: in English, and as a message where it is no sentence of a library. */
export interface UnreadablePicture {
  readonly path: string;
  readonly error: string;
  readonly words?: Message;
}

export function unreadable(path: string, words: Message | string): UnreadablePicture {
  return { path, error: inEnglish(words), ...(typeof words !== 'string' && { words }) };
}

async function picturesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const visible = entries.filter(({ name }) => !name.startsWith('.')).sort((a, b) => (a.name < b.name ? -1 : 1));
  const found = await Promise.all(
    visible.map((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return picturesIn(path);
      return isPictureName(entry.name) ? [path] : [];
    }),
  );
  return found.flat();
}

/** Puts in place of each folder the pictures in it and below it, in the order of their names; hidden ones are left out. */
export async function expandPicturePaths(paths: readonly string[]): Promise<PicturePath[]> {
  const expanded = paths.map(async (path): Promise<PicturePath[]> => {
    try {
      if (!(await stat(path)).isDirectory()) return [{ path }];
      const pictures = await picturesIn(path);
      return pictures.length > 0
        ? pictures.map((picture) => ({ path: picture }))
        : [unreadable(path, message('pictures.none'))];
    } catch (error) {
      const code = String((error as NodeJS.ErrnoException).code);
      return [
        unreadable(path, code === 'ENOENT' ? message('pictures.missing') : message('pictures.unreadable', { code })),
      ];
    }
  });
  return (await Promise.all(expanded)).flat();
}
