import { randomBytes } from 'node:crypto';
import { link, open, readFile, rm, writeFile } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { UserError } from '../../shared/errors';
import { message } from '../../shared/words/message';
import { errorCode } from './file-errors';
import { isGoingOn, ownIdentity, processIdentitySchema } from './process-identity';

/** A lock file says who holds it; a newer version may say more. */
const holderSchema = processIdentitySchema.extend({
  version: z.int(),
  /** When it was taken: ISO 8601, in UTC. For people: nothing is decided by a clock. */
  since: z.string(),
  token: z.string(),
});
export type LockHolder = z.infer<typeof holderSchema>;

/** A file that cannot be understood for that long is not one that is just being written. */
const writingMillis = 2_000;
const lookMillis = 25;
/** The time within which a lock that is held for moments alone is free again. */
const patienceMillis = 10_000;

export interface LockOptions {
  /** Whether a lock is taken away whose holder cannot be seen from here: somebody has said that it is gone. */
  readonly takeOver?: boolean;
}

/** Locks that this process holds no more, though the disk has not taken that yet: it may be full, or read-only. */
const letGo = new Set<string>();

/** A lock that this process holds. */
export class FileLock {
  readonly #path: string;
  readonly #holder: LockHolder;

  constructor(path: string, holder: LockHolder) {
    this.#path = path;
    this.#holder = holder;
  }

  /** Somebody else's lock, who took this one over, stays. */
  async release(): Promise<void> {
    const { token } = this.#holder;
    letGo.add(token);
    const { holder } = await look(this.#path);
    if (holder?.token === token) await rm(this.#path, { force: true });
    letGo.delete(token);
  }
}

/**
 * Takes a lock that a process holds until it releases it or ends. One that a process of this machine left behind is
 * recognised; that of another machine or container holds until somebody takes it over.
 * @returns who holds it, where somebody else does.
 */
export async function takeLock(path: string, { takeOver = false }: LockOptions = {}): Promise<FileLock | LockHolder> {
  const own = { version: 1, ...ownIdentity(), since: new Date().toISOString(), token: randomBytes(8).toString('hex') };
  let unreadable = { text: '', since: 0 };
  for (;;) {
    if (await createWhole(path, own)) return new FileLock(path, own);
    const { text, holder } = await look(path);
    if (text === null) continue;
    if (holder) {
      if (isHeld(holder, takeOver)) return holder;
      await takeAway(path, text, own, takeOver);
      continue;
    }
    if (text !== unreadable.text || unreadable.since === 0) unreadable = { text, since: performance.now() };
    if (performance.now() - unreadable.since < writingMillis) await pause(lookMillis);
    else await takeAway(path, text, own, takeOver);
  }
}

/** @returns who holds the lock now; null where nobody does, or a process that is gone. */
export async function lockHolder(path: string): Promise<LockHolder | null> {
  const { holder } = await look(path);
  return holder && isHeld(holder, false) ? holder : null;
}

/**
 * Does some work while nobody else does any under the lock.
 * @param patience Milliseconds.
 * @throws UserError where somebody keeps it for longer than that.
 */
export async function withLock<Result>(
  path: string,
  work: () => Promise<Result>,
  patience = patienceMillis,
): Promise<Result> {
  const end = performance.now() + patience;
  for (;;) {
    const taken = await takeLock(path);
    if (taken instanceof FileLock) {
      try {
        return await work();
      } finally {
        await taken.release();
      }
    }
    if (performance.now() > end) {
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
    const code = errorCode(error);
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
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
}

interface Found {
  /** Null where there is no lock. */
  readonly text: string | null;
  readonly holder: LockHolder | null;
}

async function look(path: string): Promise<Found> {
  try {
    const text = await readFile(path, 'utf8');
    return { text, holder: holderOf(text) };
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
    return { text: null, holder: null };
  }
}

const isHeld = (holder: LockHolder, takeOver: boolean): boolean =>
  !letGo.has(holder.token) && (isGoingOn(holder) ?? !takeOver);

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
async function takeAway(path: string, text: string, own: LockHolder, takeOver: boolean): Promise<void> {
  const guard = `${path}.sweep`;
  if (!(await createWhole(guard, own))) {
    const { text: left, holder } = await look(guard);
    // Taking a lock away takes moments, unless the process was killed that did it.
    if (left !== null && (!holder || !isHeld(holder, takeOver))) await rm(guard, { force: true });
    else await pause(lookMillis);
    return;
  }
  try {
    if ((await look(path)).text === text) await rm(path, { force: true });
  } finally {
    await rm(guard, { force: true });
  }
}
