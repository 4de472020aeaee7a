/** Measuring takes at most this share of the time. */
const mostOfTime = 0.02;
/** Measurements lie closer at the start of a run, where most happens, and their number grows as its logarithm. */
const growth = 1.1;
/** Before it the running statistics, with which responses are measured, still hold much of their start: 0.9^20 is 12 %. */
const firstStep = 20;

/** When the responses of the layers are measured between the ends of epochs. */
export class ResponseTimetable {
  #step = 0;
  #notBefore = 0;
  readonly #now: () => number;

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  measured(step: number, millis: number): void {
    this.#step = step;
    this.#notBefore = this.#now() + millis / mostOfTime;
  }

  isDue(step: number): boolean {
    return step >= Math.max(firstStep, this.#step * growth) && this.#now() >= this.#notBefore;
  }
}
