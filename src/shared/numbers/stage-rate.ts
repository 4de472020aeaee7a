import type { ImportProgress } from '../contract/dataset';

/** Before this a rate says little. */
const leastMillis = 500;

export interface StageSpeed {
  readonly perSecond: number;
  /** Null where the end is not known. */
  readonly secondsLeft: number | null;
}

/** How fast the stages of an import get on. */
export class StageRate {
  #stage = '';
  #startedAt = 0;

  /** Of the stage that is on; null while it is too young to tell. */
  measure({ stage, done, total }: ImportProgress, now = Date.now()): StageSpeed | null {
    if (stage !== this.#stage) {
      this.#stage = stage;
      this.#startedAt = now;
    }
    const millis = now - this.#startedAt;
    if (millis < leastMillis || done === 0) return null;
    const perSecond = (1000 * done) / millis;
    return { perSecond, secondsLeft: total > 0 ? (total - done) / perSecond : null };
  }
}
