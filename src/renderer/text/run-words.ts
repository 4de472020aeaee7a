import type { RunConfig } from '../../shared/contract/run';
import { stepsPerEpoch } from '../../shared/recipe/recipe';
import { linearWarmupSteps } from '../../shared/recipe/schedule-steps';
import type { RateDrop } from '../state/progress';
import { formatClock, formatPercent, formatWeekday } from './format';
import { words } from './words.svelte';

/** A learning rate or another small number, with at most three digits: 0.1, 0.00025, 2.4e-6 */
export function formatRate(rate: number): string {
  if (rate !== 0 && Math.abs(rate) < 1e-5) return Number(rate.toPrecision(2)).toExponential();
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
  const texts = words.run;
  const changes = Object.keys(recipe?.deviations ?? {}).length;
  return [
    ...(recipe ? [texts.recipe({ name: recipe.name, changes })] : []),
    texts.batch({ batch }),
    ...(optimizer === 'adamw' ? ['AdamW'] : []),
    texts.rate({ rate: formatRate(learningRate) }),
    texts.schedules[schedule],
    precision,
    words.augmentation[dataset.mirrorKeepsClass ? 'inRunMirrored' : 'inRun'][augmentation],
    ...(variant.startsWith('resnet') && shortcut ? [texts.shortcut({ option: shortcut })] : []),
    ...(bottleneckStride === '1x1' ? [texts.firstStride] : []),
    ...(zeroInitialization ? [texts.identities] : []),
    texts.seed({ seed }),
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
  const texts = words.run.nextRate;
  if (step < warmAt) return texts.grows({ step: warmAt });
  const dropped = drops.some((drop) => drop.step <= step);
  if (warmup?.until === 'error' && !dropped && rate < learningRate / 2) {
    return texts.untilError({ error: formatPercent(warmup.error, 0) });
  }
  if (schedule === 'constant') return texts.stays;
  if (schedule === 'cosine') return texts.falls({ step: steps });
  if (schedule === 'plateau') return texts.stalls;
  const next = drops.find((drop) => drop.step >= step);
  return next ? texts.from({ rate: formatRate(next.learningRate), step: next.step }) : texts.untilEnd;
}

/** The time of day, with the weekday where it is not today's: "17:40", "Tue 03:20" */
export function doneWords(seconds: number, now: Date): string {
  const done = new Date(now.getTime() + seconds * 1000);
  const clock = formatClock(done);
  return done.toDateString() === now.toDateString() ? clock : `${formatWeekday(done)} ${clock}`;
}

/** "ResNet-56" of "resnet56"; other names as they are. */
export function networkTitle(model: string): string {
  const [, family, depth] = /^(resnet|plain|highway)(\d+)$/.exec(model) ?? [];
  const titles: Readonly<Record<string, string>> = { resnet: 'ResNet', plain: 'Plain', highway: 'Highway' };
  return family && depth ? `${titles[family]}-${depth}` : model;
}
