import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import type { Evaluation } from '../../../../shared/contract/evaluation';
import { classScores } from '../../../../shared/numbers/scores';
import { matrixCsv, pairsCsv, scoresCsv } from './tables';

function evaluationOf(names: string[], confusionMatrix: number[][]): Evaluation {
  return {
    checkpoint: 'best',
    step: 8,
    dataset: { id: 'd', name: 'D', contentHash: 'h' },
    split: 'test',
    pictures: 9,
    loss: 1,
    top1Error: 0.5,
    top5Error: 0,
    predictions: [],
    classes: classScores(confusionMatrix, names),
    confusionMatrix,
  };
}

const names = ['shoe, left', 'a "b"', '긴 이름\n둘째 줄'];
const counts = [
  [3, 1, 0],
  [0, 2, 0],
  [2, 0, 2],
];
const read = (csv: string): string[][] => parse(csv);

describe('matrixCsv', () => {
  it('has the names as header and first column, and every count', () => {
    expect(read(matrixCsv(evaluationOf(names, counts)))).toEqual([
      ['true class', ...names],
      ...names.map((name, row) => [name, ...(counts[row] ?? []).map(String)]),
    ]);
  });

  it('holds 2 and 1,000 classes', () => {
    for (const count of [2, 1000]) {
      const many = Array.from({ length: count }, (_, index) => `class ${index}`);
      const matrix = many.map((_, row) => many.map((_, column) => Number(row === column)));
      const rows = read(matrixCsv(evaluationOf(many, matrix)));
      expect(rows.map(({ length }) => length)).toEqual(Array<number>(count + 1).fill(count + 1));
      expect(rows.at(-1)?.slice(-2)).toEqual(['0', '1']);
    }
  });
});

describe('pairsCsv', () => {
  it('tells every pair that was confused, the most frequent first', () => {
    expect(read(pairsCsv(evaluationOf(names, counts)))).toEqual([
      ['true class', 'predicted class', 'count', 'share of the true class'],
      [names[2], names[0], '2', '0.5'],
      [names[0], names[1], '1', '0.25'],
    ]);
  });
});

describe('scoresCsv', () => {
  it('tells what is known of each class, in full', () => {
    const [header, first] = read(scoresCsv(evaluationOf(names, counts)));
    expect(header).toEqual(['class', 'precision', 'recall', 'f1', 'pictures']);
    expect(first).toEqual([names[0], '0.6', '0.75', String((2 * 0.6 * 0.75) / (0.6 + 0.75)), '4']);
  });
});
