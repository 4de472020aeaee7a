import type { Preview } from '../../../shared/contract/preview';
import { UserError } from '../../../shared/errors';
import { message } from '../../../shared/words/message';
import { namesSayClasses } from '../readers/named-files';
import type { Reader, ReaderOptions } from '../readers/reader';
import type { Listing } from '../sources/listing';
import { findTables, type FoundTables, type SplitTable } from './find-tables';
import { findRelatedTables, readRelatedTables } from './related-tables';
import { isSameFold } from './split-values';
import { TableReading } from './table-reading';

const mostColumnsShown = 200;

type Options = Pick<ReaderOptions, 'choices' | 'signal' | 'report'>;

/** What a listing was found to hold; it is asked twice. */
const found = new WeakMap<Listing, Promise<FoundTables | undefined>>();

function tablesOf(listing: Listing, { choices, signal, report }: Options): Promise<FoundTables | undefined> {
  const before = found.get(listing);
  if (before) return before;
  const read = (done: number, total: number): void => report({ stage: 'Looking at the files', done, total });
  const finding = findTables(listing, choices, { signal, report: read });
  found.set(listing, finding);
  return finding;
}

/** Tables of paths and classes, perhaps with splits: one, or one a split. */
export const tableReader: Reader = {
  name: 'table',
  layout: message('imports.layouts.table'),
  async matches(listing, options) {
    if (findRelatedTables(listing)) return 'yes';
    const tables = await tablesOf(listing, options);
    if (!tables) return 'no';
    if (tables.thrown) return namesSayClasses(listing.files) ? 'no' : 'perhaps';
    const isSure = tables.tables.some(({ columns }) => columns.found > 0 && columns.asks === null);
    return isSure || Object.keys(options.choices.columns).length > 0 ? 'yes' : 'perhaps';
  },
  async read(listing, options) {
    const related = findRelatedTables(listing);
    if (related) return readRelatedTables(related, listing, options);
    const source = await tablesOf(listing, options);
    const [first] = source?.tables ?? [];
    if (source?.thrown) throw source.thrown;
    if (!source || !first) throw new UserError(message('readers.noTable', { place: listing.place }));
    const rest = { name: listing.name, classesFromNames: false };
    if (first.columns.asks !== null) {
      return {
        ...rest,
        classNames: [],
        pictures: { kind: 'encoded', items: [] },
        table: describe(first, [], undefined),
      };
    }
    const reading = new TableReading(source, options);
    for (const table of source.tables) await reading.read(table);
    const { classNames, items, folds } = reading.finish();
    const fold = folds.find((value) => isSameFold(value, options.choices.validationFold ?? ''));
    return { ...rest, classNames, pictures: { kind: 'encoded', items }, table: describe(first, folds, fold) };
  },
};

function describe(
  { columns: { columns, path, label, oneHot, split, asks } }: SplitTable,
  folds: string[],
  fold: string | undefined,
): NonNullable<Preview['table']> {
  const nameOf = (place: number | undefined): string | null => columns[place ?? -1]?.name ?? null;
  return {
    columns: columns.slice(0, mostColumnsShown),
    path: nameOf(path),
    label: nameOf(label),
    split: nameOf(split),
    oneHot: oneHot.length,
    asks,
    folds,
    fold: fold ?? null,
  };
}
