import { byCodePoints } from '../../../shared/composed';
import type { Split } from '../../../shared/contract/dataset';
import { UserError } from '../../../shared/errors';
import { message, type Message } from '../../../shared/words/message';
import type { FoundPicture, ReaderOptions } from '../readers/reader';
import { fullPath } from '../sources/listing';
import type { TableColumns } from './columns';
import type { FoundTables, SplitTable } from './find-tables';
import { hotColumns } from './one-hot';
import { foldsIn, isSameFold, splitOfValue } from './split-values';
import { readRows } from './table-rows';
import { WaysFound } from './ways-found';

/** Of more classes nothing could be learnt. */
const mostClasses = 100_000;
const mostFoldValues = 1000;
const mostNamed = 3;

type Options = Pick<ReaderOptions, 'choices' | 'signal' | 'report' | 'problems'>;

/** Where a row stands; its words are made where something is wrong with it. */
interface Row {
  readonly table: SplitTable;
  readonly number: number;
}

/** Reads tables row by row; of a row is kept no more than its picture, class and split. */
export class TableReading {
  private readonly classes = new Map<string, number>();
  private readonly items: FoundPicture[] = [];
  /** Pictures that agree with what their rows say in the name alone. */
  private readonly byName: { item: FoundPicture; path: string; row: Row }[] = [];
  private readonly foldValues = new Set<string>();
  private readonly ways = new WaysFound();
  private firstRow: readonly string[] | undefined;

  constructor(
    private readonly source: FoundTables,
    private readonly options: Options,
  ) {}

  async read(table: SplitTable): Promise<void> {
    const { head, hasHeader, oneHot, columns } = table.columns;
    const { signal, report } = this.options;
    const told = (done: number, total: number): void => report({ stage: 'Reading files', done, total });
    for (const place of oneHot) this.labelOf(columns[place]?.name ?? '', table);
    let number = head.skipped === '' ? 0 : 1;
    let isHeader = hasHeader;
    for await (const cells of readRows(head, { signal, report: told })) {
      number++;
      if (!isHeader) this.take(cells, { table, number });
      isHeader = false;
    }
  }

  /** @throws UserError where the tables name no picture that is there, or not the fold that was chosen. */
  finish(): { classNames: string[]; items: FoundPicture[]; folds: string[] } {
    const { problems } = this.options;
    // Where other rows agree in their folders, these name pictures that are not there.
    const areMissing = this.ways.agree;
    for (const { item, path, row } of this.byName) {
      if (areMissing) problems.add('missing', placeOf(row), message('readers.rowWithoutPicture', { path }));
      else this.keep(item, 'name', path);
    }
    const folds = foldsIn(this.foldValues);
    this.checkFold(folds);
    if (this.items.length === 0) {
      const name = this.source.tables.map(({ columns }) => fullPath(columns.head.file)).join(', ');
      const row = this.firstRow ? [...this.firstRow] : message('readers.noRow');
      throw new UserError(message('readers.tableWithoutPictures', { name, row }));
    }
    const [only = '', another] = this.classes.keys();
    if (another === undefined) {
      const name = this.source.tables.map(({ columns }) => fullPath(columns.head.file)).join(', ');
      throw new UserError(message('readers.tableOfOneClass', { name, class: only, count: this.items.length }));
    }
    this.tell(folds);
    const classNames = [...this.classes.keys()].sort(byCodePoints);
    const labels = Int32Array.from(this.classes.keys(), () => 0);
    classNames.forEach((name, label) => (labels[this.classes.get(name) ?? 0] = label));
    for (const item of this.items) item.label = labels[item.label] as number;
    return { classNames, items: this.items, folds };
  }

  private take(cells: readonly string[], row: Row): void {
    const { columns } = row.table;
    const { problems } = this.options;
    this.firstRow ??= cells;
    const path = cells[columns.path ?? -1] ?? '';
    const name = classOf(columns, cells);
    if (typeof name !== 'string') return problems.add('unlabelled', placeOf(row), name);
    const label = name === '' ? -1 : this.labelOf(name, row.table);
    if (path === '' || label < 0) return problems.add('unlabelled', placeOf(row), message('readers.rowIncomplete'));
    const value = cells[columns.split ?? -1] ?? '';
    const split = this.splitOf(row.table, value);
    const match = this.source.finder.find(columns.head.file, path, split);
    if (!match) return problems.add('missing', placeOf(row), message('readers.rowWithoutPicture', { path }));
    if ('several' in match) {
      const files = match.several.slice(0, mostNamed).map(fullPath);
      const words = message('readers.rowAmbiguous', { path, count: match.several.length, files });
      return problems.add('missing', placeOf(row), words);
    }
    if (!split) return problems.add('unlabelled', placeOf(row), message('readers.rowOfOtherSplit', { split: value }));
    const item: FoundPicture = { file: match.file, label, split };
    if (match.way === 'name') this.byName.push({ item, path, row });
    else this.keep(item, match.way, path);
  }

  private keep(item: FoundPicture, ...[way, path]: [Parameters<WaysFound['add']>[0], string]): void {
    this.items.push(item);
    this.ways.add(way, path, item.file);
  }

  private labelOf(name: string, { columns }: SplitTable): number {
    const known = this.classes.get(name);
    if (known !== undefined) return known;
    const label = this.classes.size;
    if (label >= mostClasses) {
      const column = columns.columns[columns.label ?? -1]?.name ?? '';
      const values = { name: fullPath(columns.head.file), column, limit: mostClasses };
      throw new UserError(message('readers.tooManyClasses', values));
    }
    this.classes.set(name, label);
    return label;
  }

  /** What the row says, else what the name of its table says; undefined where the row says something else. */
  private splitOf({ columns: { splitColumn }, split: own }: SplitTable, value: string): Split | undefined {
    const fold = this.options.choices.validationFold;
    switch (splitColumn?.kind) {
      case 'words':
      case 'question':
        return value === '' && own ? own : splitOfValue(splitColumn, value, fold);
      case 'folds':
        if (this.foldValues.size < mostFoldValues && value !== '') this.foldValues.add(value);
        return own && own !== 'train' ? own : splitOfValue(splitColumn, value, fold);
      default:
        return own ?? 'train';
    }
  }

  private checkFold(folds: readonly string[]): void {
    const { validationFold } = this.options.choices;
    if (validationFold === undefined || folds.some((fold) => isSameFold(fold, validationFold))) return;
    const [first] = this.source.tables;
    const values = { name: first ? fullPath(first.columns.head.file) : '', fold: validationFold, folds: [...folds] };
    throw new UserError(message(folds.length > 0 ? 'readers.noFold' : 'readers.noFolds', values));
  }

  private tell(folds: string[]): void {
    const { problems, choices } = this.options;
    for (const words of this.ways.notes()) problems.note(words);
    for (const { columns } of this.source.tables) {
      const column = columns.columns[columns.split ?? -1]?.name ?? '';
      const kind = columns.splitColumn?.kind;
      if (kind === 'folds' && choices.validationFold === undefined) {
        problems.note(message('readers.foldsAreNoSplit', { column, folds }));
      }
      if (kind === 'none') {
        const values = columns.columns[columns.split ?? -1]?.samples.slice(0, mostNamed) ?? [];
        problems.note(message('readers.columnIsNoSplit', { column, values: [...values] }));
      }
    }
    for (const { file, why } of this.source.leftOut) {
      const key = why === 'unlabelled' ? 'readers.tableWithoutLabels' : 'readers.anotherTable';
      problems.note(message(key, { name: fullPath(file) }));
    }
  }
}

function placeOf({ table, number }: Row): Message {
  return message('pictures.inRow', { file: fullPath(table.columns.head.file), row: number });
}

/** The class of a row; empty where it has none, and why where it has none or several by its columns of classes. */
function classOf({ oneHot, columns, label }: TableColumns, cells: readonly string[]): string | Message {
  if (oneHot.length === 0) return cells[label ?? -1] ?? '';
  const [only, ...others] = hotColumns(cells, oneHot).map((place) => columns[place]?.name ?? '');
  if (only === undefined) return message('readers.rowOfNoClass');
  return others.length === 0
    ? only
    : message('readers.rowOfSeveralClasses', { classes: [only, ...others].slice(0, 5) });
}
