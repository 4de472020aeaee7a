import type { EventPayload } from '../../shared/contract/events';

type Metrics = EventPayload<'runs.metrics'>;

const intervalMillis = 50;

/** Joins the metrics of a run so that at most 20 messages a second leave for it, in the order in which they came. */
export class MetricsStream {
  readonly #send: (metrics: Metrics) => void;
  readonly #waiting = new Map<string, { timer: NodeJS.Timeout; metrics: Metrics | null }>();

  constructor(send: (metrics: Metrics) => void) {
    this.#send = send;
  }

  /** The first metrics after a pause leave at once. */
  push(metrics: Metrics): void {
    const waiting = this.#waiting.get(metrics.run);
    if (!waiting) {
      this.#send(metrics);
      this.#wait(metrics.run);
    } else if (!waiting.metrics) {
      waiting.metrics = { ...metrics, events: [...metrics.events] };
    } else if (waiting.metrics.from + waiting.metrics.events.length === metrics.from) {
      waiting.metrics.events.push(...metrics.events);
    } else {
      this.#send(waiting.metrics);
      waiting.metrics = { ...metrics, events: [...metrics.events] };
    }
  }

  /** Sends what waits for a run now: what follows must not overtake it. */
  flush(run: string): void {
    const waiting = this.#waiting.get(run);
    if (!waiting) return;
    clearTimeout(waiting.timer);
    this.#waiting.delete(run);
    if (waiting.metrics) this.#send(waiting.metrics);
  }

  #wait(run: string): void {
    const timer = setTimeout(() => {
      const metrics = this.#waiting.get(run)?.metrics;
      this.#waiting.delete(run);
      if (!metrics) return;
      this.#send(metrics);
      this.#wait(run);
    }, intervalMillis);
    this.#waiting.set(run, { timer, metrics: null });
  }
}
