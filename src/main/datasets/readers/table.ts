import { parse } from 'csv-parse/sync';
import type { Split } from '../../../shared/contract/dataset';
import { wordsOf, UserError } from '../../../shared/errors';
import { message } from '../../../shared/words/message';
import { fullPath, type FoundFile, type Listing } from '../sources/listing';
import { readFound } from '../sources/read-location';
import { FileFinder } from './file-finder';
import type { FoundPicture, Reader } from './reader';

const pathColumns = [
  'path',
  'file',
  'filename',
  'file_name',
  'filepath',
  'file_path',
  'image',
  'image_path',
  'image_name',
  'picture',
  'img',
  'id',
  'image_id',
];
const labelColumns = ['label', 'class', 'category', 'target', 'class_name', 'label_name', 'species', 'breed'];
const splitColumns = ['split', 'set', 'subset', 'fold', 'partition'];
const splits: Record<string, Split> = {
  train: 'train',
  training: 'train',
  val: 'validation',
  valid: 'validation',
  validation: 'validation',
  dev: 'validation',
  test: 'test',
  testing: 'test',
};
const mostBytes = 2 ** 29;
const rowsToTry = 20;

interface Table {
  file: FoundFile;
  rows: string[][];
  /** Number of the first row's line. */
  firstLine: number;
  columns: { path: number; label: number; split: number };
}

/** Tables that may list pictures: those that were chosen, else those that lie nowhere deeper than any other. */
function tablesIn({ files, chosen }: Listing): FoundFile[] {
  const tables = files.filter(({ path }) => /\.(csv|tsv)$/i.test(path));
  if (chosen.length > 0) return tables.filter(({ path }) => chosen.includes(path));
  const depth = (file: FoundFile): number => file.path.split('/').length;
  const least = Math.min(...tables.map(depth));
  return tables.filter((file) => depth(file) === least);
}

async function readTable(file: FoundFile): Promise<string[][]> {
  const name = fullPath(file);
  const bytes = await readFound(file);
  if (bytes.length > mostBytes) throw new UserError(message('readers.tableTooLarge', { name }));
  const text = bytes.toString('utf8').replace(/^\uFEFF/, '');
  const [firstLine = ''] = text.split(/\r?\n/, 1);
  const delimiter = ['\t', ',', ';'].find((candidate) => firstLine.includes(candidate)) ?? ',';
  try {
    return parse(text, { delimiter, trim: true, skip_empty_lines: true, relax_column_count: true });
  } catch (thrown) {
    throw new UserError(message('readers.tableUnreadable', { name, reason: wordsOf(thrown) }));
  }
}

function find(header: readonly string[], names: readonly string[]): number {
  const plain = header.map((name) => name.toLowerCase().replace(/[ -]/g, '_'));
  const name = names.find((candidate) => plain.includes(candidate));
  return name === undefined ? -1 : plain.indexOf(name);
}

/** The columns by the names in the first row, or by what the rows hold: a path of a picture, then its label. */
function understand(file: FoundFile, rows: string[][], finder: FileFinder): Table | undefined {
  const [header = []] = rows;
  const columns = {
    path: find(header, pathColumns),
    label: find(header, labelColumns),
    split: find(header, splitColumns),
  };
  if (columns.path >= 0 && columns.label < 0 && header.length === 2) columns.label = 1 - columns.path;
  if (columns.path >= 0 && columns.label >= 0) return { file, rows: rows.slice(1), firstLine: 2, columns };
  const findsFirst = rows
    .slice(0, rowsToTry)
    .some(([path = '', label]) => label !== undefined && finder.find(file, path));
  return findsFirst ? { file, rows, firstLine: 1, columns: { path: 0, label: 1, split: -1 } } : undefined;
}

async function findTable(listing: Listing): Promise<{ table: Table; finder: FileFinder } | undefined> {
  const candidates = tablesIn(listing);
  if (candidates.length === 0) return undefined;
  const finder = new FileFinder(listing.files);
  for (const file of candidates) {
    const rows = await readTable(file).catch((thrown: unknown) => {
      if (listing.chosen.length > 0) throw thrown;
      return [];
    });
    const table = understand(file, rows, finder);
    if (table) return { table, finder };
  }
  return undefined;
}

/** A table of path and label, perhaps with the split. */
export const tableReader: Reader = {
  name: 'table',
  layout: message('imports.layouts.table'),
  matches: async (listing) => (await findTable(listing)) !== undefined,
  async read(listing, { problems }) {
    const found = await findTable(listing);
    if (!found) throw new UserError(message('readers.noTable', { place: listing.place }));
    const { file, rows, firstLine, columns } = found.table;
    const name = fullPath(file);
    const classNames = [...new Set(rows.map((row) => row[columns.label] ?? ''))].filter((label) => label !== '');
    classNames.sort((a, b) => (a < b ? -1 : 1));
    const labels = new Map(classNames.map((label, index) => [label, index]));
    const items: FoundPicture[] = [];
    rows.forEach((row, index) => {
      const line = message('pictures.inRow', { file: name, row: index + firstLine });
      const path = row[columns.path] ?? '';
      const label = labels.get(row[columns.label] ?? '');
      const split = columns.split < 0 ? 'train' : splits[(row[columns.split] ?? '').toLowerCase()];
      const picture = found.finder.find(file, path);
      if (path === '' || label === undefined) problems.add('unlabelled', line, message('readers.rowIncomplete'));
      else if (!picture) problems.add('missing', line, message('readers.rowWithoutPicture', { path }));
      else if (!split)
        problems.add('unlabelled', line, message('readers.rowOfOtherSplit', { split: row[columns.split] ?? '' }));
      else items.push({ file: picture, label, split });
    });
    if (items.length === 0) {
      throw new UserError(message('readers.tableWithoutPictures', { name, row: rows[0] ?? message('readers.noRow') }));
    }
    return { name: listing.name, classNames, classesFromNames: false, pictures: { kind: 'encoded', items } };
  },
};
