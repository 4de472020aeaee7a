import { randomBytes } from 'node:crypto';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { exists } from './file-errors';
import { FileLock, lockHolder, takeLock } from './file-lock';
import { isGoingOn, ownIdentity } from './process-identity';

const prefix = '.temporary-';
const lockSuffix = '.lock';
/** Earlier versions had no lock: the process that made such a folder stands in its name. */
const unlockedPattern = /^\.temporary-(\d+)-/;
const own = new Map<string, FileLock>();
/** Heads the name of a dataset that was moved aside while another took its place. */
const aside = 'replaced-';

/** A new folder inside `parent` that is swept away once the process that made it has ended. */
export async function makeTemporaryFolder(parent: string): Promise<string> {
  await mkdir(parent, { recursive: true });
  for (;;) {
    const folder = join(parent, `${prefix}${process.pid}-${randomBytes(6).toString('hex')}`);
    // The lock is there before the folder, and goes after it.
    const lock = await takeLock(folder + lockSuffix);
    if (!(lock instanceof FileLock)) continue;
    own.set(folder, lock);
    try {
      await mkdir(folder);
      return folder;
    } catch (error) {
      await removeTemporaryFolder(folder);
      throw error;
    }
  }
}

/** To be called also where the folder was renamed to stay. */
export async function removeTemporaryFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await own.get(folder)?.release();
  own.delete(folder);
}

/** Removes what processes that were ended in the middle of their work left behind. */
export async function sweepTemporaryFolders(parent: string): Promise<void> {
  const names = (await readdir(parent).catch(() => [])).filter((name) => name.startsWith(prefix));
  const folders = new Set(names.map((name) => join(parent, name.replace(/\.lock$/, ''))));
  for (const folder of folders) {
    if (own.has(folder) || !(await isAbandoned(folder))) continue;
    await putBack(folder, parent);
    await rm(folder, { recursive: true, force: true }).catch(() => undefined);
    await rm(folder + lockSuffix, { force: true }).catch(() => undefined);
  }
}

/** Moves a dataset out of the way of the one that takes its place, into a folder that is removed afterwards. */
export async function moveAside(parent: string, id: string, temporary: string): Promise<void> {
  await rename(join(parent, id), join(temporary, aside + id));
}

/** Moves back what was moved aside where nothing came to take its place. */
async function putBack(folder: string, parent: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter((each) => each.startsWith(aside))) {
    // Refused where the new one is there: a folder that holds something is never replaced.
    await rename(join(folder, name), join(parent, name.slice(aside.length))).catch(() => undefined);
  }
}

async function isAbandoned(folder: string): Promise<boolean> {
  if (await exists(folder + lockSuffix)) return (await lockHolder(folder + lockSuffix)) === null;
  const [, maker] = unlockedPattern.exec(basename(folder)) ?? [];
  return maker === undefined || isGoingOn({ ...ownIdentity(), pid: Number(maker), started: null }) === false;
}
