import type { Training } from '../contract/training';
import { linearWarmupSteps, stepOfPlace } from './schedule-steps';

/** What decides the learning rate of every step, together with what was observed. */
export interface SchedulePlan extends Pick<Training, 'schedule' | 'learningRate' | 'milestones' | 'warmup' | 'steps'> {
  readonly stepsPerEpoch: number;
}

/** Everything that the learning rate depends on beside the step. */
export interface ScheduleState {
  /** What `plateau` remembers between epochs. */
  readonly plateau: {
    readonly bestError: number | null;
    readonly epochsWithoutImprovement: number;
    /** How often the learning rate was divided by 10. */
    readonly divisions: number;
  };
  /** What a warm-up until a training error remembers between steps. */
  readonly warmup: {
    /** Of the latest steps, as a fraction. */
    readonly trainingError: number;
    readonly done: boolean;
  };
}

export const initialSchedule: ScheduleState = {
  plateau: { bestError: null, epochsWithoutImprovement: 0, divisions: 0 },
  warmup: { trainingError: 1, done: false },
};

/** Of the learning rate, until the training error is low enough (paper, section 4.2). */
const warmupShare = 0.1;
/** Steps of a plan that are drawn, beside those where the rate turns. */
const drawnSteps = 200;

/** The rate once the warm-up is over. */
function rateOfSchedule(plan: SchedulePlan, divisions: number, step: number, warmupSteps: number): number {
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

const warmupStepsOf = ({ warmup, steps, stepsPerEpoch }: SchedulePlan): number =>
  linearWarmupSteps(warmup, steps, stepsPerEpoch);

/**
 * The learning rate of a step. A linear warm-up of n steps multiplies the schedule's rate by (step + 1) / n, and the
 * cosine falls over the steps after it.
 * @param step Steps done before it, from 0.
 */
export function learningRateAt(plan: SchedulePlan, state: ScheduleState, step: number): number {
  const warmupSteps = warmupStepsOf(plan);
  const rate = rateOfSchedule(plan, state.plateau.divisions, step, warmupSteps);
  if (step < warmupSteps) return (rate * (step + 1)) / warmupSteps;
  const waits = plan.warmup?.until === 'error' && !state.warmup.done;
  return waits ? Math.min(rate, plan.learningRate * warmupShare) : rate;
}

/**
 * The learning rate over a whole run as far as it is known before its start: without the drops of `plateau`, and
 * without a warm-up that waits for a training error.
 * @returns x the step, from 1, and y its rate; every corner is among the points, beside some two hundred others.
 */
export function plannedRates(plan: SchedulePlan): { x: number; y: number }[] {
  const { milestones, steps, schedule } = plan;
  const state = { ...initialSchedule, warmup: { trainingError: 0, done: true } };
  const corners = [warmupStepsOf(plan), ...(schedule === 'step' ? milestones.map((at) => stepOfPlace(at, steps)) : [])];
  const spread = Array.from({ length: drawnSteps }, (_, index) => Math.round((index * (steps - 1)) / (drawnSteps - 1)));
  const drawn = [...spread, ...corners.flatMap((step) => [step - 1, step])].filter((step) => step >= 0 && step < steps);
  return [...new Set(drawn)]
    .sort((a, b) => a - b)
    .map((step) => ({ x: step + 1, y: learningRateAt(plan, state, step) }));
}

/** Two rates that differ by less are one and the same to a run. */
const noticeable = 0.01;

/**
 * What making a run longer does to its learning rate, whose schedule is laid over all of its steps: a cosine that had
 * come down, or a step that had fallen, begins again higher up.
 * @param steps Of the whole run, as it becomes.
 * @param done Steps that it has done.
 * @returns the rate before and after the step; null where it goes on as it was.
 */
export function rateJump(plan: SchedulePlan, steps: number, done: number): { from: number; to: number } | null {
  const state = { ...initialSchedule, warmup: { trainingError: 0, done: true } };
  const from = learningRateAt(plan, state, Math.min(done, plan.steps - 1));
  const to = learningRateAt({ ...plan, steps }, state, done);
  return Math.abs(to - from) <= noticeable * Math.max(from, to) ? null : { from, to };
}
