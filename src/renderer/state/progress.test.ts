import { describe, expect, it } from 'vitest';
import type { RunConfig } from '../../shared/contract/run';
import { sampleTraining } from '../../shared/recipe/testing';
import type { StepEvent } from '../../shared/contract/metrics';
import { epochPart, rateDrops, recentLoss, secondsLeft, speedOf } from './progress';
import { StepSeries } from './step-series';

interface Row {
  readonly loss?: number;
  readonly learningRate?: number;
  readonly time?: number;
}

const series = (rows: readonly Row[]): StepSeries => {
  const steps = new StepSeries(5);
  rows.forEach(({ loss = 1, learningRate = 0.1, time = 0 }, index) => {
    steps.add({
      event: 'step',
      step: index + 1,
      epoch: 1,
      loss,
      top1Error: 0.5,
      learningRate,
      imagesPerSecond: 400,
      loadingMillis: 0,
      stepMillis: 300,
      time,
    });
  });
  return steps;
};
const rows = (count: number, row: (index: number) => Row) => Array.from({ length: count }, (_, index) => row(index));

const training = (schedule: RunConfig['training']['schedule'], steps: number) => sampleTraining({ schedule, steps });

describe('secondsLeft', () => {
  it('is unknown before two steps', () => {
    expect(secondsLeft(series([]), 40)).toBeNull();
    expect(secondsLeft(series([{ time: 1 }]), 40)).toBeNull();
  });

  it('goes on at the pace so far', () => {
    const steps = series(rows(10, (index) => ({ time: (index + 1) * 0.5 })));
    expect(secondsLeft(steps, 40)).toBeCloseTo(15);
    expect(secondsLeft(steps, 10)).toBe(0);
  });

  it('follows a change of pace, and counts pauses', () => {
    const slowThenFast = series(rows(500, (index) => ({ time: index < 200 ? index : 200 + (index - 200) * 0.1 })));
    expect(secondsLeft(slowThenFast, 600)).toBeCloseTo(10);
    const withPause = series(rows(51, (index) => ({ time: index + (index > 25 ? 50 : 0) })));
    expect(secondsLeft(withPause, 101)).toBeCloseTo(100);
  });
});

describe('recentLoss', () => {
  it('is the mean of the newest steps', () => {
    expect(recentLoss(series([]))).toBeNull();
    expect(recentLoss(series([{ loss: 3 }, { loss: 1 }]))).toEqual({ loss: 2, steps: 2 });
    expect(recentLoss(series(rows(250, (index) => ({ loss: index < 150 ? 9 : 2 }))))).toEqual({ loss: 2, steps: 100 });
  });
});

describe('rateDrops', () => {
  it('knows the drops of the step schedule beforehand', () => {
    const drops = rateDrops(training('step', 42_300), series([]));
    expect(drops.map(({ step }) => step)).toEqual([21_150, 31_725]);
    expect(drops[1]?.learningRate).toBeCloseTo(0.001);
  });

  it('sees those of the plateau schedule when they are made', () => {
    const steps = series(rows(30, (index) => ({ learningRate: index < 20 ? 0.1 : 0.01 })));
    expect(rateDrops(training('plateau', 100), steps)).toEqual([{ step: 20, learningRate: 0.01 }]);
  });

  it('has none where the rate is constant or falls smoothly', () => {
    const falling = series(rows(20, (index) => ({ learningRate: 0.1 - index * 0.005 })));
    expect(rateDrops(training('cosine', 20), falling)).toEqual([]);
    expect(rateDrops(training('constant', 20), falling)).toEqual([]);
  });
});

describe('speedOf', () => {
  it('is the mean of the newest steps', () => {
    expect(speedOf(series([]))).toBeNull();
    expect(speedOf(series(rows(50, () => ({}))))).toEqual({
      imagesPerSecond: 400,
      stepMillis: 300,
      loadingMillis: 0,
      restMillis: null,
    });
  });

  it('knows the rest where the run tells it', () => {
    const steps = series(rows(30, () => ({})));
    const step = { ...steps.recent[0], event: 'step', step: 31, restMillis: 12 } as StepEvent;
    steps.add(step);
    expect(speedOf(steps)?.restMillis).toBe(12);
  });
});

describe('epochPart', () => {
  it('tells the epoch of the latest step, and that the last one is shorter', () => {
    const at = (step: number) => epochPart(series(rows(step, () => ({}))), 10, 4);
    expect(at(0)).toEqual({ epoch: 1, done: 0, steps: 4 });
    expect(at(4)).toEqual({ epoch: 1, done: 4, steps: 4 });
    expect(at(5)).toEqual({ epoch: 2, done: 1, steps: 4 });
    expect(at(9)).toEqual({ epoch: 3, done: 1, steps: 2 });
  });
});
