import { describe, expect, it } from 'vitest';
import { softmax, topPredictions } from './softmax';

describe('softmax', () => {
  it('gives probabilities', () => {
    expect(softmax([0, Math.log(3)])).toEqual([expect.closeTo(0.25, 12), expect.closeTo(0.75, 12)]);
  });

  it('does not overflow', () => {
    expect(softmax([1000, 1000, -1000])).toEqual([0.5, 0.5, 0]);
  });
});

describe('topPredictions', () => {
  it('names the most probable classes first', () => {
    const top = topPredictions([1, 3, 2], ['bag', 'coat', 'shirt'], 2);
    expect(top.map((prediction) => prediction.class)).toEqual(['coat', 'shirt']);
    expect(top[0]?.probability).toBeCloseTo(Math.exp(3) / (Math.exp(1) + Math.exp(2) + Math.exp(3)), 12);
  });

  it('gives no more than there are', () => {
    expect(topPredictions([1, 2], ['bag', 'coat'], 5)).toHaveLength(2);
  });
});
