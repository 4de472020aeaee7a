import { describe, expect, it } from 'vitest';
import { milestoneWords, placeWords, warmupWords } from './recipe-words';

describe('the words of a recipe', () => {
  it('say where in a run something is', () => {
    expect([0.5, 0.05, 0.625, 32_000].map(placeWords)).toEqual(['1/2', '5 %', '62.5 %', 'step 32,000']);
  });

  it('say where the rate falls, in shares of the run and in steps', () => {
    expect(milestoneWords([0.5, 0.75])).toBe('at 1/2 and 3/4 of the run');
    expect(milestoneWords([0.3])).toBe('at 30 % of the run');
    expect(milestoneWords([32_000, 48_000])).toBe('at step 32,000 and step 48,000');
    expect(milestoneWords([0.5, 48_000])).toBe('at 1/2 of the run, at step 48,000');
  });

  it('say how long a run warms up', () => {
    expect(warmupWords(null)).toBe('None');
    expect(warmupWords({ until: 'step', place: 0.05 })).toBe('5 % of the run');
    expect(warmupWords({ until: 'step', place: 400 })).toBe('400 steps');
    expect(warmupWords({ until: 'epoch', epochs: 1 })).toBe('1 epoch');
    expect(warmupWords({ until: 'epoch', epochs: 0.5 })).toBe('0.5 epochs');
    expect(warmupWords({ until: 'error', error: 0.8 })).toBe('Until the error is below 80 %');
  });
});
