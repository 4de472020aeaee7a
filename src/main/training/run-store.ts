import { randomBytes } from 'node:crypto';
import { access, appendFile, copyFile, mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import type { MetricEvent } from '../../shared/contract/metrics';
import type { RunConfig, RunSummary } from '../../shared/contract/run';
import { runConfigSchema, runNameSchema } from '../../shared/contract/run';
import { messageOf, UserError } from '../../shared/errors';
import { writeDurably } from './durable-file';
import { readMetrics } from './metrics-file';
import { noNumbers } from './run-numbers';
import type { StateFile } from './state-file';
import { isPending, presentState, stateFile, stateFileSchema } from './state-file';

export type CheckpointKind = 'last' | 'best' | 'initial';

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

/** Indented, but with lists of numbers on one line each: the mean of a dataset may have thousands. */
function toText(value: unknown): string {
  const text = JSON.stringify(value, null, 2);
  return `${text.replace(/\[\n[\s\d.,eE+-]+\]/g, (list) => list.replace(/\s+/g, ' '))}\n`;
}

async function removeMatching(folder: string, pattern: RegExp): Promise<void> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => pattern.test(name));
  await Promise.all(names.map((name) => rm(join(folder, name), { recursive: true, force: true })));
}

/** @throws UserError that names the file where it is not what the schema says. */
async function readJson<Schema extends z.ZodType>(path: string, schema: Schema): Promise<z.infer<Schema>> {
  try {
    return schema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw new UserError(`${path} is ${missing ? 'missing' : 'damaged'}.`);
  }
}

const existsAlready = (run: string): UserError =>
  new UserError(`Run ${run} is in the store already. Delete it first, if it is to be replaced.`);

/** The folders of the runs, `<data folder>/runs/<run>/`. */
export class RunStore {
  readonly #folder: string;

  constructor(dataFolder: string) {
    this.#folder = join(dataFolder, 'runs');
  }

  /** @throws UserError where that cannot be the name of a run. */
  path(run: string, ...names: string[]): string {
    if (!/^[a-z0-9][\w-]*$/i.test(run)) throw new UserError(`"${run}" is not a run.`);
    return join(this.#folder, run, ...names);
  }

  metricsPath(run: string): string {
    return this.path(run, 'metrics.jsonl');
  }

  /** Folder of TensorBoard's event files. */
  eventsPath(run: string): string {
    return this.path(run, 'events');
  }

  checkpointPath(run: string, kind: CheckpointKind): string {
    return this.path(run, 'checkpoints', `${kind}.safetensors`);
  }

  /**
   * Makes the folder of a run that waits for its turn; it appears with everything in it.
   * @param weights Path of a file to start from, which is copied.
   * @param pid Process that it waits for; null where whichever works on the queue is to start it.
   */
  async create(config: RunConfig, weights?: string, pid: number | null = process.pid): Promise<void> {
    const folder = this.path(config.run);
    const temporary = join(this.#folder, `.new-${config.run}`);
    await mkdir(join(temporary, 'checkpoints'), { recursive: true });
    try {
      await writeDurably(join(temporary, 'config.json'), [toText(config)]);
      if (weights !== undefined) await copyFile(weights, join(temporary, 'checkpoints', 'initial.safetensors'));
      const state = stateFile('queued', null, pid, noNumbers);
      await writeDurably(join(temporary, 'state.json'), [toText(state)]);
      await rename(temporary, folder);
    } catch (error) {
      await rm(temporary, { recursive: true, force: true });
      throw error;
    }
  }

  readConfig(run: string): Promise<RunConfig> {
    return readJson(this.path(run, 'config.json'), runConfigSchema);
  }

  async writeConfig(config: RunConfig): Promise<void> {
    await writeDurably(this.path(config.run, 'config.json'), [toText(config)]);
  }

  /** @throws UserError where the name is empty or too long, or while the run is being prepared. */
  async rename(run: string, name: string): Promise<void> {
    const { state } = await this.summary(run);
    // Its process is about to write config.json too.
    if (state === 'preparing') throw new UserError(`Run ${run} is being prepared: rename it once it trains.`);
    const given = runNameSchema.safeParse(name);
    if (!given.success) throw new UserError('A run needs a name of 1 to 200 characters.');
    await this.writeConfig({ ...(await this.readConfig(run)), name: given.data });
  }

  readState(run: string): Promise<StateFile> {
    return readJson(this.path(run, 'state.json'), stateFileSchema);
  }

  async writeState(run: string, state: StateFile): Promise<void> {
    await writeDurably(this.path(run, 'state.json'), [toText(state)]);
  }

  async log(run: string, text: string): Promise<void> {
    const time = new Date().toISOString();
    await appendFile(this.path(run, 'log.txt'), text.trimEnd().replace(/^/gm, `${time} `) + '\n');
  }

  /** Lines of metrics.jsonl from that index on. */
  readEvents(run: string, from: number): Promise<MetricEvent[]> {
    return readMetrics(this.metricsPath(run), from);
  }

  /**
   * The weights to classify with: those of the best validation error, else the last.
   * @throws UserError where the run has written none.
   */
  async checkpoint(run: string, kinds: readonly CheckpointKind[] = ['best', 'last']): Promise<string> {
    for (const kind of kinds) {
      const path = this.checkpointPath(run, kind);
      if (await exists(path)) return path;
    }
    throw new UserError(
      `Run ${run} has no checkpoint yet: one is written after each epoch, and when a run is stopped.`,
    );
  }

  /** @throws UserError where there is no such run, or its config.json is damaged. */
  async summary(run: string): Promise<RunSummary> {
    if (!(await exists(this.path(run)))) throw new UserError(`There is no run "${run}".`);
    const config = await this.readConfig(run);
    const state = await this.readState(run).catch((error: unknown) =>
      stateFile('interrupted', messageOf(error), null, noNumbers),
    );
    const { steps, trainLoss, validationError, testError } = state;
    return {
      ...{ run, name: config.name, ...presentState(state), createdAt: config.createdAt },
      ...{ model: config.training.variant, dataset: config.dataset.name, totalSteps: config.training.steps },
      ...{ steps, trainLoss, validationError, testError },
      hasCheckpoint: await this.checkpoint(run).then(
        () => true,
        () => false,
      ),
    };
  }

  /**
   * Puts a whole folder into the store as that run.
   * @param folder From `makeTemporary`.
   * @throws UserError where there is such a run.
   */
  async adopt(run: string, folder: string): Promise<void> {
    if (await exists(this.path(run))) throw existsAlready(run);
    await rename(folder, this.path(run));
  }

  /** @throws UserError where there is such a run. */
  async makeTemporary(run: string): Promise<string> {
    if (await exists(this.path(run))) throw existsAlready(run);
    const folder = join(this.#folder, `.new-${run}-${randomBytes(4).toString('hex')}`);
    await mkdir(folder, { recursive: true });
    return folder;
  }

  /** Newest first. A run whose config.json is damaged is listed as failed; what is not a run is left out. */
  async list(): Promise<RunSummary[]> {
    const entries = await readdir(this.#folder, { withFileTypes: true }).catch(() => []);
    const folders = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'));
    const summaries = await Promise.all(
      folders.map(({ name }) => this.summary(name).catch((error: unknown) => this.#damaged(name, error))),
    );
    return summaries
      .filter((summary) => summary !== null)
      .sort((a, b) => (a.createdAt === b.createdAt ? b.run.localeCompare(a.run) : a.createdAt < b.createdAt ? 1 : -1));
  }

  /** Removes what a process that was killed has left half-written. */
  async sweep(run: string): Promise<void> {
    await removeMatching(this.path(run, 'checkpoints'), /^\..*\.tmp$/);
  }

  /** @throws UserError where the run goes on. */
  async remove(run: string): Promise<void> {
    const folder = this.path(run);
    if (!(await exists(folder))) throw new UserError(`There is no run "${run}".`);
    const state = await this.readState(run).catch(() => null);
    if (state && isPending(presentState(state).state)) {
      throw new UserError(`Run ${run} is not over: stop it before it is removed.`);
    }
    // Renamed first, so that nothing half-removed is ever listed; removals that were cut short are finished.
    await rename(folder, join(this.#folder, `.removed-${run}-${randomBytes(4).toString('hex')}`));
    await removeMatching(this.#folder, /^\.removed-/);
  }

  async #damaged(run: string, error: unknown): Promise<RunSummary | null> {
    const config = await stat(join(this.#folder, run, 'config.json')).catch(() => null);
    if (!config) return null;
    return {
      ...{ run, name: run, state: 'failed', reason: messageOf(error), createdAt: config.mtime.toISOString() },
      ...{ model: 'unknown', dataset: 'unknown', steps: 0, totalSteps: 0 },
      ...{ trainLoss: null, validationError: null, testError: null, hasCheckpoint: false },
    };
  }
}
