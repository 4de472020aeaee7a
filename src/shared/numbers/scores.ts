import type { ClassScore } from '../contract/evaluation';

type Matrix = readonly (readonly number[])[];

const ratio = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

/**
 * Precision, recall and F1 of each class, as scikit-learn's `precision_recall_fscore_support` has them with
 * `zero_division=0`.
 * @param matrix Counts; a row is a true class, a column what was predicted.
 */
export function classScores(matrix: Matrix, names: readonly string[]): ClassScore[] {
  const predicted = names.map((_, column) => matrix.reduce((sum, row) => sum + (row[column] ?? 0), 0));
  return names.map((name, index) => {
    const row = matrix[index] ?? [];
    const right = row[index] ?? 0;
    const support = row.reduce((sum, count) => sum + count, 0);
    const [precision, recall] = [ratio(right, predicted[index] ?? 0), ratio(right, support)];
    return { name, precision, recall, f1: ratio(2 * precision * recall, precision + recall), support };
  });
}

/** Pictures of one class that were taken for another. */
export interface Confusion {
  readonly truth: number;
  readonly predicted: number;
  readonly count: number;
  /** Of the pictures of the true class. */
  readonly share: number;
}

/** The pairs of classes that are confused most often, the most frequent first. */
export function mostConfused(matrix: Matrix, most: number): Confusion[] {
  const confusions = matrix.flatMap((row, truth) => {
    const support = row.reduce((sum, count) => sum + count, 0);
    return row.flatMap((count, predicted) =>
      count > 0 && predicted !== truth ? [{ truth, predicted, count, share: count / support }] : [],
    );
  });
  return confusions.sort((a, b) => b.count - a.count || b.share - a.share).slice(0, most);
}
