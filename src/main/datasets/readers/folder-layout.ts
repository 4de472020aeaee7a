import type { Split } from '../../../shared/contract/dataset';
import type { FoundFile } from '../sources/listing';
import type { FoundPicture } from './reader';

const splitNames: Record<string, Split> = {
  train: 'train',
  training: 'train',
  val: 'validation',
  valid: 'validation',
  validation: 'validation',
  test: 'test',
  testing: 'test',
};

export interface FolderLayout {
  /** Sorted as torchvision's ImageFolder sorts them, by code points. */
  classNames: string[];
  items: FoundPicture[];
  /** Pictures beside the folders of the classes. */
  strays: FoundFile[];
  hasSplits: boolean;
}

/**
 * Finds the folders of classes, perhaps below folders of splits, perhaps below folders that hold nothing else;
 * undefined where no folder holds pictures.
 */
export function findLayout(files: readonly FoundFile[]): FolderLayout | undefined {
  const start = wrapping(files, '');
  const { folders, loose } = group(files, start);
  if (folders.size === 0) return undefined;
  if (!isSplit([...folders.keys()])) return collect([{ split: 'train', start, folders }], loose, false);
  const parts = [...folders].map(([name, inside]) => {
    const below = wrapping(inside, `${start}${name}/`);
    return { split: splitNames[name.toLowerCase()] as Split, start: below, ...group(inside, below) };
  });
  if (parts.every((part) => part.folders.size === 0))
    return collect([{ split: 'train', start, folders }], loose, false);
  return collect(parts, [...loose, ...parts.flatMap((part) => part.loose)], true);
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

/** Whether folders are those of splits: all of them, the training pictures among them. */
function isSplit(names: readonly string[]): boolean {
  const splits = names.map((name) => splitNames[name.toLowerCase()]);
  return splits.includes('train') && !splits.includes(undefined) && new Set(splits).size === splits.length;
}

interface FolderPart {
  split: Split;
  folders: Map<string, FoundFile[]>;
}

function collect(
  parts: readonly (FolderPart & { start: string })[],
  strays: FoundFile[],
  hasSplits: boolean,
): FolderLayout {
  const names = [...new Set(parts.flatMap(({ folders }) => [...folders.keys()]))];
  const classNames = names.sort((a, b) => (a < b ? -1 : 1));
  const labels = new Map(classNames.map((name, label) => [name, label]));
  const items: FoundPicture[] = [];
  for (const { split, folders } of parts) {
    for (const [name, files] of folders) {
      const label = labels.get(name) as number;
      for (const file of files) items.push({ file, label, split });
    }
  }
  return { classNames, items, strays, hasSplits };
}
