import { z } from 'zod';
import type { Training } from '../../shared/contract/training';
import { linearWarmupSteps, stepOfPlace } from '../../shared/schedule-steps';

/** What decides the learning rate of every step, together with what was observed. */
export interface SchedulePlan extends Pick<Training, 'schedule' | 'learningRate' | 'milestones' | 'warmup' | 'steps'> {
  readonly stepsPerEpoch: number;
}

/** What `plateau` remembers between epochs. */
const plateauSchema = z.object({
  bestError: z.number().nullable(),
  epochsWithoutImprovement: z.int().nonnegative(),
  /** How often the learning rate was divided by 10. */
  divisions: z.int().nonnegative(),
});
type PlateauState = Readonly<z.infer<typeof plateauSchema>>;

/** What a warm-up until a training error remembers between steps. */
const warmupSchema = z.object({
  /** Of the latest steps, as a fraction. */
  trainingError: z.number(),
  done: z.boolean(),
});

/** Everything that the learning rate depends on beside the step: plain numbers, to be kept in a checkpoint. */
export const scheduleStateSchema = z.object({ plateau: plateauSchema, warmup: warmupSchema });
export type ScheduleState = Readonly<z.infer<typeof scheduleStateSchema>>;

export const initialSchedule: ScheduleState = {
  plateau: { bestError: null, epochsWithoutImprovement: 0, divisions: 0 },
  warmup: { trainingError: 1, done: false },
};

/** Epochs without a better validation error after which `plateau` divides the learning rate by 10. */
export const plateauPatience = 5;
/** A thousandth of the first learning rate is the least that `plateau` trains with. */
const mostDivisions = 3;
/** Share of a step in the training error that a warm-up watches: it speaks of the latest 20 steps or so. */
const newestShare = 0.1;
/** Of the learning rate, until the training error is low enough (paper, section 4.2). */
const warmupShare = 0.1;

/** The rate once the warm-up is over. */
function rateOfSchedule(plan: SchedulePlan, { divisions }: PlateauState, step: number, warmupSteps: number): number {
  const { schedule, learningRate, milestones, steps } = plan;
  if (schedule === 'step') {
    return learningRate / 10 ** milestones.filter((place) => step >= stepOfPlace(place, steps)).length;
  }
  if (schedule === 'plateau') return learningRate / 10 ** divisions;
  if (schedule === 'cosine') {
    const done = Math.max(0, step - warmupSteps) / (steps - warmupSteps);
    return (learningRate / 2) * (1 + Math.cos(Math.PI * done));
  }
  return learningRate;
}

/**
 * The learning rate of a step. A linear warm-up of n steps multiplies the schedule's rate by (step + 1) / n, and the
 * cosine falls over the steps after it.
 * @param step Steps done before it, from 0.
 */
export function learningRateAt(plan: SchedulePlan, state: ScheduleState, step: number): number {
  const warmupSteps = linearWarmupSteps(plan.warmup, plan.steps, plan.stepsPerEpoch);
  const rate = rateOfSchedule(plan, state.plateau, step, warmupSteps);
  if (step < warmupSteps) return (rate * (step + 1)) / warmupSteps;
  const waits = plan.warmup?.until === 'error' && !state.warmup.done;
  return waits ? Math.min(rate, plan.learningRate * warmupShare) : rate;
}

/** What is remembered after a step with that error of its batch, a fraction. */
export function observeTrainingError(plan: SchedulePlan, state: ScheduleState, error: number): ScheduleState {
  if (plan.warmup?.until !== 'error' || state.warmup.done) return state;
  const trainingError = state.warmup.trainingError + newestShare * (error - state.warmup.trainingError);
  return { ...state, warmup: { trainingError, done: trainingError < plan.warmup.error } };
}

function nextPlateau(plateau: PlateauState, error: number): PlateauState {
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
