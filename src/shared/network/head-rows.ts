import { composed } from '../composed';

/** Which row of a given head each class of another one starts from. */
export interface HeadRows {
  /** For each class in its order the row of the given head; null: the class starts from random weights. */
  readonly rows: readonly (number | null)[];
  /** How the rows were told: by the names of the classes, or by their order alone where no names are known. */
  readonly by: 'name' | 'order';
}

/**
 * Finds the rows of a head for the classes of a dataset. An equal number of classes does not make them the same ones:
 * where the given head's classes are named, the names decide alone.
 * @param classes Of the dataset.
 * @param given Names of the given head's classes in the order of its rows; undefined where nobody knows them.
 * @param count Rows of the given head.
 */
export function headRows(classes: readonly string[], given: readonly string[] | undefined, count: number): HeadRows {
  if (!given) {
    const rows = classes.map((_, index) => (count === classes.length ? index : null));
    return { rows, by: 'order' };
  }
  const names = given.map(composed);
  const rows = classes.map((name) => {
    const exact = given.indexOf(name);
    const row = exact < 0 ? names.indexOf(composed(name)) : exact;
    return row < 0 ? null : row;
  });
  return { rows, by: 'name' };
}

/** Whether every row stays where it is, and none is left over. */
export function keepsWholeHead({ rows }: Pick<HeadRows, 'rows'>, count: number): boolean {
  return rows.length === count && rows.every((row, index) => row === index);
}
