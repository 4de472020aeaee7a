import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isPictureName } from '../../shared/picture-suffixes';

/** A picture to classify, or why there is none at a path. */
export type PicturePath = { readonly path: string } | { readonly path: string; readonly error: string };

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
        : [{ path, error: 'There are no pictures in this folder.' }];
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      return [{ path, error: code === 'ENOENT' ? 'There is no such file.' : `It cannot be read (${code}).` }];
    }
  });
  return (await Promise.all(expanded)).flat();
}
