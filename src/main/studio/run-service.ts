import type { RunCurves } from '../../shared/contract/metrics';
import type { RunDetails } from '../../shared/contract/requests';
import type { RunConfig, RunRequest, RunState, RunSummary } from '../../shared/contract/run';
import { checkMemory } from '../../shared/network/memory';
import { messageOf, UserError } from '../../shared/errors';
import type { DatasetStore } from '../datasets';
import { ActiveRun } from './active-run';
import type { LaunchProcess } from '../launch/child';
import { describeExit } from '../launch/child-exit';
import { withOrigin } from '../runs/branch';
import { checkCheckpointRoom } from '../runs/checkpoint-room';
import { createRunConfig } from '../runs/create-run';
import { endRun } from '../runs/end-run';
import { usableMemory } from '../machine/memory';
import { memoryOptions, networkOf } from '../../shared/network/run-network';
import { checkDataset, resumedConfig } from '../runs/resume-run';
import { type RunMetrics, RunNews, type RunNote } from './run-news';
import { noNumbers, numbersOf } from '../runs/run-numbers';
import { askTrainer } from '../runs/run-request';
import { RunStore } from '../runs/run-store';
import { isPending, stateFile } from '../runs/state-file';
import { takeFirst, takeOut, WaitingInMemory, type WaitingRuns } from '../runs/waiting-runs';

export interface RunServiceOptions {
  readonly dataFolder: string;
  readonly datasets: Pick<DatasetStore, 'read'>;
  readonly launch: LaunchProcess;
  readonly studioVersion: string;
  /** Bytes that a training may use; those of the machine unless given. */
  readonly memory?: () => Promise<number>;
  /** Where runs wait for their turn; in this process alone unless given. */
  readonly waiting?: WaitingRuns;
  /** False where another process is to start them. */
  readonly startsRuns?: boolean;
}

/** A trainer that is told to stop gets so long before it is killed, when the studio closes. */
const closeMillis = 10_000;

/** The runs of a data folder. One trains at a time, in a process of its own; the others wait for their turn. */
export class RunService {
  readonly #options: RunServiceOptions;
  readonly #store: RunStore;
  readonly #memory: () => Promise<number>;
  readonly #news: RunNews;
  readonly #waiting: WaitingRuns;
  #active: { run: string; trainer: ActiveRun | null; settled: Promise<void> } | null = null;
  #turn: Promise<void> = Promise.resolve();
  #closed = false;

  constructor(options: RunServiceOptions) {
    this.#options = options;
    this.#store = new RunStore(options.dataFolder);
    this.#news = new RunNews(this.#store);
    this.#memory = options.memory ?? (async () => usableMemory());
    this.#waiting = options.waiting ?? new WaitingInMemory();
  }

  /** The run that a process of this studio works on. */
  get active(): string | null {
    return this.#active?.run ?? null;
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
    const { config, weights } = await withOrigin(this.#store, request, made);
    await checkCheckpointRoom(config, this.#options.dataFolder);
    await this.#waiting.read();
    await this.#store.create(config, weights, this.#waiting.pid);
    await this.#enqueue(config.run);
    return this.#store.summary(config.run);
  }

  /**
   * Goes on with a run that is over from its last checkpoint, or from its beginning where it has none: the run becomes
   * the one that was never stopped.
   * @param epochs Of the whole run, where it is to become longer.
   * @throws UserError where the run goes on already, has nothing left to do, or its dataset is gone or has changed.
   */
  async resume(run: string, epochs?: number): Promise<RunSummary> {
    await this.#left(run);
    const [summary, config] = [await this.#store.summary(run), await this.#store.readConfig(run)];
    const resumed = resumedConfig(summary, config, epochs);
    checkDataset(config, await this.#options.datasets.read(config.dataset.id));
    const numbers = await this.#store.readState(run).catch(() => noNumbers);
    await this.#store.writeState(run, stateFile('queued', null, this.#waiting.pid, numbersOf(numbers)));
    if (resumed !== config) {
      await this.#store.writeConfig(resumed);
      const { steps, epochs: longer } = resumed.training;
      await this.#store.log(run, `Made longer: ${longer} epochs, ${steps} steps, instead of ${config.training.steps}.`);
    }
    await this.#enqueue(run);
    return this.#store.summary(run);
  }

  /** A run is over a moment before its process is gone, whose end must not be taken for that of the one that follows. */
  async #left(run: string): Promise<void> {
    if (this.#active?.run !== run) return;
    const { settled } = this.#active;
    if (!isPending((await this.#store.readState(run)).state)) await settled;
  }

  /**
   * Resolves when the run is over. A run that trains writes a checkpoint first, after the step that it computes.
   * @param atOnce Kill the process instead: what was not yet written is lost, and the run counts as interrupted.
   * @throws UserError where the run is over already, or belongs to another process.
   */
  async stop(run: string, atOnce = false): Promise<void> {
    if (await takeOut(this.#waiting, run)) return this.#end(run, 'stopped', null);
    await this.#turn;
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

  /**
   * The run holds still after its step, with a checkpoint, and keeps its process. Resolves at once where it trains here,
   * else when it holds still. @throws UserError where it does not train.
   */
  async pause(run: string): Promise<void> {
    if (this.#trainerOf(run)) this.#trainerOf(run)?.pause();
    else await askTrainer(this.#store, run, 'pause');
  }

  /** A paused run goes on from where it is. @throws UserError as `pause` does. */
  async continue(run: string): Promise<void> {
    if (this.#trainerOf(run)) this.#trainerOf(run)?.continue();
    else await askTrainer(this.#store, run, 'continue');
  }

  #trainerOf(run: string): ActiveRun | null {
    return this.#active?.run === run ? this.#active.trainer : null;
  }

  /** Resolves when the run is over, however it ended. */
  async ended(run: string): Promise<RunSummary> {
    for (;;) {
      await this.#turn;
      if (!this.#active) break;
      if (this.#active.run !== run && !(await this.#waiting.read()).includes(run)) break;
      await this.#active.settled;
    }
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

  /**
   * Path of the weights to classify with.
   * @param name `best`, `last` or `epoch-0010`; the best ones, or the last, unless given.
   * @throws UserError where the run has no such checkpoint.
   */
  async checkpoint(run: string, name?: string): Promise<string> {
    return name === undefined ? this.#store.checkpoint(run) : this.#store.namedCheckpoint(run, name);
  }

  /** Path of the weights of the latest epoch, or where the run was stopped. @throws UserError where it has none yet. */
  latestCheckpoint(run: string): Promise<string> {
    return this.#store.checkpoint(run, ['last', 'best']);
  }

  /** @returns a function that ends the subscription. */
  onChanged(listener: (summary: RunSummary) => void): () => void {
    return this.#news.changed.on(listener);
  }

  /** Events come after they were written. @returns a function that ends the subscription. */
  onMetrics(listener: (metrics: RunMetrics) => void): () => void {
    return this.#news.metrics.on(listener);
  }

  /** @returns a function that ends the subscription. */
  onNote(listener: (note: RunNote) => void): () => void {
    return this.#news.notes.on(listener);
  }

  /** Stops the run that trains, and ends those that wait for this process alone; no process is left when it resolves. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#turn;
    for (const run of this.#waiting.pid === null ? [] : await this.#waiting.read()) {
      await takeOut(this.#waiting, run);
      await this.#end(run, 'interrupted', 'The studio was closed before the run had its turn.');
    }
    if (this.#active) {
      const { trainer, settled } = this.#active;
      await trainer?.stopWithin(closeMillis);
      await settled;
    }
    await this.#news.told();
  }

  /** Starts the run whose turn it is, unless one trains. */
  startNext(): Promise<void> {
    return (this.#turn = this.#turn.then(() => this.#takeTurn()).catch(console.error));
  }

  async #enqueue(run: string): Promise<void> {
    await this.#waiting.change((runs) => [...runs, run]);
    this.announce(run);
    await this.startNext();
  }

  async #takeTurn(): Promise<void> {
    if (this.#closed || this.#active || this.#options.startsRuns === false) return;
    const run = await takeFirst(this.#waiting, this.#store);
    if (run === undefined) return;
    if (this.#closed) await this.#waiting.change((runs) => [run, ...runs]);
    else this.#launch(run);
  }

  #launch(run: string): void {
    let trainer: ActiveRun | null = null;
    let problem = '';
    try {
      trainer = new ActiveRun(run, this.#options.dataFolder, this.#options.launch('trainer'), {
        onState: () => this.announce(run),
        onMetrics: (from, events) => {
          this.#news.metrics.tell({ run, from, events });
          if (events.some(({ event }) => event === 'evaluation')) this.announce(run);
        },
        onNote: (text) => this.#news.notes.tell({ run, text }),
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
      const told = trainer?.end;
      const { state, pid } = await this.#store.readState(run);
      if (!isPending(state)) return;
      // It was over, and another process resumed it before its own had gone.
      if (state === 'queued' && pid !== this.#waiting.pid) return;
      if (told) await this.#end(run, told.state, told.reason);
      else if (trainer?.killed) await this.#end(run, 'interrupted', 'The run was ended at once, without a checkpoint.');
      else await this.#end(run, 'failed', reason);
    } catch (error) {
      console.error(error);
    } finally {
      await this.#news.told();
      this.#active = null;
      await this.startNext();
      // Whoever opens it does not have to wait until all of its lines are read.
      await this.#store.readCurves(run).catch(console.error);
    }
  }

  async #end(run: string, state: RunState, reason: string | null): Promise<void> {
    try {
      const { from, events } = await endRun(this.#store, run, state, reason);
      if (events.length > 0) this.#news.metrics.tell({ run, from, events });
    } catch (error) {
      console.error(error);
      this.#store.keepEnd(run, { state, reason });
    }
    this.announce(run);
    await this.#news.told();
  }

  /** Tells the summary of a run to those who listen. */
  announce(run: string): void {
    this.#news.announce(run);
  }
}
