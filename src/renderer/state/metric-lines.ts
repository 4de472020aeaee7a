import type { MetricEvent } from '../../shared/contract/metrics';

/** Lines that came in together. */
interface ReceivedLines {
  readonly from: number;
  /** Index of the line after the last. */
  readonly to: number;
  readonly events: readonly MetricEvent[];
}

/**
 * Puts the lines of a metrics.jsonl in order as they come in: lines that are known already are dropped, and those that
 * come after a gap wait until it is filled.
 */
export class MetricLines {
  #next: number;
  #waiting: ReceivedLines[] = [];

  /** @param next Index of the first line that is not known yet. */
  constructor(next = 0) {
    this.#next = next;
  }

  /** Index of the first line that is not known yet. */
  get next(): number {
    return this.#next;
  }

  /** Whether lines are missing before some that came in. */
  get hasGap(): boolean {
    return this.#waiting.length > 0;
  }

  /**
   * @param from Index of the first of the events among the lines.
   * @param to Index of the line after the last, where some of the lines were no events.
   * @returns the events that are new and that follow without a gap on those returned before.
   */
  take(from: number, events: readonly MetricEvent[], to = from + events.length): MetricEvent[] {
    this.#waiting.push({ from, to, events });
    this.#waiting.sort((a, b) => a.from - b.from);
    return this.#follow();
  }

  /** Goes on without the missing lines. @returns as `take` does. */
  skipGap(): MetricEvent[] {
    this.#next = Math.max(this.#next, this.#waiting[0]?.from ?? 0);
    return this.#follow();
  }

  #follow(): MetricEvent[] {
    const fresh: MetricEvent[] = [];
    for (;;) {
      const first = this.#waiting[0];
      if (!first || first.from > this.#next) return fresh;
      this.#waiting.shift();
      for (const event of first.events.slice(this.#next - first.from)) fresh.push(event);
      this.#next = Math.max(this.#next, first.to);
    }
  }
}
