import { isActive, type RunSummary } from '../../shared/contract/run';
import { LiveRun } from './live-run.svelte';
import type { Studio } from './studio';

/** The number of runs that are read at once: main parses every line of each. */
const lanes = 2;

/** Runs that are laid over each other; those that train are followed. */
export class Comparison {
  readonly #studio: Studio;
  #active: readonly string[];
  #runs = $state.raw<readonly LiveRun[]>([]);

  /** @param ids Of the runs, in their order. @param list What is known of all runs. */
  constructor(studio: Studio, ids: readonly string[], list: readonly RunSummary[]) {
    this.#studio = studio;
    this.#runs = ids.map((run) => new LiveRun(studio, run));
    this.#active = list.filter(({ state }) => isActive(state)).map(({ run }) => run);
  }

  get runs(): readonly LiveRun[] {
    return this.#runs;
  }

  /** Reads the runs and follows them. @returns a function that ends it. */
  start(): () => void {
    const ends = [
      this.#studio.on('runs.metrics', ({ run, from, events }) => this.#find(run)?.receive(from, events)),
      this.#studio.on('runs.changed', (summary) => this.#changed(summary)),
      this.#studio.on('runs.removed', ({ run }) => this.#forget(run)),
    ];
    const waiting = [...this.#runs];
    const readOn = async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) await next.read();
    };
    for (let lane = 0; lane < lanes; lane += 1) void readOn();
    return () => {
      waiting.length = 0;
      for (const run of this.#runs) run.close();
      ends.forEach((end) => end());
    };
  }

  #find(run: string): LiveRun | undefined {
    return this.#runs.find((live) => live.run === run);
  }

  #changed({ run, state }: RunSummary): void {
    const before = this.#active.includes(run);
    const now = isActive(state);
    if (before === now) return;
    if (now) {
      this.#active = [...this.#active, run];
      // What a resumed run computes again is gone from its file.
      this.#find(run)?.restart();
    } else {
      this.#active = this.#active.filter((other) => other !== run);
      void this.#find(run)?.read();
    }
  }

  #forget(run: string): void {
    this.#find(run)?.close();
    this.#runs = this.#runs.filter((live) => live.run !== run);
  }
}
