import { type Axis, placeOf, smoothed, xColumn } from '../../parts/charts/along';
import { extremes, lastOfSpans, type Point } from '../../../shared/charts/points';
import type { RunMoment } from '../../state/live-run.svelte';
import type { StepColumn } from '../../state/step-series';

export type CompareQuantity = 'error' | 'loss' | 'rate' | 'responses';
export type ShownLines = 'training' | 'validation' | 'both';
export type LayerOrder = 'order' | 'size';

export interface CompareChoices {
  readonly quantity: CompareQuantity;
  readonly axis: Axis;
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

const columnOf = { error: 'error', loss: 'loss', rate: 'learningRate' } as const satisfies Partial<
  Record<CompareQuantity, StepColumn>
>;

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
  return moment.validations.map((evaluation) => ({
    x: placeOf(moment, axis, evaluation),
    y: quantity === 'error' ? evaluation.top1Error : evaluation.loss,
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
