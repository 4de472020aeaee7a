import type { MetricEvent } from '../../shared/contract/metrics';
import type { RunSummary } from '../../shared/contract/run';
import { UserError } from '../../shared/errors';
import type { Message } from '../../shared/words/message';
import type { RunStore } from '../runs/run-store';

export interface RunMetrics {
  readonly run: string;
  /** Index of the first event among the lines of metrics.jsonl. */
  readonly from: number;
  readonly events: MetricEvent[];
}

/** What somebody should know who watches a run. */
export interface RunNote {
  readonly run: string;
  /** In English. */
  readonly text: string;
  readonly words: Message;
}

type Listener<Value> = (value: Value) => void;

class Topic<Value> {
  readonly #listeners = new Set<Listener<Value>>();

  /** @returns a function that ends the subscription. */
  readonly on = (listener: Listener<Value>): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  tell(value: Value): void {
    for (const listener of this.#listeners) listener(value);
  }
}

/** Tells its listeners what happens to the runs. */
export class RunNews {
  readonly changed = new Topic<RunSummary>();
  readonly metrics = new Topic<RunMetrics>();
  readonly notes = new Topic<RunNote>();
  readonly #store: RunStore;
  #announcements: Promise<void> = Promise.resolve();

  constructor(store: RunStore) {
    this.#store = store;
  }

  /** Tells lines of a run; an evaluation changes its summary as well. */
  tellMetrics(metrics: RunMetrics): void {
    this.metrics.tell(metrics);
    if (metrics.events.some(({ event }) => event === 'evaluation')) this.announce(metrics.run);
  }

  /** Tells the summary of a run, one after the other, so that none overtakes a newer one. */
  announce(run: string): void {
    this.#announcements = this.#announcements.then(async () => {
      try {
        this.changed.tell(await this.#store.summary(run));
      } catch (error) {
        // A run that was removed in the meantime has nothing to tell.
        if (!(error instanceof UserError)) console.error(error);
      }
    });
  }

  /** The summary of a run as soon as it is so, which it may be already. @throws the signal's reason where it is aborted. */
  until(run: string, isSo: (summary: RunSummary) => boolean, signal: AbortSignal): Promise<RunSummary> {
    return new Promise((resolve, reject) => {
      const abort = (): void => {
        end();
        reject(signal.reason);
      };
      const end = this.changed.on((summary) => {
        if (summary.run !== run || !isSo(summary)) return;
        end();
        signal.removeEventListener('abort', abort);
        resolve(summary);
      });
      signal.addEventListener('abort', abort);
      this.announce(run);
    });
  }

  /** Resolves when all that was announced has been told. */
  told(): Promise<void> {
    return this.#announcements;
  }
}
