import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { UserError } from '../../../shared/errors';
import { withPath } from '../file-errors';
import { idxReader } from './idx';
import type { Reader, Source } from './reader';

const readers: readonly Reader[] = [idxReader];

/**
 * The reader that understands what was dropped: a folder, or files of one folder.
 * @throws UserError that says what was found and what was expected.
 */
export async function recognise(paths: readonly string[]): Promise<{ reader: Reader; source: Source }> {
  const source = await inspect(paths);
  const reader = readers.find((candidate) => candidate.matches(source));
  if (!reader) throw new UserError(describeUnknown(source));
  return { reader, source };
}

async function inspect(paths: readonly string[]): Promise<Source> {
  const places = await Promise.all(
    paths.map(async (path) => {
      const absolute = resolve(path);
      const isFolder = (await withPath(absolute, () => stat(absolute))).isDirectory();
      return { folder: isFolder ? absolute : dirname(absolute), file: isFolder ? null : basename(absolute) };
    }),
  );
  const folders = [...new Set(places.map((place) => place.folder))];
  const [folder] = folders;
  if (folder === undefined) throw new UserError('Nothing was given to import. Name a folder with a dataset.');
  if (folders.length > 1) {
    throw new UserError(
      `A dataset is one folder, but ${folders.length} were given: ${folders.join(', ')}. Import one at a time.`,
    );
  }
  const names = await withPath(folder, () => readdir(folder));
  const files = places.map((place) => place.file);
  return {
    folder,
    entries: names.filter((name) => !name.startsWith('.')).sort(),
    chosen: files.includes(null) ? [] : files.filter((file): file is string => file !== null),
  };
}

function describeUnknown({ folder, entries, chosen }: Source): string {
  const names = chosen.length > 0 ? chosen : entries;
  const shown = names.slice(0, 8).join(', ');
  const more = names.length > 8 ? ` and ${names.length - 8} more` : '';
  const found =
    names.length === 0 ? `${folder} is empty.` : `No dataset was recognised in ${folder}. Found: ${shown}${more}.`;
  return `${found} Expected:\n${readers.map((reader) => reader.layout).join('\nor\n')}`;
}
