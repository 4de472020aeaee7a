import { setTimeout } from 'node:timers/promises';
import type { MetricEvent, RunCurves } from '../../shared/contract/metrics';
import type { RunDetails } from '../../shared/contract/requests';
import type { RunConfig, RunRequest, RunState, RunSummary } from '../../shared/contract/run';
import { checkMemory } from '../../shared/architecture/memory';
import { messageOf, UserError } from '../../shared/errors';
import type { DatasetStore } from '../datasets';
import { ActiveRun } from './active-run';
import type { LaunchProcess } from './child';
import { describeExit } from './child-exit';
import { createRunConfig } from './create-run';
import { usableMemory } from './machine-memory';
import { MetricsWriter } from './metrics-file';
import { memoryOptions, networkOf } from './run-network';
import { resumedConfig } from './resume-run';
import { endEvent, noNumbers, numbersOf, RunSummation } from './run-numbers';
import { RunStore } from './run-store';
import { startingFrom } from './starting-weights';
import { isPending, stateFile } from './state-file';

export interface RunServiceOptions {
  readonly dataFolder: string;
  readonly datasets: Pick<DatasetStore, 'read'>;
  readonly launch: LaunchProcess;
  readonly studioVersion: string;
  /** Bytes that a training may use; those of the machine unless given. */
  readonly memory?: () => Promise<number>;
}

export interface RunMetrics {
  readonly run: string;
  /** Index of the first event among the lines of metrics.jsonl. */
  readonly from: number;
  readonly events: MetricEvent[];
}

type Listener<Value> = (value: Value) => void;

/** A trainer that is told to stop gets so long before it is killed, when the studio closes. */
const closeMillis = 10_000;

/** The runs of a data folder. One trains at a time, in a process of its own; the others wait for their turn. */
export class RunService {
  readonly #options: RunServiceOptions;
  readonly #store: RunStore;
  readonly #memory: () => Promise<number>;
  readonly #changed = new Set<Listener<RunSummary>>();
  readonly #metrics = new Set<Listener<RunMetrics>>();
  readonly #notes = new Set<Listener<{ run: string; text: string }>>();
  readonly #queue: string[] = [];
  #active: { run: string; trainer: ActiveRun | null; settled: Promise<void> } | null = null;
  #announcements: Promise<void> = Promise.resolve();
  #closed = false;

  constructor(options: RunServiceOptions) {
    this.#options = options;
    this.#store = new RunStore(options.dataFolder);
    this.#memory = options.memory ?? (async () => usableMemory());
  }

  /** Newest first. */
  list(): Promise<RunSummary[]> {
    return this.#store.list();
  }

  /** @throws UserError where the dataset, the network, the recipe and the weights to start from do not fit each other, or the memory. */
  async start(request: RunRequest): Promise<RunSummary> {
    const manifest = await this.#options.datasets.read(request.dataset);
    const made = createRunConfig(request, manifest, this.#options.studioVersion);
    checkMemory(networkOf(made), memoryOptions(made, manifest), await this.#memory());
    const { weights } = request;
    const config = weights === undefined ? made : await startingFrom(weights, made);
    await this.#store.create(config, weights);
    this.#queue.push(config.run);
    this.#announce(config.run);
    this.#startNext();
    return this.#store.summary(config.run);
  }

  /**
   * Goes on with a run that is over from its last checkpoint, or from its beginning where it has none: the run becomes
   * the one that was never stopped.
   * @param epochs Of the whole run, where it is to become longer.
   * @throws UserError where the run goes on already, has nothing left to do, or its dataset is gone.
   */
  async resume(run: string, epochs?: number): Promise<RunSummary> {
    const [summary, config] = [await this.#store.summary(run), await this.#store.readConfig(run)];
    const resumed = resumedConfig(summary, config, epochs);
    await this.#options.datasets.read(config.dataset.id);
    const numbers = await this.#store.readState(run).catch(() => noNumbers);
    await this.#store.writeState(run, stateFile('queued', null, process.pid, numbersOf(numbers)));
    if (resumed !== config) {
      await this.#store.writeConfig(resumed);
      const { steps, epochs: longer } = resumed.training;
      await this.#store.log(run, `Made longer: ${longer} epochs, ${steps} steps, instead of ${config.training.steps}.`);
    }
    this.#queue.push(run);
    this.#announce(run);
    this.#startNext();
    return this.#store.summary(run);
  }

  /**
   * Resolves when the run is over. A run that trains writes a checkpoint first, after the step that it computes.
   * @param atOnce Kill the process instead: what was not yet written is lost, and the run counts as interrupted.
   * @throws UserError where the run is over already, or belongs to another process.
   */
  async stop(run: string, atOnce = false): Promise<void> {
    const place = this.#queue.indexOf(run);
    if (place >= 0) {
      this.#queue.splice(place, 1);
      return this.#end(run, 'stopped', null);
    }
    if (this.#active?.run === run) {
      const { trainer, settled } = this.#active;
      if (atOnce) trainer?.kill();
      else trainer?.stop();
      return settled;
    }
    const { state } = await this.#store.summary(run);
    throw new UserError(
      isPending(state)
        ? `Run ${run} was started by another window or command line: stop it there.`
        : `Run ${run} is over already (${state}).`,
    );
  }

  /** Resolves when the run is over, however it ended. */
  async ended(run: string): Promise<RunSummary> {
    while (this.#active && (this.#active.run === run || this.#queue.includes(run))) await this.#active.settled;
    return this.#store.summary(run);
  }

  /** @param from Index of the first event that is wanted. */
  async read(run: string, from: number): Promise<RunDetails> {
    const summary = await this.#store.summary(run);
    return { summary, config: await this.#named(summary), ...(await this.#store.readLines(run, from)) };
  }

  /** All that is drawn of a run. */
  async curves(run: string): Promise<RunCurves & { config: RunConfig }> {
    return { config: await this.#named(await this.#store.summary(run)), ...(await this.#store.readCurves(run)) };
  }

  async #named({ run, name }: RunSummary): Promise<RunConfig> {
    return { ...(await this.#store.readConfig(run)), name };
  }

  /** Tells everybody of a run that was changed elsewhere. */
  announce(run: string): void {
    this.#announce(run);
  }

  /** Path of the weights to classify with. @throws UserError where the run has none yet. */
  checkpoint(run: string): Promise<string> {
    return this.#store.checkpoint(run);
  }

  /** Path of the weights of the latest epoch, or where the run was stopped. @throws UserError where it has none yet. */
  latestCheckpoint(run: string): Promise<string> {
    return this.#store.checkpoint(run, ['last', 'best']);
  }

  /** @returns a function that ends the subscription. */
  onChanged(listener: Listener<RunSummary>): () => void {
    this.#changed.add(listener);
    return () => this.#changed.delete(listener);
  }

  /** Events come after they were written. @returns a function that ends the subscription. */
  onMetrics(listener: Listener<RunMetrics>): () => void {
    this.#metrics.add(listener);
    return () => this.#metrics.delete(listener);
  }

  /** What somebody should know who watches a run. @returns a function that ends the subscription. */
  onNote(listener: Listener<{ run: string; text: string }>): () => void {
    this.#notes.add(listener);
    return () => this.#notes.delete(listener);
  }

  /** Ends the waiting runs and stops the one that trains; no process is left when it resolves. */
  async close(): Promise<void> {
    this.#closed = true;
    for (const run of this.#queue.splice(0)) {
      await this.#end(run, 'interrupted', 'The studio was closed before the run had its turn.');
    }
    if (this.#active) {
      const { trainer, settled } = this.#active;
      trainer?.stop();
      const patience = new AbortController();
      const kill = setTimeout(closeMillis, undefined, { signal: patience.signal }).then(
        () => trainer?.kill(),
        () => undefined,
      );
      await settled;
      patience.abort();
      await kill;
    }
    await this.#announcements;
  }

  #startNext(): void {
    if (this.#closed || this.#active) return;
    const run = this.#queue.shift();
    if (run === undefined) return;
    let trainer: ActiveRun | null = null;
    let problem = '';
    try {
      trainer = new ActiveRun(run, this.#options.dataFolder, this.#options.launch('trainer'), {
        onState: () => this.#announce(run),
        onMetrics: (from, events) => {
          for (const listener of this.#metrics) listener({ run, from, events });
          if (events.some(({ event }) => event === 'evaluation')) this.#announce(run);
        },
        onNote: (text) => {
          for (const listener of this.#notes) listener({ run, text });
        },
      });
    } catch (error) {
      problem = `The training process could not be started: ${messageOf(error)}`;
    }
    this.#active = { run, trainer, settled: this.#settle(run, trainer, problem) };
  }

  /** Waits until the process is gone, tells what became of its run, and starts the next. */
  async #settle(run: string, trainer: ActiveRun | null, problem: string): Promise<void> {
    try {
      const reason = trainer ? describeExit(await trainer.exited) : problem;
      const { state } = await this.#store.readState(run);
      if (!isPending(state)) return;
      if (trainer?.killed) await this.#end(run, 'interrupted', 'The run was ended at once, without a checkpoint.');
      else await this.#end(run, 'failed', reason);
    } catch (error) {
      console.error(error);
    } finally {
      await this.#announcements;
      this.#active = null;
      this.#startNext();
      // Whoever opens it does not have to wait until all of its lines are read.
      await this.#store.readCurves(run).catch(console.error);
    }
  }

  /** Ends a run that no process works on, as its trainer would have. */
  async #end(run: string, state: RunState, reason: string | null): Promise<void> {
    await this.#store.sweep(run);
    const summation = new RunSummation();
    for (const event of await this.#store.readEvents(run, 0)) summation.add(event);
    const writer = new MetricsWriter(this.#store.metricsPath(run));
    const from = writer.lines;
    const events = [endEvent(run, state, summation.numbers)];
    writer.append(events);
    await writer.close();
    await this.#store.log(run, reason ?? state);
    await this.#store.writeState(run, stateFile(state, reason, null, summation.numbers));
    for (const listener of this.#metrics) listener({ run, from, events });
    this.#announce(run);
    await this.#announcements;
  }

  /** Tells the summary of a run, one after the other, so that none overtakes a newer one. */
  #announce(run: string): void {
    this.#announcements = this.#announcements.then(async () => {
      try {
        const summary = await this.#store.summary(run);
        for (const listener of this.#changed) listener(summary);
      } catch (error) {
        // A run that was removed in the meantime has nothing to tell.
        if (!(error instanceof UserError)) console.error(error);
      }
    });
  }
}
