import { posix } from 'node:path';
import type { ImportOptions } from '../../../shared/contract/import';
import type { Split } from '../../../shared/contract/dataset';
import { readSplitName } from '../readers/split-names';
import type { FoundFile, Listing } from '../sources/listing';
import { isTableName, isTextName } from '../sources/table-names';
import { understand, type TableColumns } from './columns';
import { PictureFinder } from './picture-finder';
import { readHead } from './table-rows';
import type { TextOptions } from './table-text';

/** The tables that list the pictures of what was dropped, and which pictures these are. */
export interface FoundTables {
  readonly tables: readonly SplitTable[];
  readonly finder: PictureFinder;
  /** Why a table could not be read, where no other lists pictures. */
  readonly thrown?: unknown;
  /** Tables that could have been meant, by why they were not taken. */
  readonly leftOut: readonly { readonly file: FoundFile; readonly why: 'unlabelled' | 'another' }[];
}

/** A table, with the split that its name or its folder says. */
export interface SplitTable {
  readonly columns: TableColumns;
  readonly split: Split | undefined;
}

type Choices = Pick<ImportOptions, 'columns'>;

/** Notes on single pictures are many text files; a few are lists. */
const mostTexts = 16;
const mostTables = 64;
/** What Kaggle shows the form of answers by. */
const example = /sample.?submission/i;

/**
 * Finds the tables of pictures: those that were chosen, else those that lie nowhere deeper than others which are
 * understood. Undefined where there is none.
 * @throws UserError where a chosen table cannot be read, or a chosen column is not there.
 */
export async function findTables(
  listing: Listing,
  { columns }: Choices,
  options: TextOptions,
): Promise<FoundTables | undefined> {
  const levels = levelsOf(listing);
  if (levels.length === 0) return undefined;
  const finder = new PictureFinder(listing.files);
  let thrown: unknown;
  for (const files of levels) {
    const understood: TableColumns[] = [];
    for (const file of files) {
      try {
        const table = understand(await readHead(file, listing.decoding, options), finder, columns);
        if (table) understood.push(table);
      } catch (error) {
        if (listing.chosen.length > 0 || options.signal?.aborted) throw error;
        if (isTableName(file.path)) thrown ??= error;
      }
    }
    const found = choose(understood);
    if (found) return { ...found, finder };
  }
  // Where somebody chose a column, a table has to have it.
  if (thrown && Object.keys(columns).length > 0) throw thrown;
  return thrown ? { tables: [], finder, leftOut: [], thrown } : undefined;
}

/** Files that may be tables of pictures, by how deep they lie. */
function levelsOf({ files, chosen }: Listing): FoundFile[][] {
  const tables = files.filter(({ path }) => isTableName(path) || isTextName(path));
  if (chosen.length > 0) {
    const own = tables.filter(({ path }) => chosen.includes(path));
    return own.length > 0 ? [own] : [];
  }
  const levels = new Map<number, FoundFile[]>();
  for (const file of tables) {
    const depth = file.path.split('/').length;
    levels.set(depth, [...(levels.get(depth) ?? []), file]);
  }
  return [...levels]
    .sort(([a], [b]) => a - b)
    .map(([, level]) => {
      const texts = level.filter(({ path }) => isTextName(path));
      const others = level.filter(({ path }) => isTableName(path) && !example.test(posix.basename(path)));
      return [...others.slice(0, mostTables), ...(texts.length <= mostTexts ? texts : [])];
    });
}

/** The tables that are taken together: those of splits, those of folders, or the first one. */
function choose(understood: readonly TableColumns[]): Omit<FoundTables, 'finder'> | undefined {
  const labelled = understood.filter(({ label, oneHot }) => label !== undefined || oneHot.length > 0);
  const finding = labelled.filter(({ found }) => found > 0);
  const usable = finding.length > 0 ? finding : labelled;
  const asking = understood.filter(({ asks }) => asks !== null);
  const [first] = usable;
  if (!first) {
    const [asked] = asking.filter(({ found, asks }) => found > 0 || asks === 'path');
    return asked && { tables: [{ columns: asked, split: undefined }], leftOut: [] };
  }
  const tables = together(usable);
  const isTaken = (table: TableColumns): boolean => tables.some(({ columns }) => columns === table);
  const others = [...usable, ...understood.filter((table) => !labelled.includes(table))].filter(
    (table) => !isTaken(table),
  );
  return {
    tables,
    leftOut: others.map((table) => ({
      file: table.head.file,
      why: labelled.includes(table) ? ('another' as const) : ('unlabelled' as const),
    })),
  };
}

function together(usable: readonly TableColumns[]): SplitTable[] {
  const [first] = usable;
  if (!first) return [];
  const named = usable.flatMap((columns) => {
    const found = splitNameOf(columns.head.file);
    return found ? [{ columns, ...found }] : [];
  });
  const training = named.filter(({ split }) => split === 'train');
  if (training.length > 0 && new Set(named.map(({ split }) => split)).size > 1) {
    // "trainval" holds "train" again.
    const isDouble = ({ split, word }: (typeof named)[number]): boolean =>
      word === 'trainval' && named.some((other) => other.split === split && other.word !== word);
    return named.filter((table) => !isDouble(table)).map(({ columns, split }) => ({ columns, split }));
  }
  const folders = new Set(usable.map(({ head }) => posix.dirname(head.file.path)));
  if (folders.size === usable.length) return usable.map((columns) => ({ columns, split: undefined }));
  return [{ columns: training[0]?.columns ?? first, split: undefined }];
}

/** By its own name, else by that of the folder nearest to it. */
function splitNameOf({ path }: FoundFile): { split: Split; word: string } | undefined {
  const [name = '', ...folders] = path.split('/').reverse();
  const stem = name.replace(/\.[^.]+$/, '');
  return [stem, ...folders].map(readSplitName).find((found) => found !== undefined);
}
