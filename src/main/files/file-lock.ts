import { randomBytes } from 'node:crypto';
import { link, open, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { UserError } from '../../shared/errors';
import { message } from '../../shared/words/message';
import { isGoingOn, ownIdentity } from './process-identity';

/** A lock file says who holds it; a newer version may say more. */
const holderSchema = z.object({
  version: z.int(),
  host: z.string(),
  pid: z.int().positive(),
  started: z.string().nullable(),
  /** When it was taken: ISO 8601, in UTC. */
  since: z.string(),
  token: z.string(),
});
export type LockHolder = z.infer<typeof holderSchema>;

/** The holder's sign of life, for other machines, which cannot see its process. */
const heartbeatMillis = 20_000;
const deadMillis = 120_000;
/** A file that cannot be understood may be one that is just being written. */
const writingMillis = 2_000;
/** Taking a lock away takes moments, unless the process was killed that did it. */
const sweepingMillis = 5_000;
const lookMillis = 25;
/** The time within which a lock that is held for moments alone is free again. */
const patienceMillis = 10_000;

/** A lock that this process holds. */
export class FileLock {
  readonly #path: string;
  readonly #holder: LockHolder;
  readonly #heartbeat: NodeJS.Timeout;

  constructor(path: string, holder: LockHolder) {
    this.#path = path;
    this.#holder = holder;
    this.#heartbeat = setInterval(() => {
      const now = new Date();
      utimes(path, now, now).catch(() => undefined);
    }, heartbeatMillis).unref();
  }

  /** Somebody else's lock, who took this one for left behind, stays. */
  async release(): Promise<void> {
    clearInterval(this.#heartbeat);
    const { holder } = await look(this.#path);
    if (holder?.token === this.#holder.token) await rm(this.#path, { force: true });
  }
}

/**
 * Takes a lock that a process holds until it releases it or ends; one that a process left behind is recognised.
 * @returns who holds it, where somebody else does.
 */
export async function takeLock(path: string): Promise<FileLock | LockHolder> {
  const own = { version: 1, ...ownIdentity(), since: new Date().toISOString(), token: randomBytes(8).toString('hex') };
  for (;;) {
    if (await createWhole(path, own)) return new FileLock(path, own);
    const found = await look(path);
    if (found.text === null) continue;
    if (found.holder && isHeld(found.holder, found.ageMillis)) return found.holder;
    if (!found.holder && found.ageMillis < writingMillis) await pause(lookMillis);
    else await takeAway(path, found.text, own);
  }
}

/** @returns who holds the lock now; null where nobody does, or a process that is gone. */
export async function lockHolder(path: string): Promise<LockHolder | null> {
  const { holder, ageMillis } = await look(path);
  return holder && isHeld(holder, ageMillis) ? holder : null;
}

/** Does some work while nobody else does any under the lock. @throws UserError where somebody keeps it for too long. */
export async function withLock<Result>(path: string, work: () => Promise<Result>): Promise<Result> {
  const end = Date.now() + patienceMillis;
  for (;;) {
    const taken = await takeLock(path);
    if (taken instanceof FileLock) {
      try {
        return await work();
      } finally {
        await taken.release();
      }
    }
    if (Date.now() > end) {
      throw new UserError(message('files.held', { path, pid: taken.pid, host: taken.host }));
    }
    await pause(lookMillis);
  }
}

/** A link appears with its content at once: nobody reads half a lock. Some file systems know no links. */
async function createWhole(path: string, holder: LockHolder): Promise<boolean> {
  const text = JSON.stringify(holder);
  const own = `${path}.${holder.token}`;
  await writeFile(own, text);
  try {
    await link(own, path);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return false;
    if (!['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EMLINK'].includes(code ?? '')) throw error;
    return await createInPlace(path, text);
  } finally {
    await rm(own, { force: true });
  }
}

async function createInPlace(path: string, text: string): Promise<boolean> {
  try {
    const file = await open(path, 'wx');
    await file.writeFile(text).finally(() => file.close());
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

interface Found {
  /** Null where there is no lock. */
  readonly text: string | null;
  readonly holder: LockHolder | null;
  readonly ageMillis: number;
}

async function look(path: string): Promise<Found> {
  try {
    const [text, { mtimeMs }] = await Promise.all([readFile(path, 'utf8'), stat(path)]);
    return { text, holder: holderOf(text), ageMillis: Date.now() - mtimeMs };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return { text: null, holder: null, ageMillis: 0 };
  }
}

const isHeld = (holder: LockHolder, ageMillis: number): boolean => isGoingOn(holder) ?? ageMillis < deadMillis;

function holderOf(text: string): LockHolder | null {
  try {
    return holderSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/**
 * Takes a lock away that was left behind. One process at a time does: nobody can take the lock while it is there, and so
 * it is still the same one when it goes.
 */
async function takeAway(path: string, text: string, own: LockHolder): Promise<void> {
  const guard = `${path}.sweep`;
  if (!(await createWhole(guard, own))) {
    const { text: left, ageMillis } = await look(guard);
    if (left !== null && ageMillis > sweepingMillis) await rm(guard, { force: true });
    else await pause(lookMillis);
    return;
  }
  try {
    if ((await look(path)).text === text) await rm(path, { force: true });
  } finally {
    await rm(guard, { force: true });
  }
}
