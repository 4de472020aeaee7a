import { cp, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { UserError } from '../../shared/errors';
import { message } from '../../shared/words/message';
import { errorCode, exists } from '../files/file-errors';
import { makeTemporaryFolder, removeTemporaryFolder } from '../files/temporary-folders';
import { RunStore } from '../runs/run-store';
import { isPending } from '../runs/state-file';
import { holdDataFolder } from './data-lock';

/** What lies in the folder that was the data folder before. */
export interface FormerData {
  readonly folder: string;
  readonly runs: number;
  readonly datasets: number;
}

const kinds = ['datasets', 'runs'] as const;

/** Names of the folders of one kind; hidden ones are no data. */
async function namesOf(folder: string, kind: (typeof kinds)[number]): Promise<string[]> {
  const entries = await readdir(join(folder, kind), { withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.')).map(({ name }) => name);
}

/** Null where that is the same folder, or holds nothing. */
export async function findFormerData(former: string, inUse: string): Promise<FormerData | null> {
  if (former === '' || resolve(former) === resolve(inUse)) return null;
  const [datasets, runs] = await Promise.all(kinds.map(async (kind) => (await namesOf(former, kind)).length));
  return datasets || runs ? { folder: former, runs: runs ?? 0, datasets: datasets ?? 0 } : null;
}

/**
 * Moves runs and datasets into the data folder that is in use, each whole or not at all. What has the name of one that
 * is there already stays where it is.
 * @returns how many were moved.
 * @throws UserError where a run there trains or waits, or another studio has the folder.
 */
export async function moveFormerData(former: string, inUse: string): Promise<number> {
  const held = await holdDataFolder(former);
  if (!held) throw new UserError(message('application.formerInUse', { folder: former }));
  try {
    const pending = (await new RunStore(former).list()).find(({ state }) => isPending(state));
    if (pending) throw new UserError(message('application.formerTrains', { run: pending.name, folder: former }));
    let moved = 0;
    for (const kind of kinds) {
      await mkdir(join(inUse, kind), { recursive: true });
      for (const name of await namesOf(former, kind)) {
        const [from, to] = [join(former, kind, name), join(inUse, kind, name)];
        if (await exists(to)) continue;
        await move(from, to, join(inUse, kind));
        moved += 1;
      }
    }
    return moved;
  } finally {
    await held.release();
  }
}

/** Another disk cannot be renamed to: a copy takes the name when it is whole, and then the source goes. */
async function move(from: string, to: string, parent: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (thrown) {
    if (errorCode(thrown) !== 'EXDEV') throw thrown;
    const temporary = await makeTemporaryFolder(parent);
    try {
      await cp(from, join(temporary, 'copy'), { recursive: true, preserveTimestamps: true });
      await rename(join(temporary, 'copy'), to);
    } finally {
      await removeTemporaryFolder(temporary);
    }
    await rm(from, { recursive: true, force: true });
  }
}
