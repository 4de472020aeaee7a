import { describe, expect, it } from 'vitest';
import { axisStep, niceCeiling, shortCount } from './axis';

describe('niceCeiling', () => {
  it('rounds up to round numbers', () => {
    const ceilings = [0.07, 0.2, 0.21, 1, 1.1, 2.3, 26, 99].map(niceCeiling);
    [0.08, 0.2, 0.25, 1, 1.2, 2.5, 30, 100].forEach((ceiling, index) => expect(ceilings[index]).toBeCloseTo(ceiling));
  });
});

describe('axisStep', () => {
  it('divides an axis evenly', () => {
    for (const top of [0.2, 1, 1.2, 1.5, 2.5, 30, 60, 800]) {
      const steps = top / axisStep(top);
      expect(steps).toBeCloseTo(Math.round(steps));
      expect(steps).toBeLessThan(6);
    }
  });
});

describe('shortCount', () => {
  it('shortens thousands and millions', () => {
    expect([0, 40, 999, 1266, 10_500, 42_300, 1_500_000].map(shortCount)).toEqual([
      ...['0', '40', '999', '1,266', '10.5k', '42.3k', '1.5M'],
    ]);
  });
});
