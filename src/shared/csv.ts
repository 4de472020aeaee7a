import { stringify } from 'csv-stringify/browser/esm/sync';

export type CsvCell = string | number | null;

/** A table as CSV (RFC 4180), numbers in full; null is an empty cell. */
export function csvOf(header: readonly string[], rows: Iterable<readonly CsvCell[]>): string {
  // The library looks for whole line ends alone, and a single one within a cell breaks a line as well.
  return stringify([[...header], ...Array.from(rows, (row) => [...row])], {
    record_delimiter: 'windows',
    quoted_match: /[\r\n]/,
  });
}
