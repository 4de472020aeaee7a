import type { ImportOptions } from '../../../shared/contract/import';
import type { TableColumn } from '../../../shared/contract/preview';
import { isKnown } from './column-names';
import { placeOf } from './column-choice';
import { labelColumns } from './label-column';
import { pathColumn, type Sample } from './path-column';
import type { PictureFinder } from './picture-finder';
import { findSplitColumn, type SplitColumn } from './split-values';
import type { TableHead } from './table-rows';

/** What a table's columns hold, as far as that can be told. */
export interface TableColumns {
  readonly head: TableHead;
  /** Whether the first row names the columns. */
  readonly hasHeader: boolean;
  /** Each with the name by which it can be chosen. */
  readonly columns: readonly TableColumn[];
  readonly path: number | undefined;
  readonly label: number | undefined;
  /** Places of the columns of classes, one each; empty where one column holds the class. */
  readonly oneHot: readonly number[];
  readonly split: number | undefined;
  readonly splitColumn: SplitColumn | undefined;
  /** What has to be asked, since several columns may be meant. */
  readonly asks: 'path' | 'label' | null;
  /** Share of its first rows that name a picture that is there. */
  readonly found: number;
}

const mostSamples = 5;
/** Rows that pictures are looked for in, and columns. */
const rowsToTry = 50;
const columnsToTry = 1000;
const longestSample = 60;

/**
 * What the columns of a table hold: by what was chosen, by the names that the field uses, and by the pictures that are
 * there. Undefined where it is no table of pictures.
 * @throws UserError where a chosen column is not there.
 */
export function understand(
  head: TableHead,
  finder: PictureFinder,
  choices: ImportOptions['columns'],
): TableColumns | undefined {
  const [first = []] = head.rows;
  const width = head.rows.reduce((most, { length }) => Math.max(most, length), 0);
  const places = Array.from({ length: width }, (_, place) => place);
  const finds = (row: readonly string[], place: number): boolean =>
    finder.find(head.file, row[place] ?? '') !== undefined;
  const isChosen = Object.values(choices).some((name) => name !== '' && first.includes(name));
  const namesColumns = isChosen || (first.some(isKnown) && !places.some((place) => finds(first, place)));
  const hasHeader = namesColumns || (head.rows.length > 1 && !places.some((place) => finds(first, place)));
  const rows = hasHeader ? head.rows.slice(1) : head.rows;
  const tried = rows.slice(0, rowsToTry);
  const sample: Sample = {
    names: places.map((place) => (hasHeader ? (first[place] ?? '') : '')),
    rows,
    shares: places.map((place) => (place < columnsToTry ? share(tried, (row) => finds(row, place)) : 0)),
  };
  const columns = columnsOf(sample);
  const path = placeOf(choices.path, 'path', head, columns) ?? pathColumn(sample);
  if (path === undefined) return undefined;
  const table = { head, hasHeader, columns, found: path === 'ask' ? 0 : (sample.shares[path] ?? 0) };
  const none = { label: undefined, oneHot: [], split: undefined, splitColumn: undefined };
  if (path === 'ask') return { ...table, ...none, path: undefined, asks: 'path' };
  const label = placeOf(choices.label, 'label', head, columns);
  const split = findSplitColumn(sample, [path, label], placeOf(choices.split, 'split', head, columns));
  const found = label === undefined ? labelColumns(sample, [path, split?.place]) : { label, oneHot: [] };
  const asks = found === 'ask' ? 'label' : null;
  const { label: place, oneHot } = found === 'ask' ? none : found;
  return { ...table, path, label: place, oneHot, split: split?.place, splitColumn: split?.column, asks };
}

/** Names that are there once, or the number of the column, with some of its values. */
function columnsOf({ names, rows }: Sample): TableColumn[] {
  return names.map((name, place) => {
    const values = new Set(rows.map((row) => row[place] ?? '').filter((value) => value !== ''));
    return {
      name: name !== '' && names.indexOf(name) === place ? name : String(place + 1),
      samples: [...values].slice(0, mostSamples).map((value) => value.slice(0, longestSample)),
    };
  });
}

function share(rows: readonly (readonly string[])[], is: (row: readonly string[]) => boolean): number {
  return rows.length === 0 ? 0 : rows.filter(is).length / rows.length;
}
