import type { Network } from '../../../shared/network/build';
import type { Manifest } from '../../../shared/contract/dataset';
import type { TimedStep, StepTime } from '../../../shared/contract/speed';
import { trainingData } from '../../../shared/recipe/recipe';
import type { Training } from '../../../shared/contract/training';
import { formatCount, formatDuration, formatTimeIn } from '../../text/format';
import { words } from '../../text/words.svelte';

/** An evaluation has no backward pass, and takes about a third of a step for a batch. */
const evaluationShare = 1 / 3;

/** What decides how long a step of a network takes. */
export function stepOf(
  { variant, inputShape, classes }: Network,
  batch: number,
  precision: Training['precision'],
): TimedStep {
  const { name, shortcut, bottleneckStride } = variant;
  return {
    variant: name,
    batch,
    precision,
    shape: [...inputShape],
    classes,
    ...(shortcut ? { shortcut } : {}),
    ...(bottleneckStride ? { bottleneckStride } : {}),
  };
}

interface Length {
  readonly steps: number;
  readonly batch: number;
  readonly stepsInEpoch: number;
}

/** Seconds that a run takes, the evaluation after each epoch included. */
export function predictSeconds({ stepMillis, source }: StepTime, length: Length, dataset: Manifest): number {
  const { steps, batch, stepsInEpoch } = length;
  // What was learnt from a run has its evaluations in it.
  if (source === 'run') return (steps * stepMillis) / 1000;
  const { validationCount } = trainingData(dataset);
  const test = dataset.classes.reduce((sum, { test }) => sum + test, 0);
  const evaluated = validationCount * Math.ceil(steps / stepsInEpoch) + test;
  return (stepMillis * (steps + (evaluationShare * evaluated) / batch)) / 1000;
}

/** "185 ms per step, timed here: ResNet-20, batch 128, float32" */
export function timeWords({ stepMillis, source, basis }: StepTime): string {
  const { step, sources } = words.train.plan;
  const { network, batch, precision } = basis;
  return step({
    millis: stepMillis < 10 ? stepMillis.toFixed(1) : formatCount(stepMillis),
    source: sources[source]({ basis: [network, words.run.batch({ batch }), precision].join(', ') }),
  });
}

/** "about 12 min", or "6 to 24 min" where it was only scaled from another network: that is off by a factor of two at times. */
export function runDuration(seconds: number, source: StepTime['source']): string {
  return source === 'scaled' ? durationRange(seconds / 2, 2 * seconds) : aboutDuration(seconds);
}

function durationRange(from: number, to: number): string {
  const [unit, format] = unitOf(from);
  const first = Math.max(1, Math.round(from / unit));
  return words.train.plan.range({ from: formatCount(first), to: format(Math.max(first, Math.round(to / unit))) });
}

/** Seconds of the unit that a duration is told in, and how so many of them are written. */
function unitOf(seconds: number): [number, (count: number) => string] {
  const written = (unit: Parameters<typeof formatTimeIn>[0]) => (count: number) => formatTimeIn(unit, count);
  if (seconds < 60) return [1, written('second')];
  if (seconds < 3600) return [60, written('minute')];
  return seconds < 48 * 3600 ? [3600, written('hour')] : [86_400, written('day')];
}

/** "about 12 min" */
function aboutDuration(seconds: number): string {
  const minutes = Math.round(seconds / 60);
  if (seconds >= 90 && minutes < 60) return words.train.plan.about({ duration: formatTimeIn('minute', minutes) });
  return words.train.plan.about({ duration: formatDuration(seconds >= 90 && seconds < 5400 ? minutes * 60 : seconds) });
}
