import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { wordsOf } from '../../../shared/errors';
import { message } from '../../../shared/words/message';
import { breathe } from '../cancellation';
import { explainFileError, withPath } from '../../files/file-errors';
import { type Container, type FoundFile, isIgnored, type ListOptions } from './listing';

const filesPerBreath = 2000;
/** Bounds a chain of links that lead deeper and deeper. */
const deepest = 64;

/** The files below a folder, in the order of their names; links are followed, but never in a circle. */
export async function listFolder(
  folder: string,
  prefix: string,
  { signal, found, problems }: ListOptions,
  recursive = true,
): Promise<FoundFile[]> {
  const container: Container = { kind: 'folder', place: folder, prefix, store: folder };
  const files: FoundFile[] = [];
  await withPath(folder, () => stat(folder));

  async function walk(absolute: string, relative: string, above: readonly string[]): Promise<void> {
    await breathe(signal);
    for (const entry of await entriesOf(absolute)) {
      if (isIgnored(entry.name)) continue;
      const path = join(absolute, entry.name);
      const kind = entry.isSymbolicLink() ? await kindBehind(path) : kindOf(entry);
      if (kind === 'file') {
        files.push({ path: `${prefix}${relative}${entry.name}`, container });
        if (files.length % filesPerBreath === 0) {
          found(filesPerBreath);
          await breathe(signal);
        }
      } else if (kind === 'folder' && recursive) {
        await enter(path, `${relative}${entry.name}/`, entry.isSymbolicLink(), above);
      } else if (kind === undefined) {
        problems.add('unreadable', path, message('sources.neither'));
      }
    }
  }

  async function enter(path: string, relative: string, linked: boolean, above: readonly string[]): Promise<void> {
    const real = linked ? await realpath(path) : path;
    if (above.length > deepest || (linked && [...above, folder].some((other) => `${other}/`.startsWith(`${real}/`)))) {
      problems.add('link', path, message('sources.linkInCircle'));
      return;
    }
    try {
      await walk(path, relative, [...above, real]);
    } catch (thrown) {
      const explained = explainFileError(thrown, path);
      if (explained === thrown) throw thrown;
      problems.add('unreadable', path, wordsOf(explained));
    }
  }

  await withPath(folder, () => walk(folder, '', []));
  found(files.length % filesPerBreath);
  return files;
}

async function entriesOf(folder: string): Promise<Dirent[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
}

function kindOf(entry: { isFile(): boolean; isDirectory(): boolean }): 'file' | 'folder' | undefined {
  if (entry.isFile()) return 'file';
  return entry.isDirectory() ? 'folder' : undefined;
}

async function kindBehind(path: string): Promise<'file' | 'folder' | undefined> {
  const status = await stat(path).catch(() => undefined);
  return status && kindOf(status);
}
