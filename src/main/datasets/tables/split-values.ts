import type { Split } from '../../../shared/contract/dataset';
import { splitCalled } from '../readers/split-names';
import { plainName, rankOf } from './column-names';
import type { Sample } from './path-column';

/** Words that stand for splits in tables alone; the folds of FER2013 among them. */
const words: Record<string, Split> = {
  tr: 'train',
  va: 'validation',
  te: 'test',
  ts: 'test',
  publictest: 'validation',
  privatetest: 'test',
};
/** Columns that say yes or no: what yes is, and what no. */
const questions: Record<string, readonly [yes: Split, no: Split]> = {
  istrain: ['train', 'test'],
  istraining: ['train', 'test'],
  istrainingimage: ['train', 'test'],
  istrainingset: ['train', 'test'],
  train: ['train', 'test'],
  isvalid: ['validation', 'train'],
  isval: ['validation', 'train'],
  isvalidation: ['validation', 'train'],
  istest: ['test', 'train'],
};
const yes = /^(1|1\.0|true|t|yes|y)$/i;
const no = /^(0|0\.0|false|f|no|n)$/i;
/** Of cross-validation: "3", "fold_3"; -1 is in none. */
const fold = /^(?:fold|cv)?[ _-]*(-?\d{1,2})(?:\.0)?$/i;
const mostFolds = 50;

/** How the values of a column say the split of a row. */
export type SplitColumn =
  | { kind: 'words' }
  | { kind: 'question'; yes: Split; no: Split }
  /** Of cross-validation: one is chosen for validation, or none is a split. */
  | { kind: 'folds' }
  | { kind: 'none' };

/** What a column with such values is. @param values of its first rows. */
export function readSplitColumn(name: string, values: readonly string[]): SplitColumn {
  const present = values.filter((value) => value !== '');
  const question = questions[plainName(name)];
  if (question && present.every((value) => yes.test(value) || no.test(value))) {
    return { kind: 'question', yes: question[0], no: question[1] };
  }
  if (present.some((value) => splitOfWord(value))) return { kind: 'words' };
  const folds = foldsIn(present);
  return folds.length > (/fold/i.test(name) ? 0 : 1) ? { kind: 'folds' } : { kind: 'none' };
}

/**
 * The column of the splits: the one that was chosen, else one of a known name, else one that holds nothing but words for
 * splits.
 * @param taken columns that hold something else. @param chosen -1 where none is wanted.
 */
export function findSplitColumn(
  { names, rows }: Sample,
  taken: readonly (number | undefined)[],
  chosen: number | undefined,
): { place: number; column: SplitColumn } | undefined {
  if (chosen === -1) return undefined;
  const free = names.map((_, place) => place).filter((place) => !taken.includes(place));
  const valuesOf = (place: number): string[] => rows.map((row) => row[place] ?? '');
  const isKnown = (place: number): boolean => rankOf(names[place] ?? '', 'split') !== undefined;
  const saysSplits = (place: number): boolean => {
    const found = valuesOf(place).map(splitOfWord);
    return found.length > 0 && !found.includes(undefined) && new Set(found).size > 1;
  };
  const place = chosen ?? free.find(saysSplits) ?? free.find(isKnown);
  return place === undefined ? undefined : { place, column: readSplitColumn(names[place] ?? '', valuesOf(place)) };
}

/** Folds among values, in their order; none where one of them is no fold. */
export function foldsIn(values: Iterable<string>): string[] {
  const found = new Map<number, string>();
  for (const value of new Set(values)) {
    const number = fold.exec(value)?.[1];
    if (number === undefined) return [];
    if (Number(number) >= 0) found.set(Number(number), value);
  }
  const folds = [...found].sort(([a], [b]) => a - b).map(([, value]) => value);
  return folds.length <= mostFolds ? folds : [];
}

/** @param validationFold the fold that validates, where one was chosen. @returns undefined where a row says no split. */
export function splitOfValue(
  column: SplitColumn | undefined,
  value: string,
  validationFold: string | undefined,
): Split | undefined {
  switch (column?.kind) {
    case 'words':
      return splitOfWord(value);
    case 'question':
      return yes.test(value) ? column.yes : no.test(value) ? column.no : undefined;
    case 'folds':
      return validationFold !== undefined && isSameFold(value, validationFold) ? 'validation' : 'train';
    default:
      return 'train';
  }
}

/** "2", "2.0" and "fold_2" are one fold. */
export function isSameFold(one: string, other: string): boolean {
  return one === other || (fold.test(one) && fold.exec(one)?.[1] === fold.exec(other)?.[1]);
}

function splitOfWord(value: string): Split | undefined {
  const plain = plainName(value);
  return Object.hasOwn(words, plain) ? words[plain] : splitCalled(value);
}
