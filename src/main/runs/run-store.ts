import { copyFile, mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { MetricEvent, RunCurves } from '../../shared/contract/metrics';
import type { RunConfig, RunSummary } from '../../shared/contract/run';
import { UserError } from '../../shared/errors';
import { message } from '../../shared/words/message';
import { writeDurably } from '../files/durable-file';
import { exists } from '../files/file-errors';
import { jsonText } from '../files/json-text';
import { makeTemporaryFolder } from '../files/temporary-folders';
import { withCurvesCache } from './metrics/curves-cache';
import { readCurves } from './metrics/metrics-curves';
import { readMetricLines } from './metrics/metrics-file';
import { RunCheckpoints } from './run-checkpoints';
import { RunFolders } from './run-folders';
import { noNumbers } from './run-numbers';
import { RunSummaries } from './run-summaries';
import { type RunEnd, stateFile, type StateFile } from './state-file';

const existsAlready = (run: string): UserError => new UserError(message('runs.inStore', { run }));

/** The runs of a data folder. */
export class RunStore extends RunFolders {
  readonly checkpoints = new RunCheckpoints(this);
  readonly #summaries: RunSummaries;

  constructor(dataFolder: string) {
    super(dataFolder);
    this.#summaries = new RunSummaries(this, this.checkpoints);
  }

  /** Newest first. A run that cannot be understood is listed as damaged; what is not a run is left out. */
  list(): Promise<RunSummary[]> {
    return this.#summaries.list();
  }

  /** @throws UserError where there is no such run, or its config.json is damaged or of a newer version. */
  summary(run: string): Promise<RunSummary> {
    return this.#summaries.read(run);
  }

  /**
   * Makes the folder of a run that waits for its turn; it appears with everything in it.
   * @param weights Path of a file to start from, which is copied.
   * @param pid Process that it waits for; null where whichever works on the queue is to start it.
   */
  async create(config: RunConfig, weights?: string, pid: number | null = process.pid): Promise<void> {
    const folder = this.path(config.run);
    const temporary = join(this.folder, `.new-${config.run}`);
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

  /** @throws UserError where there is such a run. */
  async makeTemporary(run: string): Promise<string> {
    if (await exists(this.path(run))) throw existsAlready(run);
    return makeTemporaryFolder(this.folder);
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

  override async writeState(run: string, state: StateFile): Promise<void> {
    await super.writeState(run, state);
    this.#summaries.forgetEnd(run);
  }

  /** Keeps how a run ended as long as this process goes on, where its disk does not take it. */
  keepEnd(run: string, end: RunEnd): void {
    this.#summaries.keepEnd(run, end);
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
}
