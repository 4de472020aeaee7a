import type { ImportProgress } from '../../../shared/contract/dataset';
import type { StageSpeed } from '../../../shared/numbers/stage-rate';
import { formatCount } from './text';

/** Puts progress into words: how far, how fast, and how long the stage still takes. */
export function tellProgress({ stage, done, total }: ImportProgress, speed: StageSpeed | null): string {
  const counted = total > 0 ? `${formatCount(done)} of ${formatCount(total)}` : formatCount(done);
  if (!speed) return `${stage}: ${counted}`;
  const left = speed.secondsLeft === null ? '' : `, ${Math.ceil(speed.secondsLeft)} s left`;
  return `${stage}: ${counted}, ${formatCount(Math.round(speed.perSecond))}/s${left}`;
}
