import type { Point } from '../../../shared/figure/curve-path';
import { stepsPerEpoch } from '../../../shared/recipe';
import { extremes, lastOfSpans } from '../../parts/charts/points';
import type { RunMoment } from '../../state/live-run.svelte';
import type { StepColumn } from '../../state/step-series';

export type CompareQuantity = 'error' | 'loss' | 'rate' | 'responses';
export type CompareAxis = 'step' | 'epoch' | 'time';
export type ShownLines = 'training' | 'validation' | 'both';
export type LayerOrder = 'order' | 'size';

export interface CompareChoices {
  readonly quantity: CompareQuantity;
  readonly axis: CompareAxis;
  readonly lines: ShownLines;
  readonly order: LayerOrder;
  /** Steps that a training line is about the mean of; 1 for none. */
  readonly smoothing: number;
  readonly logarithmic: boolean;
}

export interface RunCurves {
  readonly training: readonly Point[];
  readonly validation: readonly Point[];
}

/** An axis is cut into about so many spans, of which each curve has a point or two. */
const spans = 400;

const columnOf = { error: 'error', loss: 'loss', rate: 'learningRate' } as const satisfies Partial<
  Record<CompareQuantity, StepColumn>
>;

function perEpoch({ config }: RunMoment): number {
  return stepsPerEpoch(config.dataset.trainCount, config.training.batch);
}

/** How far a run has got on an axis: steps, epochs or seconds. */
export function lengthOf(moment: RunMoment, axis: CompareAxis): number {
  const steps = moment.steps.latest?.step ?? 0;
  if (axis === 'time') return moment.seconds;
  return axis === 'epoch' ? steps / perEpoch(moment) : steps;
}

/** Width of a span, a power of two, so that it stays the same while a run grows. */
export function spanOf(length: number): number {
  return length > 0 ? 2 ** Math.ceil(Math.log2(length / spans)) : 1;
}

/** Exponentially weighted mean of about so many values, without a bias towards 0 at the start. */
export function smoothed(values: Float64Array, span: number): Float64Array {
  if (span <= 1) return values;
  const decay = 1 - 2 / (span + 1);
  let [sum, remaining] = [0, 1];
  return values.map((value) => {
    // A value that is no number would take all that follow with it.
    if (Number.isFinite(value)) [sum, remaining] = [decay * sum + (1 - decay) * value, remaining * decay];
    return remaining < 1 ? sum / (1 - remaining) : value;
  });
}

function xColumn(moment: RunMoment, axis: CompareAxis): Float64Array {
  if (axis === 'time') return moment.steps.column('time');
  const step = moment.steps.column('step');
  if (axis === 'step') return step;
  const epoch = perEpoch(moment);
  return step.map((value) => value / epoch);
}

function trainingOf(moment: RunMoment, choices: CompareChoices, span: number): Point[] {
  const { quantity, axis, smoothing } = choices;
  if (quantity === 'responses') return [];
  const values = moment.steps.column(columnOf[quantity]);
  const x = xColumn(moment, axis);
  if (quantity === 'rate') return extremes(x, values, span);
  const over = Math.max(1, smoothing / moment.steps.stride);
  return over > 1 ? lastOfSpans(x, smoothed(values, over), span) : extremes(x, values, span);
}

function validationOf(moment: RunMoment, { quantity, axis }: CompareChoices): Point[] {
  if (quantity !== 'error' && quantity !== 'loss') return [];
  const epoch = perEpoch(moment);
  return moment.validations.map(({ step, time, top1Error, loss }) => ({
    x: axis === 'time' ? time : axis === 'epoch' ? step / epoch : step,
    y: quantity === 'error' ? top1Error : loss,
  }));
}

/** The responses of the latest measurement, by layer from 1 or with the greatest first. */
export function responsePoints({ responses }: RunMoment, order: LayerOrder): Point[] {
  const values = [...(responses.at(-1)?.standardDeviations ?? [])];
  if (order === 'size') values.sort((a, b) => b - a);
  return values.map((y, index) => ({ x: index + 1, y }));
}

const known = new WeakMap<RunMoment, Map<string, RunCurves>>();

/** The curves of a run, thinned to what can be seen; the same objects as long as nothing changes. */
export function curvesOf(moment: RunMoment, choices: CompareChoices, span: number): RunCurves {
  const key = JSON.stringify([choices.quantity, choices.axis, choices.order, choices.smoothing, span]);
  const ofMoment = known.get(moment) ?? new Map<string, RunCurves>();
  known.set(moment, ofMoment);
  const found = ofMoment.get(key);
  if (found) return found;
  const curves =
    choices.quantity === 'responses'
      ? { training: responsePoints(moment, choices.order), validation: [] }
      : { training: trainingOf(moment, choices, span), validation: validationOf(moment, choices) };
  ofMoment.set(key, curves);
  return curves;
}
