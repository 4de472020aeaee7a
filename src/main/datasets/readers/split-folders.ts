import type { Split } from '../../../shared/contract/dataset';
import type { FoundFile } from '../sources/listing';
import { readSplitName, type SplitName } from './split-names';

/** A folder that may be that of a split. */
export interface Part {
  readonly name: string;
  readonly path: string;
  /** Path that its folders stand right below: its own, or that of a folder inside that holds all of it. */
  readonly start: string;
  readonly files: FoundFile[];
  readonly folders: Map<string, FoundFile[]>;
  /** Pictures beside these folders. */
  readonly loose: FoundFile[];
}

export interface ChosenParts {
  parts: (Part & { split: Split })[];
  /** Those that are no split: they are left out. */
  others: Part[];
  /** Of the folders with training pictures. */
  classNames: Set<string>;
}

type Named = Part & { found: SplitName };

/** Folders that datasets keep beside those of their splits, and that hold no class. */
const auxiliary =
  /^(meta(data)?|unlabell?ed.*|unsup(ervised)?|extra|annotations?|masks?|segmentations?|samples?|examples?|docs?|misc|figures?|thumb(nail)?s?|previews?|notebooks?|__results___files)$/i;
/** The plainer word of two that speak of one split goes first. */
const plainer = ['train', 'training', 'val', 'valid', 'validation', 'test', 'testing'];

/**
 * Which of the folders that lie side by side are those of splits; undefined where they are classes. They are splits
 * where those with training pictures hold folders of classes, and the others are splits, hold folders of the same names,
 * or none.
 */
export function chooseParts(parts: readonly Part[]): ChosenParts | undefined {
  const named = parts.flatMap((part): Named[] => {
    const found = readSplitName(part.name);
    return found ? [{ ...part, found }] : [];
  });
  const plain = named.filter(({ found }) => found.rest === '' || named.some((other) => isSibling(found, other.found)));
  const training = plain.filter(({ found }) => found.split === 'train');
  const classNames = new Set(training.flatMap(({ folders }) => [...folders.keys()]));
  if (classNames.size === 0) return undefined;
  const others = parts.filter(({ path }) => !plain.some((part) => part.path === path));
  if (others.length > 0 && !others.every((part) => isBeside(part, classNames, plain))) return undefined;
  const chosen = byPlainness(plain);
  return { ...chosen, others: [...others, ...chosen.others].sort((a, b) => (a.path < b.path ? -1 : 1)), classNames };
}

/** Whether two names differ in nothing but the split that they speak of. */
function isSibling(one: SplitName, other: SplitName): boolean {
  return one.split !== other.split && one.rest === other.rest;
}

/** Whether a folder that is no split lies beside splits, and is no class beside a class that is called like one. */
function isBeside({ name, folders }: Part, classNames: ReadonlySet<string>, splits: readonly Named[]): boolean {
  if ([...folders.keys()].some((inside) => classNames.has(inside))) return true;
  if (auxiliary.test(name)) return true;
  const shares = ({ found, folders: inside }: Named): boolean =>
    found.split !== 'train' && [...inside.keys()].some((each) => classNames.has(each));
  return folders.size === 0 && classNames.size > 1 && splits.some(shares);
}

/**
 * One name a split, the plainest: "trainval" holds "train" again. Folders whose names differ in a number alone belong
 * together, and "evaluation" beside "validation" is the test.
 */
function byPlainness(named: readonly Named[]): Pick<ChosenParts, 'parts' | 'others'> {
  const words = new Set(named.map(({ found }) => found.word));
  const hasValidation = ['val', 'valid', 'validation'].some((word) => words.has(word));
  const hasTest = named.some(({ found, folders }) => found.split === 'test' && folders.size > 0);
  const splitOf = ({ found: { split, word } }: Named): Split =>
    word.startsWith('eval') && hasValidation && !hasTest ? 'test' : split;
  const rank = ({ found, folders }: Named): number =>
    (folders.size > 0 ? 0 : 100) + (plainer.includes(found.word) ? plainer.indexOf(found.word) : plainer.length);
  const best = new Map<Split, Named>();
  for (const part of named) {
    const before = best.get(splitOf(part));
    if (!before || rank(part) < rank(before)) best.set(splitOf(part), part);
  }
  const isTaken = (part: Named): boolean => {
    const first = best.get(splitOf(part))?.found;
    return first?.word === part.found.word && first.rest === part.found.rest;
  };
  return {
    parts: named.filter(isTaken).map((part) => ({ ...part, split: splitOf(part) })),
    others: named.filter((part) => !isTaken(part)),
  };
}
