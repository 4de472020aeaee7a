import type { ImportProgress } from '../../shared/contract/dataset';
import { formatCount } from './text';

/** Before this a rate says little. */
const leastMillis = 500;

/** Puts progress into words: how far, how fast, and how long the stage still takes. */
export class StageRate {
  #stage = '';
  #startedAt = 0;

  tell({ stage, done, total }: ImportProgress, now = Date.now()): string {
    if (stage !== this.#stage) {
      this.#stage = stage;
      this.#startedAt = now;
    }
    const counted = total > 0 ? `${formatCount(done)} of ${formatCount(total)}` : formatCount(done);
    const millis = now - this.#startedAt;
    if (millis < leastMillis || done === 0) return `${stage}: ${counted}`;
    const perSecond = (1000 * done) / millis;
    const left = total > 0 ? `, ${Math.ceil((total - done) / perSecond)} s left` : '';
    return `${stage}: ${counted}, ${formatCount(Math.round(perSecond))}/s${left}`;
  }
}
