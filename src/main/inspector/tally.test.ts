import { describe, expect, it } from 'vitest';
import { mostConfused } from '../../shared/numbers/scores';
import expected from './fixtures/evaluation.json';
import { Tally } from './tally';

const names = expected.support.map((_, index) => `class ${index}`);

function tallied() {
  const tally = new Tally(names);
  const half = expected.labels.length / 2;
  for (const from of [0, half]) {
    const logits = Float32Array.from(expected.logits.slice(from, from + half).flat());
    tally.add(logits, expected.labels.slice(from, from + half));
  }
  return tally.result;
}

describe('Tally', () => {
  it('counts as PyTorch and scikit-learn do', () => {
    const { classes, confusionMatrix, pictures, predictions, ...numbers } = tallied();
    expect(pictures).toBe(expected.labels.length);
    expect(confusionMatrix).toEqual(expected.confusionMatrix);
    const right = predictions.filter((predicted, index) => predicted === expected.labels[index]).length;
    expect(1 - right / pictures).toBeCloseTo(expected.top1Error, 12);
    for (const key of ['loss', 'top1Error', 'top5Error'] as const) expect(numbers[key]).toBeCloseTo(expected[key], 6);
    for (const key of ['precision', 'recall', 'f1', 'support'] as const) {
      classes.forEach((score, index) => expect(score[key]).toBeCloseTo(expected[key][index] ?? NaN, 12));
    }
    expect(classes.map(({ name }) => name)).toEqual(names);
  });

  it('takes the first of equally probable classes, as it does for an error', () => {
    const tally = new Tally(['a', 'b']);
    tally.add(Float32Array.of(1, 1, 1, 1), [0, 1]);
    expect(tally.result).toMatchObject({ top1Error: 0.5, confusionMatrix: [[1, 0], [1, 0]] }); // prettier-ignore
  });
});

describe('mostConfused', () => {
  it('names the most frequent pairs first, and nothing that is right', () => {
    const matrix = [
      [5, 2, 0],
      [0, 9, 1],
      [2, 0, 0],
    ];
    expect(mostConfused(matrix, 2)).toEqual([
      { truth: 2, predicted: 0, count: 2, share: 1 },
      { truth: 0, predicted: 1, count: 2, share: 2 / 7 },
    ]);
  });
});
