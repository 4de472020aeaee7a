import { join } from 'node:path';
import { z } from 'zod';
import { UserError } from '../../../shared/errors';
import { writeDurably } from '../../files/durable-file';
import { exists } from '../../files/file-errors';
import { changeShared, putAside } from '../../files/shared-file';
import { type FileFormat, NewerVersionError, readVersioned } from '../../files/versioned-file';
import type { Edit, WaitingRuns } from './waiting-runs';

const queueSchema = z.object({ version: z.literal(1), runs: z.array(z.string()) });
/** There was never a queue.json without a version. */
const queueFormat: FileFormat<typeof queueSchema> = { schema: queueSchema, migrations: [(content) => content] };

/**
 * `<data folder>/queue.json`: the order of the runs that wait. That a run waits stands in its own state.json, so that
 * nothing is lost with this file. Every process on the data folder may change it.
 */
export class QueueFile implements WaitingRuns {
  readonly pid = null;
  readonly #path: string;
  readonly #listeners = new Set<() => Promise<void> | void>();

  constructor(dataFolder: string) {
    this.#path = join(dataFolder, 'queue.json');
  }

  /** Nothing where the file is missing or damaged. @throws UserError where a newer version wrote it. */
  async read(): Promise<readonly string[]> {
    return (await this.#read()) ?? [];
  }

  /** Calls after each change that this process makes, and waits for what is done then. */
  onChanged(listener: () => Promise<void> | void): void {
    this.#listeners.add(listener);
  }

  /** Resolves when the change is on the disk. */
  async change(edit: Edit): Promise<readonly string[]> {
    let isNew = false;
    const order = await changeShared(this.#path, async () => {
      const known = await this.#read();
      if (known === null) await putAside(this.#path);
      const before = known ?? [];
      const after = edit(before);
      isNew = known === null || before.length !== after.length || before.some((run, index) => run !== after[index]);
      if (isNew) await writeDurably(this.#path, [`${JSON.stringify({ version: 1, runs: after }, null, 2)}\n`]);
      return after;
    });
    if (isNew) await Promise.all([...this.#listeners].map((listener) => listener()));
    return order;
  }

  /** Null where the file is damaged. */
  async #read(): Promise<readonly string[] | null> {
    if (!(await exists(this.#path))) return [];
    try {
      return [...new Set((await readVersioned(this.#path, queueFormat, '')).runs)];
    } catch (thrown) {
      if (thrown instanceof NewerVersionError || !(thrown instanceof UserError)) throw thrown;
      return null;
    }
  }
}
