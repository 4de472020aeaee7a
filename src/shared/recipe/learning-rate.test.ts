import { describe, expect, it } from 'vitest';
import { initialSchedule, learningRateAt, plannedRates, type SchedulePlan } from './learning-rate';

const plan = (changes: Partial<SchedulePlan>): SchedulePlan => ({
  schedule: 'constant',
  learningRate: 0.1,
  milestones: [0.5, 0.75],
  warmup: null,
  steps: 64_000,
  stepsPerEpoch: 400,
  ...changes,
});
const at = (schedule: SchedulePlan['schedule'], step: number, changes: Partial<SchedulePlan> = {}): number =>
  learningRateAt(plan({ schedule, ...changes }), initialSchedule, step);

describe('learningRateAt', () => {
  it('keeps a constant rate', () => {
    expect(at('constant', 0)).toBe(0.1);
    expect(at('constant', 63_999)).toBe(0.1);
  });

  it('divides by 10 at 32k and 48k of 64k steps, as the paper does', () => {
    expect([31_999, 32_000, 47_999, 48_000].map((step) => at('step', step))).toEqual([0.1, 0.01, 0.01, 0.001]);
  });

  it('takes milestones as steps as well', () => {
    const changes = { milestones: [32_000, 48_000], steps: 50_000 };
    expect([31_999, 32_000, 47_999, 48_000].map((step) => at('step', step, changes))).toEqual([0.1, 0.01, 0.01, 0.001]);
  });

  it('follows half a cosine', () => {
    expect(at('cosine', 0)).toBeCloseTo(0.1, 10);
    expect(at('cosine', 32_000)).toBeCloseTo(0.05, 10);
    expect(at('cosine', 63_999)).toBeLessThan(1e-9);
  });
});

describe('a linear warm-up', () => {
  it.each([
    ['a fraction of the run', { until: 'step', place: 0.0625 }],
    ['steps', { until: 'step', place: 4000 }],
    ['epochs', { until: 'epoch', epochs: 10 }],
  ] as const)('over %s grows to the rate of the schedule', (_, warmup) => {
    const rates = [0, 1999, 3999, 4000, 32_000].map((step) => at('step', step, { warmup }));
    expect(rates).toEqual([0.1 / 4000, 0.05, 0.1, 0.1, 0.01]);
  });

  it('comes before the whole of the cosine', () => {
    const warmup = { until: 'step', place: 4000 } as const;
    expect(at('cosine', 4000, { warmup })).toBe(0.1);
    expect(at('cosine', 34_000, { warmup })).toBeCloseTo(0.05, 10);
    expect(at('cosine', 63_999, { warmup })).toBeLessThan(1e-9);
  });
});

describe('plannedRates', () => {
  const planned = (changes: Partial<SchedulePlan>) => plannedRates(plan(changes));
  const rateOf = (points: ReturnType<typeof plannedRates>, step: number) => points.find(({ x }) => x === step)?.y;

  it('has the steps before and after each drop, and the first and the last', () => {
    const points = planned({ schedule: 'step' });
    const rates = [1, 32_000, 32_001, 48_000, 48_001, 64_000].map((step) => rateOf(points, step));
    expect(rates).toEqual([0.1, 0.1, 0.01, 0.01, 0.001, 0.001]);
    expect(points.length).toBeLessThan(210);
  });

  it('rises to the end of a linear warm-up', () => {
    const points = planned({ schedule: 'cosine', warmup: { until: 'step', place: 1000 } });
    expect(rateOf(points, 1000)).toBeCloseTo(0.1, 12);
    expect(points[0]?.y).toBeCloseTo(0.0001, 12);
    expect(points.at(-1)?.y).toBeLessThan(1e-9);
  });

  it('is without what cannot be known yet', () => {
    expect(planned({ warmup: { until: 'error', error: 0.8 } }).every(({ y }) => y === 0.1)).toBe(true);
    expect(planned({ schedule: 'plateau' }).every(({ y }) => y === 0.1)).toBe(true);
  });

  it('is every step of a short run, once, in order', () => {
    expect(planned({ steps: 3 }).map(({ x }) => x)).toEqual([1, 2, 3]);
  });
});
