import type { MetricEvent } from '../../shared/contract/metrics';
import { isActive, type RunRequest, type RunState, type RunSummary } from '../../shared/contract/run';
import type { LabelChange } from '../../shared/contract/labels';
import { LiveRun } from './live-run.svelte';
import { RunListing } from './run-listing.svelte';
import { RunSelection } from './run-selection.svelte';
import type { Studio } from './studio';

/** What is shown of a run's state: `stopping` from the wish to stop until the process has ended; `damaged` where none is known. */
export type ShownState = RunState | 'stopping' | 'damaged';

/** The steps in a list of runs change at most twice a second. */
const countMillis = 500;

/** The runs in the store, newest first, and the one that is watched. */
export class Runs {
  readonly #studio: Studio;
  #list = $state.raw<readonly RunSummary[]>([]);
  #loaded = $state(false);
  /** Steps that the metrics tell of before the next summary. */
  #steps = $state.raw<Readonly<Record<string, number>>>({});
  #stepsShownAt = 0;
  #stopping = $state.raw<readonly string[]>([]);
  #watched: LiveRun | null = null;
  /** Which of them are listed, and how. */
  readonly listing = new RunListing(() => this.#list);
  /** Those that something is to be done with together. */
  readonly selection = new RunSelection();

  constructor(studio: Studio) {
    this.#studio = studio;
  }

  get list(): readonly RunSummary[] {
    return this.#list;
  }

  /** Those that a process works on. */
  get active(): readonly RunSummary[] {
    return this.#list.filter(({ state }) => isActive(state));
  }

  get loaded(): boolean {
    return this.#loaded;
  }

  find(run: string | null | undefined): RunSummary | undefined {
    return this.#list.find((summary) => summary.run === run);
  }

  stateOf({ run, state, damaged }: RunSummary): ShownState {
    if (damaged) return 'damaged';
    return isActive(state) && this.#stopping.includes(run) ? 'stopping' : state;
  }

  /** Steps done, newer than those in the summary while the run trains. */
  stepsOf({ run, steps }: RunSummary): number {
    return Math.max(steps, this.#steps[run] ?? 0);
  }

  async load(): Promise<void> {
    this.#list = await this.#studio.request('runs.list', undefined);
    this.#loaded = true;
  }

  /** The run with its metrics, kept up to date from now on; the one watched before is let go. */
  watch(run: string): LiveRun {
    if (this.#watched?.run === run) return this.#watched;
    this.#watched?.close();
    this.#watched = new LiveRun(this.#studio, run);
    const summary = this.find(run);
    this.#watched.follow(summary !== undefined && isActive(summary.state));
    void this.#watched.read();
    return this.#watched;
  }

  /** @throws Error with main's message. */
  async start(request: RunRequest): Promise<RunSummary> {
    const summary = await this.#studio.request('runs.start', request);
    this.#put(summary);
    return summary;
  }

  /**
   * Goes on with a run that is over.
   * @param epochs Of the whole run, where it is to become longer.
   * @throws Error with main's message.
   */
  async resume(run: string, epochs?: number): Promise<void> {
    this.#put(await this.#studio.request('runs.resume', { run, ...(epochs !== undefined && { epochs }) }));
  }

  /** The same with a run of another machine or container, of which somebody has said that it is gone. */
  async takeOver(run: string): Promise<void> {
    this.#put(await this.#studio.request('runs.resume', { run, takeOver: true }));
  }

  /** Holds a run that trains still after its step, or lets it go on. */
  async hold(run: string, still: boolean): Promise<void> {
    await this.#studio.request(still ? 'runs.pause' : 'runs.continue', { run });
  }

  /** Ends the run after the step that is on, and keeps what it learnt. */
  async stop(run: string): Promise<void> {
    this.#stopping = [...this.#stopping, run];
    try {
      await this.#studio.request('runs.stop', { run });
    } catch (thrown) {
      this.#stopped(run);
      throw thrown;
    }
  }

  /** @throws Error with main's message. */
  async rename(run: string, name: string): Promise<void> {
    this.#put(await this.#studio.request('runs.rename', { run, name }));
  }

  /** @throws Error with main's message. */
  async label(run: string, labels: LabelChange): Promise<void> {
    this.#put(await this.#studio.request('runs.label', { run, labels }));
  }

  /** Takes it off the list; `restore` brings it back, and `discard` moves it to the trash. */
  async remove(run: string): Promise<void> {
    await this.#studio.request('runs.remove', { run });
    this.#forget(run);
  }

  async restore(run: string): Promise<void> {
    this.#put(await this.#studio.request('runs.restore', { run }));
  }

  async discard(run: string): Promise<void> {
    await this.#studio.request('runs.discard', { run });
  }

  /** @param path Of the zip of a run. @throws Error with main's message. */
  async import(path: string): Promise<RunSummary> {
    const summary = await this.#studio.request('runs.import', { path });
    this.#put(summary);
    return summary;
  }

  /** @returns a function that ends the subscription. */
  listen(): () => void {
    const ends = [
      this.#studio.on('runs.changed', (summary) => this.#put(summary)),
      this.#studio.on('runs.removed', ({ run }) => this.#forget(run)),
      this.#studio.on('runs.metrics', ({ run, events }) => this.#count(run, events)),
    ];
    return () => ends.forEach((end) => end());
  }

  #count(run: string, events: readonly MetricEvent[]): void {
    const last = events.at(-1);
    if (last?.event !== 'step' || Date.now() - this.#stepsShownAt < countMillis) return;
    this.#stepsShownAt = Date.now();
    this.#steps = { ...this.#steps, [run]: last.step };
  }

  #put(summary: RunSummary): void {
    const others = this.#list.filter((other) => other.run !== summary.run);
    this.#list = [summary, ...others].sort((a, b) => Date.parse(b.createdAt) - Date.parse(a.createdAt));
    if (!isActive(summary.state)) this.#stopped(summary.run);
  }

  #stopped(run: string): void {
    this.#stopping = this.#stopping.filter((other) => other !== run);
  }

  #forget(run: string): void {
    this.#list = this.#list.filter((other) => other.run !== run);
    this.#stopped(run);
    this.selection.set(run, false);
  }
}
