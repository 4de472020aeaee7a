import { byCodePoints } from '../../../shared/composed';
import type { Split } from '../../../shared/contract/dataset';
import type { FoundFile } from '../sources/listing';
import type { FoundPicture } from './reader';
import { chooseParts, type Part } from './split-folders';
import { splitCalled } from './split-names';

export interface FolderLayout {
  /** Sorted as torchvision's ImageFolder sorts them, by code points. */
  classNames: string[];
  items: FoundPicture[];
  /** Pictures beside the folders of the classes. */
  strays: FoundFile[];
  /** Folders beside those of the splits or classes, by their paths, whose pictures are left out. */
  leftOut: Map<string, FoundFile[]>;
  hasSplits: boolean;
  /** Names that each of the classes has folders of, where they could as well be the classes. */
  alike: string[];
}

/**
 * Finds the folders of classes, perhaps below folders of splits, perhaps above them, perhaps below folders that hold
 * nothing else; undefined where no folder holds pictures.
 */
export function findLayout(files: readonly FoundFile[]): FolderLayout | undefined {
  const start = wrapping(files, '');
  const { folders, loose } = group(files, start);
  if (folders.size === 0) return undefined;
  const parts = [...folders].map(([name, inside]): Part => {
    const below = wrapping(inside, `${start}${name}/`);
    return { name, path: `${start}${name}`, start: below, files: inside, ...group(inside, below) };
  });
  const chosen = chooseParts(parts);
  if (!chosen) return ofClasses(parts, folders, loose);
  const leftOut = new Map(chosen.others.map(({ path, files: inside }) => [path, inside]));
  const named = chosen.parts.map((part) => ({ ...part, folders: withClasses(part, chosen.classNames) }));
  for (const part of named) if (part.folders.size === 0) leftOut.set(part.path, part.files);
  const strays = [...loose, ...named.filter((part) => part.folders.size > 0).flatMap((part) => part.loose)];
  return { ...collect(named, true), strays, leftOut, alike: [] };
}

/** The folders of a split that are classes: a single one that no training picture lies in is none. */
function withClasses({ split, folders }: Part & { split: Split }, classNames: ReadonlySet<string>): Part['folders'] {
  const [only, another] = folders.keys();
  const isNone = split !== 'train' && only !== undefined && another === undefined && !classNames.has(only);
  return isNone && classNames.size > 1 ? new Map() : folders;
}

/** Follows folders that hold one folder of folders and nothing else. */
function wrapping(files: readonly FoundFile[], start: string): string {
  for (let at = start; ;) {
    const { folders, loose } = group(files, at);
    const [name, ...others] = folders.keys();
    if (name === undefined || others.length > 0 || loose.length > 0) return at;
    const next = `${at}${name}/`;
    if (files.some(({ path }) => !path.includes('/', next.length))) return at;
    at = next;
  }
}

/** The files of each folder right below a path, and those that lie beside these folders. */
function group(files: readonly FoundFile[], start: string): { folders: Map<string, FoundFile[]>; loose: FoundFile[] } {
  const folders = new Map<string, FoundFile[]>();
  const loose: FoundFile[] = [];
  for (const file of files) {
    const end = file.path.indexOf('/', start.length);
    if (end < 0) {
      loose.push(file);
      continue;
    }
    const name = file.path.slice(start.length, end);
    const inside = folders.get(name);
    if (inside) inside.push(file);
    else folders.set(name, [file]);
  }
  return { folders, loose };
}

/** Each folder is a class; where all of them hold folders of splits and nothing else, these are its splits. */
function ofClasses(parts: readonly Part[], folders: Map<string, FoundFile[]>, loose: FoundFile[]): FolderLayout {
  const inside = parts.map((part) => [...part.folders.keys()].map(splitCalled));
  const splitInside =
    parts.every((part) => part.loose.length === 0) &&
    inside.every((splits) => splits.length > 0 && !splits.includes(undefined)) &&
    inside.some((splits) => splits.includes('train')) &&
    inside.some((splits) => new Set(splits).size > 1);
  const rest = { strays: loose, leftOut: new Map<string, FoundFile[]>() };
  if (!splitInside) return { ...collect([{ split: 'train', folders }], false), ...rest, alike: sameInside(parts) };
  const bySplit = parts.flatMap((part) =>
    [...part.folders].map(([name, files]) => ({
      split: splitCalled(name) as Split,
      folders: new Map([[part.name, files]]),
    })),
  );
  return { ...collect(bySplit, true), ...rest, alike: [] };
}

/** Names of folders that are the same, two or more, below every one of several folders. */
function sameInside(parts: readonly Part[]): string[] {
  const [first, ...others] = parts.map((part) => [...part.folders.keys()].sort());
  if (!first || first.length < 2 || others.length === 0) return [];
  const isAlike = others.every(
    (names) => names.length === first.length && names.every((name, at) => name === first[at]),
  );
  return isAlike && parts.every((part) => part.loose.length === 0) ? first : [];
}

function collect(
  parts: readonly { split: Split; folders: Map<string, FoundFile[]> }[],
  hasSplits: boolean,
): Pick<FolderLayout, 'classNames' | 'items' | 'hasSplits'> {
  const names = [...new Set(parts.flatMap(({ folders }) => [...folders.keys()]))];
  const classNames = names.sort(byCodePoints);
  const labels = new Map(classNames.map((name, label) => [name, label]));
  const items: FoundPicture[] = [];
  for (const { split, folders } of parts) {
    for (const [name, files] of folders) {
      const label = labels.get(name) as number;
      for (const file of files) items.push({ file, label, split });
    }
  }
  return { classNames, items, hasSplits };
}
