import { isActive, type RunSummary } from '../../shared/contract/run';
import { LiveRun } from './live-run.svelte';
import type { Studio } from './studio';

/** The number of runs that are read at once: main parses every line of each. */
const lanes = 2;

/** Runs that are laid over each other; those that train are followed. */
export class Comparison {
  readonly #studio: Studio;
  /** Those that a process works on when it starts. */
  readonly #active: readonly string[];
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
    const end = this.#studio.on('runs.removed', ({ run }) => this.#forget(run));
    for (const live of this.#runs) live.follow(this.#active.includes(live.run));
    const waiting = [...this.#runs];
    const readOn = async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) await next.read();
    };
    for (let lane = 0; lane < lanes; lane += 1) void readOn();
    return () => {
      waiting.length = 0;
      for (const run of this.#runs) run.close();
      end();
    };
  }

  #forget(run: string): void {
    this.#runs.find((live) => live.run === run)?.close();
    this.#runs = this.#runs.filter((live) => live.run !== run);
  }
}
