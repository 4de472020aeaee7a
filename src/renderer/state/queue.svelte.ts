import type { QueueMove } from '../../shared/contract/queue';
import type { Studio } from './studio';

/** The runs that wait for their turn, the next one first. */
export class QueueState {
  readonly #studio: Studio;
  #list = $state.raw<readonly string[]>([]);

  constructor(studio: Studio) {
    this.#studio = studio;
  }

  get list(): readonly string[] {
    return this.#list;
  }

  /** Of a run, from 1; null where it does not wait. */
  placeOf(run: string): number | null {
    const index = this.#list.indexOf(run);
    return index < 0 ? null : index + 1;
  }

  async load(): Promise<void> {
    this.#list = await this.#studio.request('queue.read', undefined);
  }

  /** @throws Error with main's message. */
  async move(run: string, move: QueueMove): Promise<void> {
    this.#list = await this.#studio.request('queue.move', { run, move });
  }

  /** Resolves when the run has its turn. @throws Error with main's message. */
  async startNow(run: string): Promise<void> {
    await this.#studio.request('queue.startNow', { run });
  }

  /** @throws Error with main's message. */
  async cancel(run: string): Promise<void> {
    await this.#studio.request('runs.stop', { run });
    this.#list = this.#list.filter((other) => other !== run);
  }

  /** @returns a function that ends the subscription. */
  listen(): () => void {
    return this.#studio.on('queue.changed', (runs) => (this.#list = runs));
  }
}
