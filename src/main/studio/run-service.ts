import type { RunWant, ToldOfRun } from '../../shared/contract/instance';
import type { RunCurves } from '../../shared/contract/metrics';
import type { RunDetails } from '../../shared/contract/requests';
import { isActive, type RunConfig, type RunRequest, type RunSummary } from '../../shared/contract/run';
import { UserError } from '../../shared/errors';
import { message, type Message } from '../../shared/words/message';
import { lengthening } from '../../shared/runs/lengthening';
import { inEnglish } from '../../shared/words/english';
import { checkMemory } from '../../shared/network/memory';
import { memoryOptions, networkOf } from '../../shared/network/run-network';
import type { DatasetStore } from '../datasets/store/store';
import type { LaunchProcess } from '../launch/child';
import { usableMemory } from '../machine/memory';
import type { LockOptions } from '../files/file-lock';
import { createRunConfig, withOrigin } from '../runs/create-run';
import { checkDataset, resumedConfig } from '../runs/resume-run';
import { checkCheckpointRoom } from '../runs/run-checkpoints';
import { noNumbers, numbersOf } from '../runs/run-numbers';
import { settleElsewhere, withRun } from '../runs/run-owner';
import { RunStore } from '../runs/run-store';
import type { StartFrom } from '../runs/starting-weights';
import { isPending, stateFile } from '../runs/state-file';
import { WaitingInMemory, type WaitingRuns } from '../runs/queue/waiting-runs';
import { OtherInstances } from './other-instances';
import { type RunMetrics, RunNews, type RunNote } from './run-news';
import { RunTurns } from './run-turns';

export interface RunServiceOptions {
  readonly dataFolder: string;
  readonly datasets: Pick<DatasetStore, 'read'>;
  readonly launch: LaunchProcess;
  /** Reads weights to start from, in a process that may die of them. */
  readonly startFrom: StartFrom;
  readonly studioVersion: string;
  /** Bytes that a training may use; those of the machine unless given. */
  readonly memory?: () => Promise<number>;
  /** Where runs wait for their turn; in this process alone unless given. */
  readonly waiting?: WaitingRuns;
  /** False where another process is to start them. */
  readonly startsRuns?: boolean;
}

/** The runs of a data folder: what there is of them, and what is to be done with those that train. */
export class RunService {
  readonly #options: RunServiceOptions;
  readonly #store: RunStore;
  readonly #memory: () => Promise<number>;
  readonly #news: RunNews;
  readonly #waiting: WaitingRuns;
  /** Runs of other processes that are followed. */
  readonly #followed = new Set<string>();
  readonly #closing = new AbortController();
  /** What this process trains itself. */
  readonly turns: RunTurns;
  /** The processes that train the others. */
  readonly #others: OtherInstances;

  constructor(options: RunServiceOptions) {
    const { dataFolder, launch, startsRuns = true } = options;
    this.#options = options;
    this.#store = new RunStore(dataFolder);
    this.#news = new RunNews(this.#store);
    this.#memory = options.memory ?? (async () => usableMemory());
    this.#others = new OtherInstances(dataFolder, this.#store);
    this.#waiting = options.waiting ?? new WaitingInMemory();
    const [store, news, waiting] = [this.#store, this.#news, this.#waiting];
    this.turns = new RunTurns({ dataFolder, launch, startsRuns, store, news, waiting });
  }

  /** The run that a process of this studio works on. */
  get active(): string | null {
    return this.turns.active;
  }

  /** Newest first. */
  list(): Promise<RunSummary[]> {
    return this.#store.list();
  }

  /** @throws UserError where the dataset, the network, the recipe and the weights to start from do not fit each other, or the memory. */
  async start(request: RunRequest): Promise<RunSummary> {
    const { config, weights } = await this.#made(request);
    await checkCheckpointRoom(config, this.#options.dataFolder);
    await this.#waiting.read();
    await this.#store.create(config, weights, this.#waiting.pid);
    await this.turns.enqueue(config.run);
    return this.#store.summary(config.run);
  }

  /** What is to be said of the weights that such a run would start from. @throws UserError as `start` does. */
  async check(request: RunRequest): Promise<{ notes: Message[] }> {
    const { config } = await this.#made(request);
    return { notes: [...(config.weights?.noteWords ?? [])] };
  }

  /** The config of a run that is asked for, and the path of the weights that it starts from. */
  async #made(request: RunRequest): Promise<{ config: RunConfig; weights?: string }> {
    const manifest = await this.#options.datasets.read(request.dataset);
    const taken = (await this.#store.list()).map(({ name }) => name);
    const made = createRunConfig(request, manifest, this.#options.studioVersion, taken);
    checkMemory(networkOf(made), memoryOptions(made, manifest), await this.#memory());
    return withOrigin(this.#store, this.#options.startFrom, request, made);
  }

  /**
   * Goes on with a run that is over from its last checkpoint, or from its beginning where it has none: the run becomes
   * the one that was never stopped.
   * @param epochs Of the whole run, where it is to become longer.
   * @throws UserError where the run goes on already, has nothing left to do, or its dataset is gone or has changed.
   */
  async resume(run: string, epochs?: number, options: LockOptions = {}): Promise<RunSummary> {
    await this.turns.left(run);
    if (this.active !== run) await this.#others.untilOrphanEnds(run);
    await this.#store.summary(run);
    // Of two who resume it at once the second finds that it waits.
    await withRun(this.#store, run, () => this.#prepare(run, epochs, options), options);
    await this.turns.enqueue(run);
    return this.#store.summary(run);
  }

  async #prepare(run: string, epochs: number | undefined, options: LockOptions): Promise<void> {
    await settleElsewhere(this.#store, run, options);
    const [summary, config] = [await this.#store.summary(run), await this.#store.readConfig(run)];
    const resumed = resumedConfig(summary, config, epochs);
    checkDataset(config, await this.#options.datasets.read(config.dataset.id));
    const numbers = await this.#store.readState(run).catch(() => noNumbers);
    await this.#store.writeState(run, stateFile('queued', null, this.#waiting.pid, numbersOf(numbers)));
    if (resumed !== config) {
      await this.#store.writeConfig(resumed);
      const { steps, epochs: longer } = resumed.training;
      await this.#store.log(run, `Made longer: ${longer} epochs, ${steps} steps, instead of ${config.training.steps}.`);
      const words = lengthening(config, longer, summary.steps);
      if (words) {
        const text = inEnglish(words);
        await this.#store.log(run, text);
        this.#news.notes.tell({ run, text, words });
      }
    }
  }

  /**
   * Resolves when the run is over. A run that trains writes a checkpoint first, after the step that it computes.
   * @param atOnce Kill the process instead: what was not yet written is lost, and the run counts as interrupted.
   * @throws UserError where the run is over already, or belongs to another process that does not answer.
   */
  async stop(run: string, atOnce = false): Promise<void> {
    if (await this.turns.stop(run, atOnce)) return;
    const { state } = await this.#store.summary(run);
    if (!isPending(state))
      throw new UserError(message('runs.overAlready', { run, state: message(`runs.states.${state}`) }));
    if (state === 'queued') {
      throw new UserError(message('runs.startedElsewhere', { run }));
    }
    await this.#others.stop(run, atOnce);
    this.announce(run);
  }

  /**
   * The run holds still after its step, with a checkpoint, and keeps its process. Resolves at once where it trains here,
   * else when it holds still. @throws UserError where it does not train.
   */
  async pause(run: string): Promise<void> {
    await this.#hold(run, 'pause');
  }

  /** A paused run goes on from where it is. @throws UserError as `pause` does. */
  async continue(run: string): Promise<void> {
    await this.#hold(run, 'continue');
  }

  async #hold(run: string, want: RunWant): Promise<void> {
    const trainer = this.turns.trainerOf(run);
    if (trainer) return trainer[want]();
    await this.#others.hold(run, want);
    this.announce(run);
  }

  /** Tells what becomes of a run that another process trains. Resolves when it is over. @throws UserError as `stop` does. */
  watch(run: string, tell: (news: ToldOfRun) => void, signal: AbortSignal): Promise<RunSummary> {
    return this.#others.watch(run, tell, signal);
  }

  /**
   * Tells of a run that another process trains as of one's own, until it is over. Nothing where no process answers that
   * trains it: its next change tells of it again.
   */
  follow(run: string): void {
    if (this.#followed.has(run) || this.turns.active === run) return;
    this.#followed.add(run);
    const tell = (news: ToldOfRun): void => {
      if (news.type === 'metrics') this.#news.tellMetrics({ run, from: news.from, events: news.events });
      else if (news.type === 'changed') this.announce(run);
    };
    this.#others
      .watch(run, tell, this.#closing.signal)
      .catch(() => undefined)
      .finally(() => {
        this.#followed.delete(run);
        if (!this.#closing.signal.aborted) this.announce(run);
      });
  }

  /** Follows every run that another process trains now. */
  async followAll(): Promise<void> {
    for (const { run, state } of await this.#store.list()) if (isActive(state)) this.follow(run);
  }

  /** Resolves when the run is over, however it ended. */
  async ended(run: string): Promise<RunSummary> {
    await this.turns.ended(run);
    return this.#store.summary(run);
  }

  /** @param from Index of the first event that is wanted. */
  async read(run: string, from: number): Promise<RunDetails> {
    const summary = await this.#store.summary(run);
    return { summary, config: await this.#named(summary), ...(await this.#store.readLines(run, from)) };
  }

  /** @throws UserError where there is no such run. */
  summary(run: string): Promise<RunSummary> {
    return this.#store.summary(run);
  }

  /** What decides the run, with the name that it has now. */
  async config(run: string): Promise<RunConfig> {
    return this.#named(await this.#store.summary(run));
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
    const { checkpoints } = this.#store;
    return name === undefined ? checkpoints.find(run) : checkpoints.named(run, name);
  }

  /** Names of the checkpoints that a run has, those of epochs in their order. @throws UserError where there is no such run. */
  async checkpoints(run: string): Promise<string[]> {
    await this.#store.summary(run);
    return this.#store.checkpoints.names(run);
  }

  /** Path of the weights of the latest epoch, or where the run was stopped. @throws UserError where it has none yet. */
  latestCheckpoint(run: string): Promise<string> {
    return this.#store.checkpoints.find(run, ['last', 'best']);
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

  /** Tells the summary of a run to those who listen. */
  announce(run: string): void {
    this.#news.announce(run);
  }

  /** Starts the run whose turn it is, unless one trains. */
  startNext(): Promise<void> {
    return this.turns.startNext();
  }

  /** Stops the run that trains, and ends those that wait for this process alone; no process is left when it resolves. */
  close(): Promise<void> {
    this.#closing.abort();
    return this.turns.close();
  }
}
