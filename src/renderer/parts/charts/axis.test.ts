import { describe, expect, it } from 'vitest';
import { axisStep, axisTop, niceCeiling, shortCount } from './axis';

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

describe('axisTop', () => {
  it('shows the whole of a short run', () => {
    expect(axisTop([[1, 20, 40].map((x) => ({ x, y: 2 / x }))])).toBe(2.5);
  });

  it('lets the start of a long run go out at the top', () => {
    const points = Array.from({ length: 1000 }, (_, index) => ({ x: index + 1, y: index < 160 ? 9 : 1.8 }));
    expect(axisTop([points, []])).toBe(2);
  });

  it('keeps to what is possible', () => {
    expect(axisTop([[{ x: 1, y: 0.99 }]], 1)).toBe(1);
    expect(axisTop([], 1)).toBe(1);
  });
});

describe('shortCount', () => {
  it('shortens thousands and millions', () => {
    expect([0, 40, 999, 1266, 10_500, 42_300, 1_500_000].map(shortCount)).toEqual([
      ...['0', '40', '999', '1,266', '10.5k', '42.3k', '1.5M'],
    ]);
  });
});
