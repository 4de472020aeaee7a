import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { wordsOf, UserError } from '../../shared/errors';
import { message } from '../../shared/words/message';
import { exists, withPath } from '../files/file-errors';
import type { LockOptions } from '../files/file-lock';
import { settleElsewhere, withRun } from './run-owner';
import type { RunStore } from './run-store';
import { isPending, presentState } from './state-file';
import type { Trash } from '../files/trash';

/** Runs that were removed and can still come back: they lie in a folder beside the others that nobody lists. */
export class RunBin {
  readonly #store: RunStore;
  readonly #trash: Trash;

  constructor(store: RunStore, trash: Trash) {
    this.#store = store;
    this.#trash = trash;
  }

  /** Takes a run off the list. @throws UserError where there is no such run, it goes on, or somebody works with it. */
  async remove(run: string, options: LockOptions = {}): Promise<void> {
    if (!(await exists(this.#store.path(run)))) throw new UserError(message('runs.unknown', { run }));
    await withRun(this.#store, run, () => this.#remove(run, options), options);
  }

  async #remove(run: string, options: LockOptions): Promise<void> {
    await settleElsewhere(this.#store, run, options);
    const folder = this.#store.path(run);
    const state = await this.#store.readState(run).catch(() => null);
    if (state && isPending(presentState(state).state)) {
      throw new UserError(message('runs.notOverToRemove', { run }));
    }
    // Another run of that name, which was removed and imported again.
    await this.discard(run);
    await mkdir(this.#store.removedPath(), { recursive: true });
    await withPath(folder, () => rename(folder, this.#store.removedPath(run)));
  }

  /** Whether a run of that id was removed and can still come back. @throws UserError where that is no run's id. */
  async holds(run: string): Promise<boolean> {
    return exists(this.#store.removedPath(run));
  }

  /** Puts a removed run back. @throws UserError where it is gone, or there is another one of its name now. */
  async restore(run: string): Promise<void> {
    const removed = this.#store.removedPath(run);
    if (!(await exists(removed))) throw new UserError(message('runs.notBroughtBack', { run }));
    await this.#store.adopt(run, removed);
  }

  /** Moves a removed run to the trash; nothing where there is none. @throws UserError where that is refused. */
  async discard(run: string): Promise<void> {
    const removed = this.#store.removedPath(run);
    if (!(await exists(removed))) return;
    const folder = this.#store.path(run);
    // From its own place, so that it goes back there where somebody takes it out of the trash.
    if (await exists(folder)) return this.#trash(removed);
    await rename(removed, folder);
    try {
      await this.#trash(folder);
    } catch (thrown) {
      await rename(folder, removed);
      throw new UserError(message('runs.notTrashed', { run, message: wordsOf(thrown) }), { cause: thrown });
    }
  }

  /** Deletes a removed run with all that is in it. */
  async destroy(run: string): Promise<void> {
    await rm(this.#store.removedPath(run), { recursive: true, force: true });
  }

  /** Moves to the trash what was removed, also by a studio that was killed. */
  async empty(): Promise<void> {
    const names = await readdir(this.#store.removedPath()).catch(() => []);
    for (const name of names) await this.discard(name).catch(console.error);
    const isEmpty = (await readdir(this.#store.removedPath()).catch(() => [])).length === 0;
    if (isEmpty) await rm(this.#store.removedPath(), { recursive: true, force: true });
  }
}
