import { describe, expect, it } from 'vitest';
import { StageRate } from './stage-rate';

describe('the rate of a stage', () => {
  it('is told once it says something, and begins anew with the next stage', () => {
    const rate = new StageRate();
    const at = (stage: string, done: number, total: number, now: number) => rate.measure({ stage, done, total }, now);
    expect(at('Reading', 0, 100, 0)).toBeNull();
    expect(at('Reading', 10, 100, 400)).toBeNull();
    expect(at('Reading', 20, 100, 1000)).toEqual({ perSecond: 20, secondsLeft: 4 });
    expect(at('Packing', 50, 100, 1001)).toBeNull();
    expect(at('Packing', 100, 100, 2001)).toEqual({ perSecond: 100, secondsLeft: 0 });
  });

  it('tells no end that is not known', () => {
    const rate = new StageRate();
    rate.measure({ stage: 'Looking', done: 1, total: 0 }, 0);
    expect(rate.measure({ stage: 'Looking', done: 500, total: 0 }, 1000)).toEqual({
      perSecond: 500,
      secondsLeft: null,
    });
  });
});
