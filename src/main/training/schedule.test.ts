import { describe, expect, it } from 'vitest';
import type { SchedulePlan } from './schedule';
import { initialPlateau, learningRateAt, observeValidationError, plateauPatience } from './schedule';

const plan = (kind: SchedulePlan['kind']): SchedulePlan => ({
  kind,
  learningRate: 0.1,
  milestones: [0.5, 0.75],
  totalSteps: 64_000,
});
const at = (kind: SchedulePlan['kind'], step: number): number => learningRateAt(plan(kind), initialPlateau, step);

describe('learningRateAt', () => {
  it('keeps a constant rate', () => {
    expect(at('constant', 0)).toBe(0.1);
    expect(at('constant', 63_999)).toBe(0.1);
  });

  it('divides by 10 at 32k and 48k of 64k steps, as the paper does', () => {
    expect([31_999, 32_000, 47_999, 48_000].map((step) => at('step', step))).toEqual([0.1, 0.01, 0.01, 0.001]);
  });

  it('follows half a cosine', () => {
    expect(at('cosine', 0)).toBeCloseTo(0.1, 10);
    expect(at('cosine', 32_000)).toBeCloseTo(0.05, 10);
    expect(at('cosine', 63_999)).toBeLessThan(1e-9);
  });
});

describe('plateau', () => {
  const observe = (errors: number[]) => errors.reduce(observeValidationError, initialPlateau);
  const rate = (errors: number[]) => learningRateAt(plan('plateau'), observe(errors), 0);

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
