import { stepsPerEpoch } from '../../../shared/recipe/recipe';
import type { RunMoment } from '../../state/live-run.svelte';
import { shortCount } from './axis';

/** An axis that begins at 0 and ends in a round number; of its high end two digits count, so that it seldom moves. */
export function fromZero(high: number) {
  if (!(high > 0 && Number.isFinite(high))) return { low: 0, high: 1, rounded: true };
  const power = 10 ** (Math.floor(Math.log10(high)) - 1);
  return { low: 0, high: Number((Math.ceil((high / power) * (1 - 1e-9)) * power).toPrecision(2)), rounded: true };
}

/** What curves of a run are drawn along. */
export const axes = ['step', 'epoch', 'time'] as const;
export type Axis = (typeof axes)[number];

/** About the number of spans into which an axis is cut, of which each curve has a point or two. */
const spans = 400;

/** Steps of an epoch. */
export function perEpoch({ config }: Pick<RunMoment, 'config'>): number {
  return stepsPerEpoch(config.dataset.trainCount, config.training.batch);
}

/** How far a run has got on an axis: steps, epochs or seconds. */
export function lengthOf(moment: RunMoment, axis: Axis): number {
  const steps = moment.steps.latest?.step ?? 0;
  if (axis === 'time') return moment.seconds;
  return axis === 'epoch' ? steps / perEpoch(moment) : steps;
}

/** Width of a span, a power of two, so that it stays the same while a run grows. */
export function spanOf(length: number): number {
  return length > 0 ? 2 ** Math.ceil(Math.log2(length / spans)) : 1;
}

/**
 * Exponentially weighted mean of about a number of values, without a bias towards 0 at the start.
 * @returns a function of the values in their order.
 */
export function smoothing(span: number): (value: number) => number {
  const decay = 1 - 2 / (span + 1);
  let [sum, remaining] = [0, 1];
  return (value) => {
    // A value that is no number would take all that follow with it.
    if (Number.isFinite(value)) {
      sum = decay * sum + (1 - decay) * value;
      remaining *= decay;
    }
    return remaining < 1 ? sum / (1 - remaining) : value;
  };
}

/** A whole column by `smoothing`. */
export function smoothed(values: Float64Array, span: number): Float64Array {
  if (span <= 1) return values;
  const next = smoothing(span);
  return values.map((value) => next(value));
}

/** Where each step that is held lies on an axis. */
export function xColumn(moment: RunMoment, axis: Axis): Float64Array {
  if (axis === 'time') return moment.steps.column('time');
  const step = moment.steps.column('step');
  if (axis === 'step') return step;
  const epoch = perEpoch(moment);
  return step.map((value) => value / epoch);
}

/** Where a step at a time lies on an axis. */
export function placeOf(moment: RunMoment, axis: Axis, at: { readonly step: number; readonly time: number }): number {
  return axis === 'time' ? at.time : axis === 'epoch' ? at.step / perEpoch(moment) : at.step;
}

/** Seconds at an axis: "30 s", "5 min", "2 h", "2.5 h" */
export function shortTime(seconds: number): string {
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 3600) return `${Number((seconds / 60).toPrecision(3))} min`;
  return seconds < 172_800
    ? `${Number((seconds / 3600).toPrecision(3))} h`
    : `${Number((seconds / 86_400).toPrecision(3))} d`;
}

/** Where along an axis, in words. */
export function placeWords(axis: Axis, x: number): string {
  // A run of seconds has steps between them.
  if (axis === 'time') return shortTime(x < 60 ? Number(x.toFixed(1)) : Math.round(x));
  return axis === 'epoch' ? Number(x.toPrecision(4)).toString() : shortCount(Math.round(x));
}
