import { mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

const pattern = /^\.temporary-(\d+)-/;
const longestLifeMillis = 24 * 60 * 60 * 1000;
const own = new Set<string>();
/** Heads the name of a dataset that was moved aside while another took its place. */
const aside = 'replaced-';

/** A new folder inside `parent` that is swept away once the process that made it has ended. */
export async function makeTemporaryFolder(parent: string): Promise<string> {
  await mkdir(parent, { recursive: true });
  const folder = await mkdtemp(join(parent, `.temporary-${process.pid}-`));
  own.add(folder);
  return folder;
}

export async function removeTemporaryFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  own.delete(folder);
}

/** Removes what processes that were ended in the middle of their work left behind. */
export async function sweepTemporaryFolders(parent: string): Promise<void> {
  const names = await readdir(parent).catch(() => []);
  for (const name of names) {
    const folder = join(parent, name);
    const [, maker] = pattern.exec(name) ?? [];
    if (maker !== undefined && !own.has(folder) && (await isAbandoned(folder, Number(maker)))) {
      await putBack(folder, parent);
      await rm(folder, { recursive: true, force: true }).catch(() => undefined);
    }
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

async function isAbandoned(folder: string, maker: number): Promise<boolean> {
  if (maker === process.pid || !isRunning(maker)) return true;
  const status = await stat(folder).catch(() => undefined);
  return status !== undefined && Date.now() - status.mtimeMs > longestLifeMillis;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (thrown) {
    return thrown instanceof Error && 'code' in thrown && thrown.code === 'EPERM';
  }
}
