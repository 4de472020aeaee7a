import type { MetricEvent } from '../../shared/contract/metrics';
import type { TrainerReport } from '../../shared/contract/processes';
import type { MetricsWriter } from '../runs/metrics-file';

/** At most 20 reports a second. */
const intervalMillis = 50;

/** Writes the events of a run, then reports them, several at a time where they come fast. */
export class MetricsFeed {
  readonly #writer: Pick<MetricsWriter, 'lines' | 'append'>;
  readonly #report: (report: TrainerReport) => void;
  #waiting: MetricEvent[] = [];
  #lastFlush = -Infinity;
  #timer: NodeJS.Timeout | null = null;
  #problem: unknown = null;

  constructor(writer: Pick<MetricsWriter, 'lines' | 'append'>, report: (report: TrainerReport) => void) {
    this.#writer = writer;
    this.#report = report;
  }

  /** @throws what an earlier write failed with; its events wait still. */
  add(event: MetricEvent): void {
    this.#waiting.push(event);
    if (this.#problem !== null) {
      const problem = this.#problem;
      this.#problem = null;
      throw problem;
    }
    const wait = this.#lastFlush + intervalMillis - performance.now();
    if (wait <= 0) this.flush();
    else this.#timer ??= setTimeout(() => this.#flushLater(), wait);
  }

  flush(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    if (this.#waiting.length === 0) return;
    const events = this.#waiting;
    const from = this.#writer.lines;
    this.#writer.append(events);
    this.#waiting = [];
    this.#lastFlush = performance.now();
    this.#report({ type: 'metrics', from, events });
  }

  /** A timer has nobody to throw to: the next call tells. */
  #flushLater(): void {
    try {
      this.flush();
    } catch (error) {
      this.#problem = error;
    }
  }
}
