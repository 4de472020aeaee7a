/** The number of latest steps that give the speed. */
const recentSteps = 20;

/** Pictures a second over the latest steps, waiting for batches included. */
export class RateMeter {
  readonly #steps: { pictures: number; millis: number }[] = [];

  add(pictures: number, millis: number): void {
    if (this.#steps.push({ pictures, millis }) > recentSteps) this.#steps.shift();
  }

  get perSecond(): number {
    const sum = (key: 'pictures' | 'millis'): number => this.#steps.reduce((total, step) => total + step[key], 0);
    return (1000 * sum('pictures')) / Math.max(sum('millis'), 1e-3);
  }
}

const memoryInterval = 1000;

/** Tells the memory of this process now and then: asking takes some microseconds, and it changes little. */
export class MemoryMeter {
  readonly #gpuBytes: () => number | null;
  #readAt = -Infinity;

  /** @param gpuBytes What this process holds of the GPUs; null where that is unknown. */
  constructor(gpuBytes: () => number | null = () => null) {
    this.#gpuBytes = gpuBytes;
  }

  /** @param now In milliseconds. @returns nothing where it was told within a second. */
  read(now: number): { residentBytes?: number; gpuBytes?: number } {
    if (now - this.#readAt < memoryInterval) return {};
    this.#readAt = now;
    const gpuBytes = this.#gpuBytes();
    return { residentBytes: process.memoryUsage.rss(), ...(gpuBytes === null ? {} : { gpuBytes }) };
  }
}

/** The time that a run takes, without what it spends in pauses. */
export class RunClock {
  readonly #startedAt = performance.now();
  readonly #secondsBefore: number;
  #pausedMillis = 0;
  /** When the latest step was done, later by the pauses since then; null before the first. */
  #stepEnd: number | null = null;

  /** @param secondsBefore What the run took before it was resumed. */
  constructor(secondsBefore: number) {
    this.#secondsBefore = secondsBefore;
  }

  get seconds(): number {
    return this.#secondsBefore + (performance.now() - this.#startedAt - this.#pausedMillis) / 1000;
  }

  /** Milliseconds between the end of the step before and the beginning of this one, whose end is noted. */
  restBefore(stepStart: number, stepEnd: number): number {
    const rest = this.#stepEnd === null ? 0 : stepStart - this.#stepEnd;
    this.#stepEnd = stepEnd;
    return rest;
  }

  leaveOut(millis: number): void {
    this.#pausedMillis += millis;
    if (this.#stepEnd !== null) this.#stepEnd += millis;
  }
}
