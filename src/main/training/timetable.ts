/** Measurements lie closer at the start of a run, where most happens, and their number grows as its logarithm. */
const growth = 1.1;
/** Before it the running statistics, with which responses are measured, still hold much of their start: 0.9^20 is 12 %. */
const firstStep = 20;

/** When something is measured between the ends of epochs. */
export class Timetable {
  #step = 0;
  #notBefore = 0;
  readonly #now: () => number;

  /** @param share Of the time that measuring takes at most. */
  constructor(
    private readonly share: number,
    now: () => number = () => performance.now(),
  ) {
    this.#now = now;
  }

  measured(step: number, millis: number): void {
    this.#step = step;
    this.#notBefore = this.#now() + millis / this.share;
  }

  isDue(step: number): boolean {
    return step >= Math.max(firstStep, this.#step * growth) && this.isAffordable;
  }

  /** Whether another measurement like the latest would stay within the share of the time. */
  get isAffordable(): boolean {
    return this.#now() >= this.#notBefore;
  }
}
