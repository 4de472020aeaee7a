import { rankOf } from './column-names';
import type { Sample } from './path-column';
import { oneHotColumns } from './one-hot';

type Rows = Sample['rows'];

/** Where so many rows have each its own value, these are no classes. */
const leastToCompare = 10;
/** Names that leave no doubt, whatever else there is. */
const plainest = 3;
const numeric = /^[-+]?\d+([.,]\d+)?$/;

/**
 * The column of the classes, or one column a class: by the names that the field uses, else where there is only one. `ask`
 * where several may be meant; no column where there is none.
 * @param taken columns that hold something else.
 */
export function labelColumns(
  { names, rows }: Sample,
  taken: readonly (number | undefined)[],
): { label: number | undefined; oneHot: readonly number[] } | 'ask' {
  const free = names
    .map((_, place) => place)
    .filter(
      (place) => !taken.includes(place) && (rankOf(names[place] ?? '', 'label') !== undefined || !isEmpty(rows, place)),
    );
  const rank = (place: number) => rankOf(names[place] ?? '', 'label');
  const known = free.filter((place) => rank(place) !== undefined);
  const list = Math.min(...known.map((place) => rank(place)?.list ?? 0));
  const [best, ...others] = known
    .filter((place) => rank(place)?.list === list)
    .sort((a, b) => (rank(a)?.place ?? 0) - (rank(b)?.place ?? 0));
  if (best !== undefined) {
    const sayTheSame = others.every((other) => areTwins(rows, best, other));
    const isPlain = list === 0 && (rank(best)?.place ?? plainest) < plainest;
    return sayTheSame || isPlain ? { label: inWords(rows, best, known), oneHot: [] } : 'ask';
  }
  const oneHot = oneHotColumns(names, rows, free);
  if (oneHot.length > 0) return { label: undefined, oneHot };
  const [only, another] = free;
  if (only === undefined) return { label: undefined, oneHot: [] };
  if (another !== undefined) return 'ask';
  const values = rows.map((row) => row[only] ?? '');
  return values.length >= leastToCompare && new Set(values).size === values.length
    ? 'ask'
    : { label: only, oneHot: [] };
}

/** The same classes by their names, where a column has their numbers and another of a known name the names. */
function inWords(rows: Rows, column: number, known: readonly number[]): number {
  if (!isNumeric(rows, column)) return column;
  return known.find((other) => other !== column && !isNumeric(rows, other) && areTwins(rows, column, other)) ?? column;
}

/** Whether each value of one column stands with one of the other, and the other way round. */
function areTwins(rows: Rows, one: number, other: number): boolean {
  const pairs = new Set(rows.map((row) => JSON.stringify([row[one] ?? '', row[other] ?? ''])));
  const count = (place: number): number => new Set(rows.map((row) => row[place] ?? '')).size;
  return pairs.size === count(one) && pairs.size === count(other);
}

function isNumeric(rows: Rows, place: number): boolean {
  return rows.every((row) => numeric.test(row[place] ?? ''));
}

function isEmpty(rows: Rows, place: number): boolean {
  return rows.length > 0 && rows.every((row) => (row[place] ?? '') === '');
}
