import { isActive, type RunSummary } from '../../shared/contract/run';
import type { Studio } from './studio';

/** The runs in the store, newest first. */
export class Runs {
  readonly #studio: Studio;
  #list = $state.raw<readonly RunSummary[]>([]);
  #loaded = $state(false);

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

  async load(): Promise<void> {
    this.#list = await this.#studio.request('runs.list', undefined);
    this.#loaded = true;
  }

  /** @returns a function that ends the subscription. */
  listen(): () => void {
    const changed = this.#studio.on('runs.changed', (summary) => {
      const others = this.#list.filter((other) => other.run !== summary.run);
      this.#list = [summary, ...others].sort((a, b) => b.createdAt.localeCompare(a.createdAt));
    });
    const removed = this.#studio.on('runs.removed', ({ run }) => {
      this.#list = this.#list.filter((other) => other.run !== run);
    });
    return () => {
      changed();
      removed();
    };
  }
}
