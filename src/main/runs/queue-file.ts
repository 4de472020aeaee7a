import { unwatchFile, watchFile } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { UserError } from '../../shared/errors';
import { writeDurably } from '../files/durable-file';
import { withLock } from '../files/file-lock';
import type { WaitingRuns } from './waiting-runs';

const queueSchema = z.object({ version: z.literal(1), runs: z.array(z.string()) });

/** Looking at the file's times works on every file system, network drives included. */
const lookMillis = 500;

/**
 * `<data folder>/queue.json`: the order of the runs that wait. That a run waits stands in its own state.json, so that
 * nothing is lost with this file. Every process on the data folder may change it.
 */
export class QueueFile implements WaitingRuns {
  readonly pid = null;
  readonly #path: string;
  readonly #lock: string;
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
      throw new UserError(
        `${this.#path} was written by a newer version of the studio (format ${version}): update this one.`,
      );
    }
    return [...new Set(queueSchema.safeParse(json).data?.runs ?? [])];
  }

  change(edit: (runs: readonly string[]) => readonly string[]): Promise<readonly string[]> {
    const change = this.#changes.then(() => withLock(this.#lock, () => this.#edit(edit)));
    this.#changes = change.catch(() => undefined);
    return change;
  }

  /** Calls soon after each change, whichever process made it. @returns a function that ends it. */
  watch(onChange: () => void): () => void {
    watchFile(this.#path, { interval: lookMillis, persistent: false }, onChange);
    return () => unwatchFile(this.#path, onChange);
  }

  async #edit(edit: (runs: readonly string[]) => readonly string[]): Promise<readonly string[]> {
    const before = await this.read();
    const after = edit(before);
    if (before.length !== after.length || before.some((run, index) => run !== after[index])) {
      await writeDurably(this.#path, [`${JSON.stringify({ version: 1, runs: after }, null, 2)}\n`]);
    }
    return after;
  }
}
