import { setTimeout as pause } from 'node:timers/promises';
import { UserError } from '../../shared/errors';
import { message } from '../../shared/words/message';
import { withPath } from '../files/file-errors';
import { FileLock, lockHolder, type LockHolder, type LockOptions, takeLock } from '../files/file-lock';
import { isGoingOn, type ProcessIdentity } from '../files/process-identity';
import { endRun } from './end-run';
import type { RunFolders } from './run-folders';
import type { RunStore } from './run-store';
import { interruption, isPending, livingProcess } from './state-file';

const lookMillis = 50;
/** What others do under the lock of a run while it waits for its turn takes moments. */
const patienceMillis = 10_000;

/**
 * Does something with a run that nobody else may do anything with meanwhile: whoever trains, changes or removes it holds
 * its lock. What trains it, and has lost its host, counts as well.
 * @throws UserError that names the process which has the run.
 */
export async function withRun<Result>(
  folders: RunFolders,
  run: string,
  work: () => Promise<Result>,
  options: LockOptions = {},
): Promise<Result> {
  const lock = orRefused(run, await withPath(folders.path(run), () => takeLock(folders.lockPath(run), options)));
  try {
    await checkTrainer(folders, run, options);
    return await work();
  } finally {
    await lock.release();
  }
}

/** Holds a run for as long as it trains. @throws UserError that names the process which keeps the run. */
export async function holdRun(folders: RunFolders, run: string): Promise<FileLock> {
  const end = performance.now() + patienceMillis;
  for (;;) {
    const taken = await withPath(folders.path(run), () => takeLock(folders.lockPath(run)));
    if (taken instanceof FileLock || performance.now() > end) return orRefused(run, taken);
    await pause(lookMillis);
  }
}

/**
 * Makes sure that no process which cannot be seen from here works on a run; where it was said to be gone, the run is
 * ended as interrupted.
 * @throws UserError that names the process, where it may go on.
 */
export async function settleElsewhere(store: RunStore, run: string, { takeOver = false }: LockOptions): Promise<void> {
  const file = await store.readState(run).catch(() => null);
  const worker = file && isPending(file.state) ? livingProcess(file) : null;
  if (!file || !worker || isGoingOn(worker) !== null) return;
  if (!takeOver) throw workedOnElsewhere(run, worker);
  await endRun(store, run, 'interrupted', interruption(file.state));
}

export const workedOnElsewhere = (run: string, { pid, host }: ProcessIdentity): UserError =>
  new UserError(message('runs.elsewhere', { run, pid, host }), { option: '--take-over' });

async function checkTrainer(folders: RunFolders, run: string, { takeOver = false }: LockOptions): Promise<void> {
  const path = folders.lockPath(run, 'trainer');
  if (takeOver) return orRefused(run, await takeLock(path, { takeOver })).release();
  const holder = await lockHolder(path);
  if (holder) orRefused(run, holder);
}

function orRefused(run: string, taken: FileLock | LockHolder): FileLock {
  if (taken instanceof FileLock) return taken;
  const { pid, host } = taken;
  if (isGoingOn(taken) === null) throw workedOnElsewhere(run, taken);
  throw new UserError(message('runs.held', { run, pid, host }));
}
