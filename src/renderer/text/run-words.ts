import type { RunConfig } from '../../shared/contract/run';
import { stepsPerEpoch } from '../../shared/recipe';
import { linearWarmupSteps } from '../../shared/schedule-steps';
import type { RateDrop } from '../state/progress';
import type { ShownState } from '../state/runs.svelte';
import { formatClock, formatCount, formatPercent, formatQuantity } from './format';

export const stateWords: Record<ShownState, string> = {
  queued: 'Queued',
  preparing: 'Preparing',
  training: 'Training',
  paused: 'Paused',
  stopping: 'Stopping',
  finished: 'Finished',
  stopped: 'Stopped',
  interrupted: 'Interrupted',
  failed: 'Failed',
  damaged: 'Damaged',
};

/** A learning rate or another small number, with at most three digits: 0.1, 0.00025 */
export function formatRate(rate: number): string {
  return String(Number(rate.toPrecision(3)));
}

/** A loss: three digits after the point, more where it is small. */
export function formatLoss(loss: number): string {
  return loss >= 0.01 || loss === 0 ? loss.toFixed(3) : loss.toPrecision(2);
}

/** What was chosen for a run, in one line. */
export function recipeWords({ recipe, training, dataset }: RunConfig): string {
  const { batch, optimizer, learningRate, schedule, precision, augmentation, seed, shortcut, variant } = training;
  const { bottleneckStride, zeroInitialization } = training;
  const changes = Object.keys(recipe?.deviations ?? {}).length;
  return [
    ...(recipe ? [`recipe ${recipe.name}${changes > 0 ? ` with ${formatQuantity(changes, 'change')}` : ''}`] : []),
    `batch ${batch}`,
    ...(optimizer === 'adamw' ? ['AdamW'] : []),
    `rate ${formatRate(learningRate)}, ${schedule} schedule`,
    precision,
    augmentation === 'none' ? 'no augmentation' : dataset.mirrorKeepsClass ? 'shifted and mirrored' : 'shifted',
    ...(variant.startsWith('resnet') && shortcut ? [`shortcut ${shortcut}`] : []),
    ...(bottleneckStride === '1x1' ? ['bottleneck stride on the first 1×1'] : []),
    ...(zeroInitialization ? ['blocks start as identities'] : []),
    `seed ${seed}`,
  ].join(', ');
}

/**
 * What the learning rate does next.
 * @param step Steps done. @param rate Of the latest one.
 */
export function nextRateWords(
  { training, dataset }: RunConfig,
  drops: readonly RateDrop[],
  step: number,
  rate: number,
): string {
  const { schedule, steps, warmup, batch, learningRate } = training;
  const warmAt = linearWarmupSteps(warmup, steps, stepsPerEpoch(dataset.trainCount, batch));
  if (step < warmAt) return `grows until step ${formatCount(warmAt)}`;
  const dropped = drops.some((drop) => drop.step <= step);
  if (warmup?.until === 'error' && !dropped && rate < learningRate / 2) {
    return `until the training error is below ${formatPercent(warmup.error, 0)}`;
  }
  if (schedule === 'constant') return 'stays as it is';
  if (schedule === 'cosine') return `falls to 0 by step ${formatCount(steps)}`;
  if (schedule === 'plateau') return 'drops when the validation error stalls';
  const next = drops.find((drop) => drop.step >= step);
  return next ? `${formatRate(next.learningRate)} from step ${formatCount(next.step)}` : 'until the end';
}

/** The time of day, with the weekday where it is not today's: "17:40", "Tue 03:20" */
export function doneWords(seconds: number, now: Date): string {
  const done = new Date(now.getTime() + seconds * 1000);
  const day = new Intl.DateTimeFormat('en', { weekday: 'short' }).format(done);
  return done.toDateString() === now.toDateString() ? formatClock(done) : `${day} ${formatClock(done)}`;
}

/** "ResNet-56" of "resnet56"; other names as they are. */
export function networkTitle(model: string): string {
  const [, family, depth] = /^(resnet|plain|highway)(\d+)$/.exec(model) ?? [];
  const titles: Readonly<Record<string, string>> = { resnet: 'ResNet', plain: 'Plain', highway: 'Highway' };
  return family && depth ? `${titles[family]}-${depth}` : model;
}
