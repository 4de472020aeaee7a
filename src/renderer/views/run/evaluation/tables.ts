import type { Evaluation } from '../../../../shared/contract/evaluation';
import { mostConfused } from '../../../../shared/numbers/scores';
import { csvOf } from '../../../../shared/csv';

/** Counts of pictures: a row a true class, a column a class that they were taken for. */
export function matrixCsv({ classes, confusionMatrix }: Evaluation): string {
  const names = classes.map(({ name }) => name);
  return csvOf(
    ['true class', ...names],
    names.map((name, truth) => [name, ...(confusionMatrix[truth] ?? [])]),
  );
}

/** Every pair of classes that was confused, the most frequent first. */
export function pairsCsv({ classes, confusionMatrix }: Evaluation): string {
  const nameOf = (place: number): string => classes[place]?.name ?? '';
  return csvOf(
    ['true class', 'predicted class', 'count', 'share of the true class'],
    mostConfused(confusionMatrix, Infinity).map(({ truth, predicted, count, share }) => [
      ...[nameOf(truth), nameOf(predicted), count, share],
    ]),
  );
}

/** What is known of each class, in the order of the dataset. */
export function scoresCsv({ classes }: Evaluation): string {
  return csvOf(
    ['class', 'precision', 'recall', 'f1', 'pictures'],
    classes.map(({ name, precision, recall, f1, support }) => [name, precision, recall, f1, support]),
  );
}
