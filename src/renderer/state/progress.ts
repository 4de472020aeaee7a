import type { RunConfig } from '../../shared/contract/run';
import { stepOfPlace } from '../../shared/recipe/schedule-steps';
import type { StepSeries } from './step-series';

/**
 * Seconds until the last step, at the pace of the last fifth of the steps (of 50 at least), pauses for evaluation
 * included; null before there are two steps.
 */
export function secondsLeft(steps: StepSeries, totalSteps: number): number | null {
  const { length } = steps;
  if (length < 2) return null;
  const first = Math.max(0, length - 1 - Math.max(50, Math.floor(length / 5)));
  const [step, time] = [steps.column('step'), steps.column('time')];
  const done = (step[length - 1] ?? 0) - (step[first] ?? 0);
  const seconds = (time[length - 1] ?? 0) - (time[first] ?? 0);
  return (seconds / done) * Math.max(0, totalSteps - (steps.latest?.step ?? 0));
}

/** Mean loss of the newest steps, and of how many of them; null before the first. */
export function recentLoss(steps: StepSeries, most = 100): { loss: number; steps: number } | null {
  const count = Math.min(most, steps.length);
  if (count === 0) return null;
  const newest = steps.column('loss').subarray(steps.length - count);
  return { loss: newest.reduce((sum, loss) => sum + loss, 0) / count, steps: count };
}

export interface RateDrop {
  /** Steps done before the lower rate. */
  readonly step: number;
  /** The rate from then on. */
  readonly learningRate: number;
}

type DropPlan = Pick<RunConfig['training'], 'schedule' | 'milestones' | 'learningRate' | 'steps'>;

/** The drops that a run's `step` schedule has planned; none where another schedule rules. */
export function plannedDrops({ schedule, milestones, learningRate, steps }: DropPlan): RateDrop[] {
  if (schedule !== 'step') return [];
  return milestones
    .map((milestone) => stepOfPlace(milestone, steps))
    .filter((step) => step < steps)
    .sort((a, b) => a - b)
    .map((step, index) => ({ step, learningRate: learningRate / 10 ** (index + 1) }));
}

/** The drops that were made: where the rate of a step is half of the one before or less. */
export function madeDrops(steps: StepSeries): RateDrop[] {
  const [step, rate] = [steps.column('step'), steps.column('learningRate')];
  const drops: RateDrop[] = [];
  for (let row = 1; row < steps.length; row += 1) {
    const now = rate[row] ?? 0;
    if (now <= (rate[row - 1] ?? 0) / 2) drops.push({ step: step[row - 1] ?? 0, learningRate: now });
  }
  return drops;
}

/** The drops of a run, made and planned, in order: a `plateau` schedule plans none, a `cosine` makes no sudden one. */
export function rateDrops(training: RunConfig['training'], steps: StepSeries): RateDrop[] {
  if (training.schedule === 'plateau') return madeDrops(steps);
  return plannedDrops(training);
}

export interface Speed {
  readonly imagesPerSecond: number;
  /** Milliseconds that a step computes, and that it waits for its batch. */
  readonly stepMillis: number;
  readonly loadingMillis: number;
  /** Milliseconds between two steps: measuring, evaluation, checkpoints; null for runs of earlier versions. */
  readonly restMillis: number | null;
}

/** Means of the newest steps; null before the first. */
export function speedOf({ recent }: StepSeries): Speed | null {
  if (recent.length === 0) return null;
  const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const mean = (key: 'imagesPerSecond' | 'stepMillis' | 'loadingMillis') => meanOf(recent.map((step) => step[key]));
  const rests = recent.flatMap(({ restMillis }) => (restMillis === undefined ? [] : [restMillis]));
  return {
    imagesPerSecond: mean('imagesPerSecond'),
    stepMillis: mean('stepMillis'),
    loadingMillis: mean('loadingMillis'),
    restMillis: rests.length > 0 ? meanOf(rests) : null,
  };
}

export interface EpochPart {
  readonly epoch: number;
  /** Steps done in it, of so many. */
  readonly done: number;
  readonly steps: number;
}

/** How far the epoch of the latest step has got. @param perEpoch Steps of an epoch; the last one may have fewer. */
export function epochPart({ latest }: StepSeries, totalSteps: number, perEpoch: number): EpochPart {
  const step = latest?.step ?? 0;
  const epoch = Math.max(1, Math.ceil(step / perEpoch));
  const before = (epoch - 1) * perEpoch;
  return { epoch, done: step - before, steps: Math.min(perEpoch, totalSteps - before) };
}
