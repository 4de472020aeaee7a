import type { z } from 'zod';
import type { MetricEvent } from '../../shared/contract/metrics';
import type { Trainer } from '../../shared/contract/trainer';
import { Throttle } from '../../shared/rpc/throttle';
import type { MetricsWriter } from '../runs/metrics/metrics-file';

/** Lines of metrics.jsonl, and the index of the first of them. */
export type MetricLines = z.infer<Trainer['events']['metrics']>;

/**
 * Writes the events of a run, then reports them, several at a time where they come fast: the one place between a step
 * and the window that holds them back.
 */
export class MetricsFeed {
  readonly #writer: Pick<MetricsWriter, 'lines' | 'append'>;
  readonly #report: (lines: MetricLines) => void;
  readonly #throttle = new Throttle<void>(() => this.#send());
  #unwritten: MetricEvent[] = [];
  #unreported: MetricLines | null = null;
  #problem: unknown = null;

  constructor(writer: Pick<MetricsWriter, 'lines' | 'append'>, report: (lines: MetricLines) => void) {
    this.#writer = writer;
    this.#report = report;
  }

  /** @throws what an earlier write failed with; its events wait still. */
  add(event: MetricEvent): void {
    this.#unwritten.push(event);
    this.#throttle.push();
    if (this.#problem === null) return;
    const problem = this.#problem;
    this.#problem = null;
    throw problem;
  }

  /** Writes what waits, and reports it when its turn comes. */
  write(): void {
    if (this.#unwritten.length === 0) return;
    const from = this.#writer.lines;
    this.#writer.append(this.#unwritten);
    this.#unreported = {
      from: this.#unreported?.from ?? from,
      events: [...(this.#unreported?.events ?? []), ...this.#unwritten],
    };
    this.#unwritten = [];
  }

  /** Writes and reports what waits now: what follows must not overtake it. */
  flush(): void {
    this.write();
    this.#throttle.flush();
    this.#tell();
  }

  /** A timer has nobody to throw to: the next call tells. */
  #send(): void {
    try {
      this.write();
    } catch (error) {
      this.#problem = error;
    }
    this.#tell();
  }

  #tell(): void {
    const lines = this.#unreported;
    this.#unreported = null;
    if (lines) this.#report(lines);
  }
}
