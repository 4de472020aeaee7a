import type { Histogram } from '../../../shared/contract/metrics';
import { csvOf } from '../../../shared/csv';

/** Each span of a histogram with its count. */
export function histogramCsv({ low, high, counts }: Histogram): string {
  const at = (index: number): number => Number((low + ((high - low) * index) / counts.length).toPrecision(9));
  return csvOf(
    ['from', 'to', 'count'],
    counts.map((count, index) => [at(index), at(index + 1), count]),
  );
}
