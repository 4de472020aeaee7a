import type { Classification } from '../../../shared/contract/classification';
import { csvOf } from '../../../shared/csv';

/** A line for each class of each picture, and one for each picture that could not be read. */
export function classificationCsv(results: readonly Classification[]): string {
  const lines = results.flatMap((result) =>
    'error' in result
      ? [[result.path, null, null, null, result.error]]
      : result.predictions.map(({ class: name, probability }, index) => [
          result.path,
          index + 1,
          name,
          probability,
          null,
        ]),
  );
  return csvOf(['path', 'rank', 'class', 'probability', 'error'], lines);
}
