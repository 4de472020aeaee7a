import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { composed } from '../../../shared/composed';
import type { ProblemKind } from '../../../shared/contract/problem';
import { wordsOf } from '../../../shared/errors';
import { message, type Message } from '../../../shared/words/message';
import { binaryOf, diskName, joinDisk, toOpen, type DiskPath } from '../../files/disk-path';
import { explainFileError, withPath } from '../../files/file-errors';
import { breathe } from '../cancellation';
import { checkEntries } from './archive-limits';
import { type Container, type FoundFile, isIgnored, type ListOptions } from './listing';
import { MergedFolders } from './merged-folders';
import { UndecodedPaths } from './undecoded-paths';

const filesPerBreath = 2000;
/** Bounds a chain of links that lead deeper and deeper. */
const deepest = 64;

/** What a folder holds: its name as the disk has it, and the same as text, in which other bytes may be lost. */
interface Entry {
  name: DiskPath;
  text: string;
  kind: 'file' | 'folder' | 'link' | undefined;
}

/**
 * The files below a folder, in the order of their names; links are followed, but never in a circle.
 * @param folder for messages. @param onDisk the same as the disk has it.
 */
export async function listFolder(
  folder: string,
  prefix: string,
  { signal, found, problems, decoding }: Pick<ListOptions, 'signal' | 'found' | 'problems' | 'decoding'>,
  recursive = true,
  onDisk: DiskPath = folder,
): Promise<FoundFile[]> {
  const container: Container = { kind: 'folder', place: folder, prefix, store: onDisk };
  const paths = new UndecodedPaths();
  const files: { path: string; onDisk: DiskPath }[] = [];
  const wrong: { kind: ProblemKind; path: string; words: (path: string) => Message | string }[] = [];
  await withPath(folder, () => stat(toOpen(onDisk)));

  async function walk(absolute: DiskPath, relative: string, above: readonly string[]): Promise<void> {
    await breathe(signal);
    for (const entry of await entriesOf(absolute)) {
      if (isIgnored(entry.text)) continue;
      const own = joinDisk(absolute, entry.name);
      const path = `${relative}${paths.add(entry.name)}`;
      const kind = entry.kind === 'link' ? await kindBehind(own) : entry.kind;
      if (kind === 'file') {
        files.push({ path, onDisk: own });
        if (files.length % filesPerBreath === 0) {
          found(filesPerBreath);
          checkEntries(files.length, folder);
          await breathe(signal);
        }
      } else if (kind === 'folder' && recursive) {
        await enter(own, path, entry.kind === 'link', above);
      } else if (kind === undefined) {
        wrong.push({ kind: 'unreadable', path, words: () => message('sources.neither') });
      }
    }
  }

  async function enter(own: DiskPath, path: string, linked: boolean, above: readonly string[]): Promise<void> {
    const real = binaryOf(linked ? await realpath(toOpen(own), { encoding: 'buffer' }) : own);
    if (linked && [...above, binaryOf(onDisk)].some((other) => `${other}/`.startsWith(`${real}/`))) {
      wrong.push({ kind: 'link', path, words: () => message('sources.linkInCircle') });
      return;
    }
    if (above.length > deepest) {
      wrong.push({ kind: 'unreadable', path, words: () => message('sources.tooDeep', { limit: deepest }) });
      return;
    }
    try {
      await walk(own, `${path}/`, [...above, real]);
    } catch (thrown) {
      if (explainFileError(thrown, path) === thrown) throw thrown;
      wrong.push({ kind: 'unreadable', path, words: (shownPath) => wordsOf(explainFileError(thrown, shownPath)) });
    }
  }

  await withPath(folder, () => walk(onDisk, '', []));
  found(files.length % filesPerBreath);
  const shown = paths.decoder(decoding, folder);
  for (const { kind, path, words } of wrong) {
    const place = join(folder, shown(path));
    problems.add(kind, place, words(place));
  }
  const merged = new MergedFolders(folder, problems);
  return files.map((file) => {
    const path = shown(file.path);
    merged.add(path, file.path);
    const asShown = file.onDisk === join(folder, path);
    return { path: `${prefix}${path}`, container, ...(!asShown && { onDisk: file.onDisk }) };
  });
}

async function entriesOf(folder: DiskPath): Promise<Entry[]> {
  const entries = await readdir(toOpen(folder), { withFileTypes: true, encoding: 'buffer' });
  const named = entries.map((entry) => {
    const name = diskName(entry.name);
    const kind = entry.isSymbolicLink() ? ('link' as const) : kindOf(entry);
    return { name, text: composed(typeof name === 'string' ? name : binaryOf(name)), kind };
  });
  return named.sort((a, b) => (a.text < b.text ? -1 : 1));
}

function kindOf(entry: { isFile(): boolean; isDirectory(): boolean }): 'file' | 'folder' | undefined {
  if (entry.isFile()) return 'file';
  return entry.isDirectory() ? 'folder' : undefined;
}

async function kindBehind(path: DiskPath): Promise<'file' | 'folder' | undefined> {
  const status = await stat(toOpen(path)).catch(() => undefined);
  return status && kindOf(status);
}
