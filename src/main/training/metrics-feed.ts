import type { MetricEvent } from '../../shared/contract/metrics';
import type { TrainerReport } from '../../shared/contract/processes';
import type { MetricsWriter } from './metrics-file';

/** At most 20 reports a second. */
const intervalMillis = 50;

/** Writes the events of a run, then reports them, several at a time where they come fast. */
export class MetricsFeed {
  readonly #writer: Pick<MetricsWriter, 'lines' | 'append'>;
  readonly #report: (report: TrainerReport) => void;
  #waiting: MetricEvent[] = [];
  #lastFlush = -Infinity;
  #timer: NodeJS.Timeout | null = null;

  constructor(writer: Pick<MetricsWriter, 'lines' | 'append'>, report: (report: TrainerReport) => void) {
    this.#writer = writer;
    this.#report = report;
  }

  add(event: MetricEvent): void {
    this.#waiting.push(event);
    const wait = this.#lastFlush + intervalMillis - performance.now();
    if (wait <= 0) this.flush();
    else this.#timer ??= setTimeout(() => this.flush(), wait);
  }

  flush(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    if (this.#waiting.length === 0) return;
    const events = this.#waiting;
    this.#waiting = [];
    const from = this.#writer.lines;
    this.#writer.append(events);
    this.#lastFlush = performance.now();
    this.#report({ type: 'metrics', from, events });
  }
}
