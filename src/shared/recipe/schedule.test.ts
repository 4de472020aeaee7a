import { describe, expect, it } from 'vitest';
import { initialSchedule, learningRateAt, type SchedulePlan } from './learning-rate';
import { observeTrainingError, observeValidationError, plateauPatience } from './schedule';

const plan = (changes: Partial<SchedulePlan>): SchedulePlan => ({
  schedule: 'constant',
  learningRate: 0.1,
  milestones: [0.5, 0.75],
  warmup: null,
  steps: 64_000,
  stepsPerEpoch: 400,
  ...changes,
});

describe("the paper's warm-up", () => {
  const warmup = { until: 'error', error: 0.8 } as const;
  const observe = (errors: number[]) =>
    errors.reduce((state, error) => observeTrainingError(plan({ warmup }), state, error), initialSchedule);
  const rate = (errors: number[], changes: Partial<SchedulePlan> = {}) =>
    learningRateAt(plan({ warmup, ...changes }), observe(errors), errors.length);

  it('trains with a tenth of the rate until the training error is below 80 %', () => {
    expect(rate([])).toBeCloseTo(0.01, 12);
    expect(rate(Array<number>(500).fill(0.81))).toBeCloseTo(0.01, 12);
    expect(rate([...Array<number>(500).fill(0.81), 0.75, 0.75])).toBe(0.1);
  });

  it('does not follow a single good batch, and is over for good', () => {
    expect(rate([...Array<number>(100).fill(0.9), 0.5])).toBeCloseTo(0.01, 12);
    expect(rate([...Array<number>(50).fill(0.5), ...Array<number>(50).fill(0.9)])).toBe(0.1);
  });

  it('never holds the rate above that of the schedule', () => {
    const changes = { milestones: [10, 20] };
    expect(rate(Array<number>(30).fill(0.9), { schedule: 'step', ...changes })).toBeCloseTo(0.001, 12);
  });

  it('keeps what it needs as plain numbers', () => {
    const state = observe([0.9, 0.8]);
    expect(JSON.parse(JSON.stringify(state))).toEqual(state);
  });
});

describe('plateau', () => {
  const observe = (errors: number[]) => errors.reduce(observeValidationError, initialSchedule);
  const rate = (errors: number[]) => learningRateAt(plan({ schedule: 'plateau' }), observe(errors), 0);

  it('keeps the rate while the validation error improves', () => {
    expect(rate([0.5, 0.4, 0.3, 0.2, 0.15, 0.14, 0.13])).toBe(0.1);
  });

  it('divides after so many epochs without improvement, not one sooner', () => {
    expect(rate([0.5, ...Array<number>(plateauPatience - 1).fill(0.5)])).toBe(0.1);
    expect(rate([0.5, ...Array<number>(plateauPatience).fill(0.5)])).toBe(0.01);
  });

  it('counts anew after an improvement', () => {
    const waiting = Array<number>(plateauPatience - 1).fill(0.6);
    expect(rate([0.5, ...waiting, 0.4, ...waiting])).toBe(0.1);
  });

  it('never goes below a thousandth', () => {
    expect(rate(Array<number>(100).fill(0.5))).toBeCloseTo(1e-4, 12);
  });
});
