import { reached, type RunWant, type ToldOfRun } from '../../shared/contract/instance';
import type { RunState, RunSummary } from '../../shared/contract/run';
import { wordsOf, UserError } from '../../shared/errors';
import { message, type Message } from '../../shared/words/message';
import type { LaunchProcess } from '../launch/child';
import { describeExit } from '../launch/child-exit';
import { endRun } from '../runs/end-run';
import type { FileLock } from '../files/file-lock';
import { holdRun } from '../runs/run-owner';
import type { RunStore } from '../runs/run-store';
import { isPending, runEnd } from '../runs/state-file';
import { takeFirst, takeOut, type WaitingRuns } from '../runs/queue/waiting-runs';
import { ActiveRun } from './active-run';
import type { RunNews } from './run-news';

interface TurnOptions {
  readonly dataFolder: string;
  readonly launch: LaunchProcess;
  readonly store: RunStore;
  readonly news: RunNews;
  readonly waiting: WaitingRuns;
  /** False where another process is to start the runs. */
  readonly startsRuns: boolean;
}

/** The time that a trainer which is told to stop has before it is killed, when the studio closes. */
const closeMillis = 10_000;

/** Gives the runs that wait their turn: one trains at a time, in a process of its own, until its end is written down. */
export class RunTurns {
  readonly #options: TurnOptions;
  readonly #store: RunStore;
  readonly #news: RunNews;
  readonly #waiting: WaitingRuns;
  #active: { run: string; trainer: ActiveRun | null; settled: Promise<void> } | null = null;
  #turn: Promise<void> = Promise.resolve();
  #closed = false;

  constructor(options: TurnOptions) {
    this.#options = options;
    ({ store: this.#store, news: this.#news, waiting: this.#waiting } = options);
  }

  /** The run that a process of this studio works on. */
  get active(): string | null {
    return this.#active?.run ?? null;
  }

  /** What trains that run here; null where nothing does. */
  trainerOf(run: string): ActiveRun | null {
    return this.#active?.run === run ? this.#active.trainer : null;
  }

  /** Puts a run behind those that wait, and starts it where none trains. */
  async enqueue(run: string): Promise<void> {
    await this.#waiting.change((runs) => [...runs, run]);
    this.#news.announce(run);
    await this.startNext();
  }

  /** Starts the run whose turn it is, unless one trains. */
  startNext(): Promise<void> {
    return (this.#turn = this.#turn.then(() => this.#takeTurn()).catch(console.error));
  }

  /**
   * Ends a run that waits or trains here. Resolves when it is over.
   * @param atOnce Kill the process: what was not yet written is lost.
   * @returns false where it does neither.
   */
  async stop(run: string, atOnce: boolean): Promise<boolean> {
    if (await takeOut(this.#waiting, run)) {
      await this.#end(run, 'stopped', null);
      return true;
    }
    await this.#turn;
    if (this.#active?.run !== run) return false;
    const { trainer, settled } = this.#active;
    if (atOnce) trainer?.kill();
    else trainer?.stop();
    await settled;
    return true;
  }

  /**
   * Has a run that trains here held still, or go on. Resolves when that is so.
   * @throws UserError where it is over, or ends meanwhile; the signal's reason where that comes first, and the run goes on.
   */
  async hold(run: string, want: RunWant, signal: AbortSignal): Promise<void> {
    const trainer = this.trainerOf(run);
    trainer?.[want]();
    const isSo = ({ state }: RunSummary): boolean => state === reached[want] || !isPending(state);
    try {
      const { state } = await this.#news.until(run, isSo, signal);
      if (state !== reached[want]) throw new UserError(message('runs.over', { run, state }));
    } catch (thrown) {
      // Nobody knows of a pause that comes after all.
      if (signal.aborted && want === 'pause') trainer?.continue();
      throw thrown;
    }
  }

  /** Tells what becomes of a run that waits or trains here. Resolves when it is over. @throws the signal's reason. */
  async watch(run: string, tell: (news: ToldOfRun) => void, signal: AbortSignal): Promise<RunSummary> {
    const { changed, metrics, notes } = this.#news;
    const ends = [
      changed.on((summary) => {
        if (summary.run === run) tell({ type: 'changed', summary });
      }),
      metrics.on(({ run: of, from, events }) => {
        if (of === run) tell({ type: 'metrics', from, events });
      }),
      notes.on(({ run: of, text, words }) => {
        if (of === run) tell({ type: 'note', text, words });
      }),
    ];
    try {
      return await this.#news.until(run, ({ state }) => !isPending(state), signal);
    } finally {
      for (const end of ends) end();
    }
  }

  /** A run is over a moment before its process is gone, whose end must not be taken for that of the one that follows. */
  async left(run: string): Promise<void> {
    if (this.#active?.run !== run) return;
    const { settled } = this.#active;
    if (!isPending((await this.#store.readState(run)).state)) await settled;
  }

  /** Resolves when the run neither waits nor trains here. */
  async ended(run: string): Promise<void> {
    for (;;) {
      await this.#turn;
      if (!this.#active) return;
      if (this.#active.run !== run && !(await this.#waiting.read()).includes(run)) return;
      await this.#active.settled;
    }
  }

  /** Stops the run that trains, and ends those that wait for this process alone; no process is left when it resolves. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#turn;
    for (const run of this.#waiting.pid === null ? [] : await this.#waiting.read()) {
      await takeOut(this.#waiting, run);
      await this.#end(run, 'interrupted', message('training.closedBeforeTurn'));
    }
    if (this.#active) {
      const { trainer, settled } = this.#active;
      await trainer?.stopWithin(closeMillis);
      await settled;
    }
    await this.#news.told();
  }

  async #takeTurn(): Promise<void> {
    if (this.#closed || this.#active || !this.#options.startsRuns) return;
    const run = await takeFirst(this.#waiting, this.#store);
    if (run === undefined) return;
    if (this.#closed) await this.#waiting.change((runs) => [run, ...runs]);
    else await this.#launch(run);
  }

  async #launch(run: string): Promise<void> {
    let trainer: ActiveRun | null = null;
    let problem: Message | string = '';
    let lock: FileLock | null = null;
    try {
      lock = await holdRun(this.#store, run);
      trainer = new ActiveRun(run, this.#options.dataFolder, this.#options.launch('trainer'), this.#news);
    } catch (error) {
      problem = message('training.processNotStarted', { message: wordsOf(error) });
    }
    const settled = this.#settle(run, trainer, problem, lock);
    this.#active = { run, trainer, settled };
  }

  /** Waits until the process is gone, writes down what became of its run, and starts the next. */
  async #settle(
    run: string,
    trainer: ActiveRun | null,
    problem: Message | string,
    lock: FileLock | null,
  ): Promise<void> {
    try {
      const reason = trainer ? describeExit(await trainer.exited) : problem;
      const told = trainer?.end;
      const { state, pid } = await this.#store.readState(run);
      if (!isPending(state)) return;
      // It was over, and another process resumed it before its own had gone.
      if (state === 'queued' && pid !== this.#waiting.pid) return;
      if (told) await this.#end(run, told.state, told.reasonWords ?? told.reason);
      else if (trainer?.killed) await this.#end(run, 'interrupted', message('training.endedAtOnce'));
      else await this.#end(run, 'failed', reason);
    } catch (error) {
      console.error(error);
    } finally {
      await lock?.release().catch(console.error);
      await this.#news.told();
      this.#active = null;
      await this.startNext();
      // A window that opens it does not have to wait until all of its lines are read.
      await this.#store.readCurves(run).catch(console.error);
    }
  }

  async #end(run: string, state: RunState, reason: Message | string | null): Promise<void> {
    try {
      const { from, events } = await endRun(this.#store, run, state, reason);
      if (events.length > 0) this.#news.metrics.tell({ run, from, events });
    } catch (error) {
      console.error(error);
      this.#store.keepEnd(run, runEnd(state, reason));
    }
    this.#news.announce(run);
    await this.#news.told();
  }
}
