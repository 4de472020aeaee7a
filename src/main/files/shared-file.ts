import { rename } from 'node:fs/promises';
import { dirname, format, join, parse } from 'node:path';
import { withLock } from './file-lock';
import { withPath } from './file-errors';

/** The last change of each file that this process makes. */
const changes = new Map<string, Promise<unknown>>();

/**
 * Reads, changes and writes a small file while nobody else does, in this process or another.
 * @throws what the work throws; UserError where another process keeps the file for too long, or its folder refuses.
 */
export function changeShared<Result>(path: string, work: () => Promise<Result>): Promise<Result> {
  const lock = join(dirname(path), `.${parse(path).name}.lock`);
  // Those of one process wait in line, and need not look at the lock again and again.
  const change = (changes.get(path) ?? Promise.resolve()).then(() => withPath(path, () => withLock(lock, work)));
  const settled = change.then(
    () => undefined,
    () => undefined,
  );
  changes.set(path, settled);
  void settled.then(() => {
    if (changes.get(path) === settled) changes.delete(path);
  });
  return change;
}

/** Renames a file that cannot be understood, so that another can be written. @returns what it is called now. */
export async function putAside(path: string): Promise<string> {
  const { dir, name, ext } = parse(path);
  const time = new Date().toISOString().replace(/[-:.]/g, '');
  const aside = format({ dir, name: `${name}.broken-${time}`, ext });
  await withPath(path, () => rename(path, aside));
  return aside;
}
