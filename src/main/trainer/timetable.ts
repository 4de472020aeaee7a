/** Before it the running statistics, with which responses are measured, still hold much of their start: 0.9^20 is 12 %. */
const firstStep = 20;

/** When something is measured between the ends of epochs. */
export class Timetable {
  #step = 0;
  #notBefore = 0;
  readonly #now: () => number;

  /**
   * @param share Of the time that measuring takes at most.
   * @param growth Of the run from one measurement to the next: they lie closer at its start, where most happens, and
   * their number grows as its logarithm.
   */
  constructor(
    private readonly share: number,
    private readonly growth: number,
    now: () => number = () => performance.now(),
  ) {
    this.#now = now;
  }

  measured(step: number, millis: number): void {
    this.#step = step;
    this.#notBefore = this.#now() + millis / this.share;
  }

  isDue(step: number): boolean {
    return step >= Math.max(firstStep, this.#step * this.growth) && this.isAffordable;
  }

  /** Whether another measurement like the latest would stay within the share of the time. */
  get isAffordable(): boolean {
    return this.#now() >= this.#notBefore;
  }
}

/** When something is done again that is to be done so often, unless it would take too much of the time. */
export class Interval {
  #doneAt: number;
  readonly #now: () => number;

  /**
   * @param millis From one time to the next; 0: never.
   * @param share Of the time that it takes at most.
   */
  constructor(
    private readonly millis: number,
    private readonly share: number,
    now: () => number = () => performance.now(),
  ) {
    this.#now = now;
    this.#doneAt = now();
  }

  done(): void {
    this.#doneAt = this.#now();
  }

  /** @param cost Milliseconds that it took last. */
  isDue(cost: number): boolean {
    return this.millis > 0 && this.#now() - this.#doneAt >= Math.max(this.millis, cost / this.share);
  }
}
