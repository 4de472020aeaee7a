import { z } from 'zod';
import type { RunConfig } from '../../../shared/contract/run';
import { initialSchedule } from '../../../shared/recipe/learning-rate';
import { scheduleStateSchema } from '../../../shared/recipe/schedule';

/** The lowest validation error so far, and for how many epochs it has not been undercut. */
const bestSchema = z.object({
  /** A fraction; null before the first evaluation. */
  error: z.number().nullable(),
  epochsSince: z.int().nonnegative(),
});
export type BestState = Readonly<z.infer<typeof bestSchema>>;

/** Where a run stands: plain numbers, kept in every checkpoint. */
export const positionSchema = z.object({
  /** Steps done. */
  step: z.int().nonnegative(),
  /** Epoch of the latest step, from 1; 0 before the first. */
  epoch: z.int().nonnegative(),
  schedule: scheduleStateSchema,
  best: bestSchema,
  /** Steps that were done at the latest evaluation; 0 before the first. */
  evaluatedStep: z.int().nonnegative(),
});
export type Position = Readonly<z.infer<typeof positionSchema>>;

export const initialPosition: Position = {
  step: 0,
  epoch: 0,
  schedule: initialSchedule,
  best: { error: null, epochsSince: 0 },
  evaluatedStep: 0,
};

/** What is remembered of the best after an epoch with that validation error. */
export function observeBest({ error: best, epochsSince }: BestState, error: number): BestState {
  return best === null || error < best ? { error, epochsSince: 0 } : { error: best, epochsSince: epochsSince + 1 };
}

/** Whether the run ends since its validation error has stalled for as long as it may. */
export function isOutOfPatience({ patience }: RunConfig['training'], { epochsSince }: BestState): boolean {
  return patience > 0 && epochsSince >= patience;
}
