import type { RunConfig } from '../../shared/contract/run';
import type { ScheduleState } from './schedule';
import { initialSchedule } from './schedule';

/** The lowest validation error so far, and for how many epochs it has not been undercut. */
export interface BestState {
  /** A fraction; null before the first evaluation. */
  readonly error: number | null;
  readonly epochsSince: number;
}

/** Where a run stands: plain numbers, kept in every checkpoint. */
export interface Position {
  /** Steps done. */
  readonly step: number;
  /** Epoch of the latest step, from 1; 0 before the first. */
  readonly epoch: number;
  readonly schedule: ScheduleState;
  readonly best: BestState;
}

export const initialPosition: Position = {
  ...{ step: 0, epoch: 0, schedule: initialSchedule, best: { error: null, epochsSince: 0 } },
};

/** What is remembered of the best after an epoch with that validation error. */
export function observeBest({ error: best, epochsSince }: BestState, error: number): BestState {
  return best === null || error < best ? { error, epochsSince: 0 } : { error: best, epochsSince: epochsSince + 1 };
}

/** Whether the run ends since its validation error has stalled for as long as it may. */
export function isOutOfPatience({ patience }: RunConfig['training'], { epochsSince }: BestState): boolean {
  return patience > 0 && epochsSince >= patience;
}
