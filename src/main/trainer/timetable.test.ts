import { describe, expect, it } from 'vitest';
import { Timetable } from './timetable';

const share = 0.02;

/** The steps at which a run measures whose steps and measurements take so long. */
function measuredSteps(steps: number, stepMillis: number, measureMillis: number): number[] {
  let now = 0;
  const timetable = new Timetable(share, 1.1, () => now);
  timetable.measured(0, measureMillis);
  const measured: number[] = [];
  for (let step = 1; step <= steps; step += 1) {
    now += stepMillis;
    if (!timetable.isDue(step)) continue;
    now += measureMillis;
    timetable.measured(step, measureMillis);
    measured.push(step);
  }
  return measured;
}

describe('Timetable', () => {
  it('measures a short run often', () => {
    expect(measuredSteps(40, 100, 10).slice(0, 3)).toEqual([20, 25, 30]);
  });

  it('measures a long run some hundred times', () => {
    const measured = measuredSteps(64_000, 100, 2);
    expect(measured.length).toBeGreaterThan(50);
    expect(measured.length).toBeLessThan(150);
  });

  it('takes no more than its share of the time, however slow a measurement is', () => {
    const measured = measuredSteps(1000, 100, 3000);
    expect((measured.length * 3000) / (1000 * 100)).toBeLessThanOrEqual(share);
  });
});
