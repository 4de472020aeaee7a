import type { Histogram } from '../../../shared/contract/metrics';

type Cell = string | number | null;

function quoted(cell: Cell): string {
  const text = cell === null ? '' : String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A table as CSV (RFC 4180), numbers in full; null is an empty cell. */
export function csvOf(header: readonly string[], rows: Iterable<readonly Cell[]>): string {
  const lines = [header.map(quoted).join(',')];
  for (const row of rows) lines.push(row.map(quoted).join(','));
  return `${lines.join('\r\n')}\r\n`;
}

/** Each span of a histogram with its count. */
export function histogramCsv({ low, high, counts }: Histogram): string {
  const at = (index: number): number => Number((low + ((high - low) * index) / counts.length).toPrecision(9));
  return csvOf(
    ['from', 'to', 'count'],
    counts.map((count, index) => [at(index), at(index + 1), count]),
  );
}
