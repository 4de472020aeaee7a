import type { MetricEvent } from '../../shared/contract/metrics';
import type { RunConfig, RunState } from '../../shared/contract/run';
import type { Trainer } from '../../shared/contract/trainer';
import { networkOf } from '../../shared/network/run-network';
import type { Emit } from '../../shared/rpc/service';
import { TensorBoardEvents } from '../export/tensorboard/tensorboard';
import { attempt } from '../files/attempt';
import { MetricsWriter } from '../runs/metrics/metrics-file';
import { liesBefore, type ResumePoint } from '../runs/resume-point';
import { endEvent, RunSummation } from '../runs/run-numbers';
import type { RunStore } from '../runs/run-store';
import { isPending, stateFile } from '../runs/state-file';
import { MetricsFeed } from './metrics-feed';
import { inEnglish } from '../../shared/words/english';
import type { Message } from '../../shared/words/message';

/** How often state.json gets the latest numbers. */
const stateMillis = 5000;

/** What a run leaves behind while it trains: state.json, log.txt, metrics.jsonl, TensorBoard's events, and reports to its host. */
export class RunRecord {
  readonly #store: RunStore;
  readonly #run: string;
  readonly #report: Emit<Trainer>;
  readonly #summation = new RunSummation();
  #writer: MetricsWriter | null = null;
  #feed: MetricsFeed | null = null;
  #events: TensorBoardEvents | null = null;
  #stateWrittenAt = 0;

  constructor(store: RunStore, run: string, report: Emit<Trainer>) {
    this.#store = store;
    this.#run = run;
    this.#report = report;
  }

  /** Seconds that the run has trained. */
  get seconds(): number {
    return this.#summation.numbers.seconds;
  }

  /** Opens the files of metrics, and cuts off what is computed again from the point where the run goes on. */
  async open(config: RunConfig, { position }: ResumePoint): Promise<void> {
    this.#writer = new MetricsWriter(this.#store.metricsPath(this.#run));
    this.#feed = new MetricsFeed(this.#writer, (lines) => this.#report('metrics', lines));
    const kept = this.#writer.rewind((line) => liesBefore(position, line));
    for (const event of kept) this.#summation.add(event);
    await this.enter('preparing');
    this.#events = new TensorBoardEvents(this.#store.eventsPath(this.#run), networkOf(config), position.step, kept);
  }

  async add(event: MetricEvent): Promise<void> {
    this.#summation.add(event);
    this.#feed?.add(event);
    this.#events?.add(event);
    if (event.event === 'evaluation' || Date.now() - this.#stateWrittenAt > stateMillis) {
      await this.#writeState('training', null);
    }
  }

  /** Nothing that comes before a checkpoint is computed again, and so it must not be lost. */
  flush(): void {
    this.#feed?.write();
    this.#events?.flush();
  }

  /** The run is in another state from now on. */
  async enter(state: RunState): Promise<void> {
    this.#feed?.flush();
    await this.#writeState(state, null);
    this.#report('state', { state, reason: null });
  }

  async note(words: Message): Promise<void> {
    const text = inEnglish(words);
    await this.log(text);
    this.#report('note', { text, words });
  }

  log(text: string): Promise<void> {
    return this.#store.log(this.#run, text);
  }

  /** Writes how the run ended, as far as the disk still takes it; the host is told in any case. */
  async close(state: RunState, reason: Message | string | null): Promise<void> {
    await attempt(() => this.#events?.close());
    await attempt(() => this.#feed?.add(endEvent(this.#run, state, this.#summation.numbers)));
    await attempt(() => this.#feed?.flush());
    await attempt(() => this.#writer?.close());
    await attempt(() => this.log(`${state} after ${this.#summation.numbers.steps} steps`));
    await attempt(() => this.#writeState(state, reason));
    this.#report('state', { state, reason });
  }

  async #writeState(state: RunState, reason: Message | string | null): Promise<void> {
    this.#stateWrittenAt = Date.now();
    const pid = isPending(state) ? process.pid : null;
    await this.#store.writeState(this.#run, stateFile(state, reason, pid, this.#summation.numbers));
  }
}
