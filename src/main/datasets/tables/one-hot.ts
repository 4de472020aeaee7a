const one = /^(1|1\.0*|1,0+)$/;
const zero = /^(0|0\.0*|0,0+)$/;

/**
 * The columns of classes where each class has one, with 1 for the class of a row and 0 for the others, as ISIC 2018 and
 * Roboflow write them; empty where the columns hold something else.
 * @param free places of the columns that hold nothing known.
 */
export function oneHotColumns(
  names: readonly string[],
  rows: readonly (readonly string[])[],
  free: readonly number[],
): number[] {
  const binary = free.filter(
    (place) => names[place] !== '' && rows.every((row) => one.test(row[place] ?? '') || zero.test(row[place] ?? '')),
  );
  if (binary.length < 2 || rows.length === 0) return [];
  const single = rows.filter((row) => hotColumns(row, binary).length === 1);
  return 2 * single.length >= rows.length && single.length > 0 ? binary : [];
}

/** The columns of a row that hold 1. */
export function hotColumns(row: readonly string[], columns: readonly number[]): number[] {
  return columns.filter((place) => one.test(row[place] ?? ''));
}
