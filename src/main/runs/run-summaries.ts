import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { RunSummary } from '../../shared/contract/run';
import { wordsOf, UserError } from '../../shared/errors';
import { message } from '../../shared/words/message';
import { exists } from '../files/file-errors';
import { mapLimited } from '../files/map-limited';
import { NewerVersionError } from '../files/versioned-file';
import type { RunCheckpoints } from './run-checkpoints';
import { damagedSummary, factsOfConfig, type RunFacts, summaryOf } from './run-facts';
import type { RunFolders } from './run-folders';
import { RunIndex, stampOf } from './run-index';
import { readLabels } from './run-labels';
import { noNumbers } from './run-numbers';
import { presentState, type RunEnd, stateFile } from './state-file';

/** Runs that are looked at at the same time. */
const atOnce = 32;

/** What a list shows of each run. */
export class RunSummaries {
  readonly #folders: RunFolders;
  readonly #checkpoints: RunCheckpoints;
  readonly #index: RunIndex;
  /** Of runs whose disk did not take it. */
  readonly #unwritten = new Map<string, RunEnd>();

  constructor(folders: RunFolders, checkpoints: RunCheckpoints) {
    this.#folders = folders;
    this.#checkpoints = checkpoints;
    this.#index = new RunIndex(folders.folder);
  }

  /** Keeps how a run ended as long as this process goes on, where its disk does not take it. */
  keepEnd(run: string, end: RunEnd): void {
    this.#unwritten.set(run, end);
  }

  /** The run's own files say it again. */
  forgetEnd(run: string): void {
    this.#unwritten.delete(run);
  }

  /** @throws UserError where there is no such run, or its config.json is damaged or of a newer version. */
  async read(run: string): Promise<RunSummary> {
    return this.#summaryOf(run, await this.#readFacts(run));
  }

  /** Newest first. A run that cannot be understood is listed as damaged; what is not a run is left out. */
  async list(): Promise<RunSummary[]> {
    const { folder } = this.#folders;
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
    const folders = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'));
    const summaries = await mapLimited(folders, atOnce, ({ name }) =>
      this.#listed(name).catch((error: unknown) => damagedSummary(name, join(folder, name), error).catch(() => null)),
    );
    await this.#index.save(new Set(folders.map(({ name }) => name)));
    return summaries
      .filter((summary) => summary !== null)
      .sort((a, b) => (a.createdAt === b.createdAt ? b.run.localeCompare(a.run) : a.createdAt < b.createdAt ? 1 : -1));
  }

  #summaryOf(run: string, facts: RunFacts): RunSummary {
    const present = presentState(facts.state);
    return summaryOf(run, facts, present.state === 'interrupted' ? (this.#unwritten.get(run) ?? present) : present);
  }

  /** From the index, where that knows these very files. */
  async #listed(run: string): Promise<RunSummary> {
    const stamp = stampOf(this.#folders.path(run));
    if (stamp === null) return this.read(run);
    const known = await this.#index.find(run, stamp);
    const facts = known ?? (await this.#readFacts(run, (read) => this.#index.keep(run, stamp, read)));
    return this.#summaryOf(run, facts);
  }

  /** @param whole Is told where nothing of it was damaged. */
  async #readFacts(run: string, whole: (facts: RunFacts) => Promise<void> | void = () => undefined): Promise<RunFacts> {
    // Refused before anything is begun that nobody would wait for.
    const folder = this.#folders.path(run);
    let isWhole = true;
    const [config, state, labels, hasCheckpoint] = await Promise.all([
      this.#folders.readConfig(run).catch(async (error: unknown) => {
        throw (await exists(folder)) ? error : new UserError(message('runs.unknown', { run }));
      }),
      this.#folders.readState(run).catch((error: unknown) => {
        // Something else may work on the run than this studio knows.
        if (error instanceof NewerVersionError) throw error;
        isWhole = false;
        return stateFile('interrupted', wordsOf(error), null, noNumbers);
      }),
      readLabels(join(folder, 'labels.json')),
      this.#checkpoints.find(run).then(
        () => true,
        () => false,
      ),
    ]);
    const facts = { config: factsOfConfig(config), state, labels, hasCheckpoint };
    if (isWhole) await whole(facts);
    return facts;
  }
}
