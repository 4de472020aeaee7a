import { randomBytes } from 'node:crypto';
import { access, appendFile, copyFile, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { MetricEvent, RunCurves } from '../../shared/contract/metrics';
import type { RunConfig, RunSummary } from '../../shared/contract/run';
import { messageOf, UserError } from '../../shared/errors';
import { withPath } from '../files/file-errors';
import { withCurvesCache } from './curves-cache';
import { damagedSummary, runPattern } from './damaged-run';
import { writeDurably } from '../files/durable-file';
import { jsonText } from '../files/json-text';
import { mapLimited } from '../files/map-limited';
import { readCurves } from './metrics-curves';
import { readMetricLines } from './metrics-file';
import { factsOfConfig, type RunFacts, summaryOf } from './run-facts';
import { configFormat, stateFormat } from './run-formats';
import { RunIndex, stampOf } from './run-index';
import { readLabels } from './run-labels';
import { noNumbers } from './run-numbers';
import type { RunEnd, StateFile } from './state-file';
import { presentState, stateFile } from './state-file';
import { NewerVersionError, readVersioned } from '../files/versioned-file';

export type CheckpointKind = 'last' | 'best' | 'initial';

/** Runs that are looked at at the same time. */
const atOnce = 32;

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

async function removeMatching(folder: string, pattern: RegExp): Promise<void> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => pattern.test(name));
  await Promise.all(names.map((name) => rm(join(folder, name), { recursive: true, force: true })));
}

const existsAlready = (run: string): UserError =>
  new UserError(`Run ${run} is in the store already. Delete it first, if it is to be replaced.`);

/** The folders of the runs, `<data folder>/runs/<run>/`. */
export class RunStore {
  readonly #folder: string;
  readonly #index: RunIndex;
  /** Of runs whose disk did not take it. */
  readonly #unwritten = new Map<string, RunEnd>();

  constructor(dataFolder: string) {
    this.#folder = join(dataFolder, 'runs');
    this.#index = new RunIndex(this.#folder);
  }

  /** @throws UserError where that cannot be the name of a run. */
  path(run: string, ...names: string[]): string {
    if (!runPattern.test(run)) throw new UserError(`"${run}" is not a run.`);
    return join(this.#folder, run, ...names);
  }

  /** Where runs wait that were removed and may come back; of one of them where it is named. */
  removedPath(run?: string): string {
    if (run === undefined) return join(this.#folder, '.removed');
    this.path(run);
    return join(this.#folder, '.removed', run);
  }

  /** What somebody wants of the process that trains the run. */
  requestPath(run: string): string {
    return this.path(run, '.request.json');
  }

  metricsPath(run: string): string {
    return this.path(run, 'metrics.jsonl');
  }

  /** Folder of TensorBoard's event files. */
  eventsPath(run: string): string {
    return this.path(run, 'events');
  }

  /** Of the weights after an epoch: `epoch-0010.safetensors`. */
  epochCheckpointPath(run: string, epoch: number): string {
    return this.path(run, 'checkpoints', `epoch-${String(epoch).padStart(4, '0')}.safetensors`);
  }

  /** Removes the checkpoints of epochs but for the newest ones. @param keep How many; 0: all. */
  async pruneEpochs(run: string, keep: number): Promise<void> {
    if (keep === 0) return;
    const names = (await this.checkpointNames(run)).filter((name) => name.startsWith('epoch-'));
    const gone = names.slice(0, Math.max(0, names.length - keep));
    await Promise.all(gone.map((name) => rm(this.path(run, 'checkpoints', `${name}.safetensors`), { force: true })));
  }

  /** Every checkpoint that a run has, those of epochs in their order. */
  async checkpointNames(run: string): Promise<string[]> {
    const files = await readdir(this.path(run, 'checkpoints')).catch(() => []);
    const names = files.flatMap((file) => /^([a-z].*)\.safetensors$/.exec(file)?.[1] ?? []);
    const epochOf = (name: string): number => Number(/^epoch-(\d+)$/.exec(name)?.[1] ?? -1);
    return names.sort((a, b) => epochOf(a) - epochOf(b) || a.localeCompare(b));
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
      await writeDurably(join(temporary, 'config.json'), [jsonText(config)]);
      if (weights !== undefined) await copyFile(weights, join(temporary, 'checkpoints', 'initial.safetensors'));
      const state = stateFile('queued', null, pid, noNumbers);
      await writeDurably(join(temporary, 'state.json'), [jsonText(state)]);
      await rename(temporary, folder);
    } catch (error) {
      await rm(temporary, { recursive: true, force: true });
      throw error;
    }
  }

  /** A folder that was copied under another name is a run of that name. */
  async readConfig(run: string): Promise<RunConfig> {
    return { ...(await readVersioned(this.path(run, 'config.json'), configFormat, run)), run };
  }

  async writeConfig(config: RunConfig): Promise<void> {
    const path = this.path(config.run, 'config.json');
    await withPath(path, () => writeDurably(path, [jsonText(config)]));
  }

  readState(run: string): Promise<StateFile> {
    return readVersioned(this.path(run, 'state.json'), stateFormat, run);
  }

  async writeState(run: string, state: StateFile): Promise<void> {
    const path = this.path(run, 'state.json');
    await withPath(path, () => writeDurably(path, [jsonText(state)]));
    this.#unwritten.delete(run);
  }

  /** Keeps how a run ended as long as this process goes on, where its disk does not take it. */
  keepEnd(run: string, end: RunEnd): void {
    this.#unwritten.set(run, end);
  }

  async log(run: string, text: string): Promise<void> {
    const time = new Date().toISOString();
    await appendFile(this.path(run, 'log.txt'), text.trimEnd().replace(/^/gm, `${time} `) + '\n');
  }

  /** Lines of metrics.jsonl from that index on. */
  async readEvents(run: string, from: number): Promise<MetricEvent[]> {
    return (await this.readLines(run, from)).events;
  }

  /** The same, with the index of the line that comes next. */
  readLines(run: string, from: number): Promise<{ events: MetricEvent[]; next: number }> {
    return readMetricLines(this.metricsPath(run), from);
  }

  /** All of metrics.jsonl, as it is drawn. */
  readCurves(run: string): Promise<RunCurves> {
    const path = this.metricsPath(run);
    return withCurvesCache(path, () => readCurves(path));
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

  /** @param name `best`, `last` or `epoch-0010`. @throws UserError where the run has no such checkpoint. */
  async namedCheckpoint(run: string, name: string): Promise<string> {
    const names = await this.checkpointNames(run);
    if (names.includes(name)) return this.path(run, 'checkpoints', `${name}.safetensors`);
    const known = names.length > 0 ? `It has: ${names.join(', ')}.` : 'It has none yet.';
    throw new UserError(`Run ${run} has no checkpoint "${name}". ${known}`);
  }

  /** @throws UserError where there is no such run, or its config.json is damaged or of a newer version. */
  async summary(run: string): Promise<RunSummary> {
    return this.#summaryOf(run, await this.#readFacts(run));
  }

  #summaryOf(run: string, facts: RunFacts): RunSummary {
    const present = presentState(facts.state);
    return summaryOf(run, facts, present.state === 'interrupted' ? (this.#unwritten.get(run) ?? present) : present);
  }

  /** @param whole Is told where nothing of it was damaged. */
  async #readFacts(run: string, whole: (facts: RunFacts) => Promise<void> | void = () => undefined): Promise<RunFacts> {
    // Refused before anything is begun that nobody would wait for.
    this.path(run);
    let isWhole = true;
    const [config, state, labels, hasCheckpoint] = await Promise.all([
      this.readConfig(run).catch(async (error: unknown) => {
        throw (await exists(this.path(run))) ? error : new UserError(`There is no run "${run}".`);
      }),
      this.readState(run).catch((error: unknown) => {
        // Something else may work on the run than this studio knows.
        if (error instanceof NewerVersionError) throw error;
        isWhole = false;
        return stateFile('interrupted', messageOf(error), null, noNumbers);
      }),
      readLabels(this.path(run, 'labels.json')),
      this.checkpoint(run).then(
        () => true,
        () => false,
      ),
    ]);
    const facts = { config: factsOfConfig(config), state, labels, hasCheckpoint };
    if (isWhole) await whole(facts);
    return facts;
  }

  /** The same from the index, where that knows these very files. */
  async #listed(run: string): Promise<RunSummary> {
    const stamp = stampOf(this.path(run));
    if (stamp === null) return this.summary(run);
    const known = await this.#index.find(run, stamp);
    const facts = known ?? (await this.#readFacts(run, (read) => this.#index.keep(run, stamp, read)));
    return this.#summaryOf(run, facts);
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

  /** Newest first. A run that cannot be understood is listed as damaged; what is not a run is left out. */
  async list(): Promise<RunSummary[]> {
    const entries = await readdir(this.#folder, { withFileTypes: true }).catch(() => []);
    const folders = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'));
    const summaries = await mapLimited(folders, atOnce, ({ name }) =>
      this.#listed(name).catch((error: unknown) => damagedSummary(name, join(this.#folder, name), error).catch(() => null)),
    );
    await this.#index.save(new Set(folders.map(({ name }) => name)));
    return summaries
      .filter((summary) => summary !== null)
      .sort((a, b) => (a.createdAt === b.createdAt ? b.run.localeCompare(a.run) : a.createdAt < b.createdAt ? 1 : -1));
  }

  /** Removes what a process that was killed has left half-written. */
  async sweep(run: string): Promise<void> {
    await removeMatching(this.path(run, 'checkpoints'), /^\..*\.tmp$/);
  }
}
