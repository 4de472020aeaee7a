import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { UserError } from '../../../shared/errors';
import { message } from '../../../shared/words/message';
import { writeDurably } from '../../files/durable-file';
import { withLock } from '../../files/file-lock';
import type { Edit, WaitingRuns } from './waiting-runs';

const queueSchema = z.object({ version: z.literal(1), runs: z.array(z.string()) });

/**
 * `<data folder>/queue.json`: the order of the runs that wait. That a run waits stands in its own state.json, so that
 * nothing is lost with this file. Every process on the data folder may change it.
 */
export class QueueFile implements WaitingRuns {
  readonly pid = null;
  readonly #path: string;
  readonly #lock: string;
  readonly #listeners = new Set<() => Promise<void> | void>();
  #changes: Promise<unknown> = Promise.resolve();

  constructor(dataFolder: string) {
    this.#path = join(dataFolder, 'queue.json');
    this.#lock = join(dataFolder, 'queue.lock');
  }

  /** Nothing where the file is missing or damaged. @throws UserError where a newer version wrote it. */
  async read(): Promise<readonly string[]> {
    let json: unknown;
    try {
      json = JSON.parse(await readFile(this.#path, 'utf8'));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (error instanceof SyntaxError || code === 'ENOENT') return [];
      throw error;
    }
    const { version } = { ...(json as object | null) } as { version?: unknown };
    if (typeof version === 'number' && version > 1) {
      throw new UserError(message('files.newerVersion', { path: this.#path, version }));
    }
    return [...new Set(queueSchema.safeParse(json).data?.runs ?? [])];
  }

  change(edit: Edit): Promise<readonly string[]> {
    const change = this.#changes.then(() => this.#change(edit));
    this.#changes = change.catch(() => undefined);
    return change;
  }

  /** Calls after each change that this process makes, and waits for what is done then. */
  onChanged(listener: () => Promise<void> | void): void {
    this.#listeners.add(listener);
  }

  async #change(edit: Edit): Promise<readonly string[]> {
    let isNew = false;
    const order = await withLock(this.#lock, async () => {
      const before = await this.read();
      const after = edit(before);
      isNew = before.length !== after.length || before.some((run, index) => run !== after[index]);
      if (isNew) await writeDurably(this.#path, [`${JSON.stringify({ version: 1, runs: after }, null, 2)}\n`]);
      return after;
    });
    if (isNew) await Promise.all([...this.#listeners].map((listener) => listener()));
    return order;
  }
}
