import { z } from 'zod';
import type { SchedulePlan, ScheduleState } from './learning-rate';

/** What of a schedule is kept in a checkpoint: plain numbers. */
export const scheduleStateSchema: z.ZodType<ScheduleState> = z.object({
  plateau: z.object({
    bestError: z.number().nullable(),
    epochsWithoutImprovement: z.int().nonnegative(),
    divisions: z.int().nonnegative(),
  }),
  warmup: z.object({ trainingError: z.number(), done: z.boolean() }),
});

/** Epochs without a better validation error after which `plateau` divides the learning rate by 10. */
export const plateauPatience = 5;
/** A thousandth of the first learning rate is the least that `plateau` trains with. */
const mostDivisions = 3;
/** Share of a step in the training error that a warm-up watches: it speaks of the latest 20 steps or so. */
const newestShare = 0.1;

/** What is remembered after a step with that error of its batch, a fraction. */
export function observeTrainingError(plan: SchedulePlan, state: ScheduleState, error: number): ScheduleState {
  if (plan.warmup?.until !== 'error' || state.warmup.done) return state;
  const trainingError = state.warmup.trainingError + newestShare * (error - state.warmup.trainingError);
  return { ...state, warmup: { trainingError, done: trainingError < plan.warmup.error } };
}

function nextPlateau(plateau: ScheduleState['plateau'], error: number): ScheduleState['plateau'] {
  if (plateau.bestError === null || error < plateau.bestError) {
    return { ...plateau, bestError: error, epochsWithoutImprovement: 0 };
  }
  const epochs = plateau.epochsWithoutImprovement + 1;
  if (epochs < plateauPatience || plateau.divisions === mostDivisions) {
    return { ...plateau, epochsWithoutImprovement: epochs };
  }
  return { ...plateau, epochsWithoutImprovement: 0, divisions: plateau.divisions + 1 };
}

/** What is remembered after an epoch with that validation error, a fraction. */
export function observeValidationError(state: ScheduleState, error: number): ScheduleState {
  return { ...state, plateau: nextPlateau(state.plateau, error) };
}
