import { describe, expect, it } from 'vitest';
import { Interval, Timetable } from './timetable';

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

describe('Interval', () => {
  /** Minutes at which something is done within an hour whose turn comes so often, and that takes so long. */
  const doneAt = (minutes: number, cost: number): number[] => {
    let now = 0;
    const interval = new Interval(minutes * 60_000, share, () => now);
    const done: number[] = [];
    for (; now <= 3_600_000; now += 60_000) {
      if (!interval.isDue(done.length === 0 ? 0 : cost)) continue;
      done.push(now / 60_000);
      interval.done();
    }
    return done;
  };

  it('comes as often as it was asked for', () => {
    expect(doneAt(15, 10)).toEqual([15, 30, 45, 60]);
    expect(doneAt(0, 10)).toEqual([]);
  });

  it('waits longer where it would take too much of the time', () => {
    expect(doneAt(5, 12_000)).toEqual([5, 15, 25, 35, 45, 55]);
  });
});
