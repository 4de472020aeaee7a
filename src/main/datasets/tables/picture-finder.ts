import { posix } from 'node:path';
import { composed } from '../../../shared/composed';
import type { Split } from '../../../shared/contract/dataset';
import { isPictureName } from '../../../shared/picture-suffixes';
import { splitCalled } from '../readers/split-names';
import type { FoundFile } from '../sources/listing';

/** How a name in a table led to a picture, where it is not just its path. */
export type Way = 'tail' | 'name' | 'case' | 'ending' | 'other-ending';

export interface Match {
  readonly file: FoundFile;
  readonly way: Way | undefined;
}

/** Several pictures that a name may mean. */
export interface Doubt {
  readonly several: readonly FoundFile[];
}

/** Endings of pictures in tables, also of those that cannot be read: the files beside may be copies that can. */
const pictureEnding = /\.(png|jpe?g|jfif|webp|gif|bmp|avif|tiff?|heic|dcm|dicom|ppm|pgm|jp2)$/i;

interface Candidate {
  readonly file: FoundFile;
  readonly name: string;
  readonly folders: readonly string[];
}

/**
 * Finds the pictures that a table names: by their path from the table or from the folder of all, else by the longest
 * part of the path's end that fits, whatever the case of its letters and its ending.
 */
export class PictureFinder {
  private readonly byPath = new Map<string, FoundFile>();
  /** By what does not change with the case and the ending of a name; several are rare. */
  private readonly byStem = new Map<string, FoundFile | FoundFile[]>();

  constructor(files: readonly FoundFile[]) {
    for (const file of files) {
      if (!isPictureName(file.path) && /\.[a-z0-9]{1,5}$/i.test(file.path)) continue;
      const path = composed(file.path);
      this.byPath.set(path, file);
      const stem = stemOf(posix.basename(path));
      const alike = this.byStem.get(stem);
      if (Array.isArray(alike)) alike.push(file);
      else this.byStem.set(stem, alike ? [alike, file] : file);
    }
  }

  /**
   * @param path as it stands in the table, in NFC. @param split of the row, which tells apart pictures of one name.
   * @returns undefined where there is no such picture.
   */
  find(table: FoundFile, path: string, split?: Split): Match | Doubt | undefined {
    if (path === '') return undefined;
    const plain = path.replaceAll('\\', '/').replace(/^(\.\/)+/, '');
    const exact = this.exactly(table, path, plain);
    if (exact) return { file: exact, way: undefined };
    const folders = plain.split('/').filter((part) => part !== '' && part !== '.' && part !== '..');
    const name = folders.pop() ?? '';
    const candidates = [this.byStem.get(stemOf(name)) ?? []].flat().map(candidateOf);
    const best = bestOf(candidates, (candidate) => closeness(candidate, { name, folders, table, split }));
    const [only, ...others] = best;
    if (!only) return undefined;
    if (others.length > 0) return { several: best.map(({ file }) => file) };
    return { file: only.file, way: wayTo(only, name, folders) };
  }

  private exactly(table: FoundFile, path: string, plain: string): FoundFile | undefined {
    const beside = posix.normalize(posix.join(posix.dirname(table.path), plain));
    const { place, prefix } = table.container;
    const start = `${place}/`;
    const absolute = path.startsWith(start) ? this.byPath.get(`${prefix}${path.slice(start.length)}`) : undefined;
    return this.byPath.get(composed(beside)) ?? this.byPath.get(plain) ?? absolute;
  }
}

function candidateOf(file: FoundFile): Candidate {
  const folders = composed(file.path).split('/');
  const name = folders.pop() ?? '';
  return { file, name, folders };
}

function stemOf(name: string): string {
  return name.replace(pictureEnding, '').toLowerCase();
}

function endingOf(name: string): string {
  return pictureEnding.exec(name)?.[0] ?? '';
}

interface Wanted {
  name: string;
  folders: readonly string[];
  table: FoundFile;
  split: Split | undefined;
}

/** How well a picture fits: folders that agree come first, then the ending, then where it lies. */
function closeness({ name, folders, file }: Candidate, wanted: Wanted): number {
  const ending = endingOf(name).toLowerCase() === endingOf(wanted.name).toLowerCase() ? 2 : 0;
  const exactly = name === wanted.name ? 1 : 0;
  const inSplit = wanted.split !== undefined && folders.some((folder) => splitCalled(folder) === wanted.split) ? 1 : 0;
  const near = sharedStart(file.path.split('/'), wanted.table.path.split('/'));
  return (sharedEnd(folders, wanted.folders) * 8 + ending * 2 + exactly) * 1000 + inSplit * 500 + Math.min(near, 400);
}

function bestOf(candidates: readonly Candidate[], score: (candidate: Candidate) => number): Candidate[] {
  let best: Candidate[] = [];
  let most = -1;
  for (const candidate of candidates) {
    const own = score(candidate);
    if (own > most) [best, most] = [[candidate], own];
    else if (own === most) best.push(candidate);
  }
  return best;
}

function wayTo({ name, folders }: Candidate, wanted: string, from: readonly string[]): Way | undefined {
  const ending = endingOf(wanted);
  if (from.length > 0 && sharedEnd(folders, from) < from.length) {
    return folders.length > 0 && sharedEnd(folders, from) === 0 ? 'name' : 'tail';
  }
  if (ending === '' && endingOf(name) !== '') return 'ending';
  if (ending.toLowerCase() !== endingOf(name).toLowerCase()) return 'other-ending';
  return name === wanted ? undefined : 'case';
}

function sharedEnd(one: readonly string[], other: readonly string[]): number {
  let count = 0;
  while (count < one.length && count < other.length && isSame(one.at(-1 - count), other.at(-1 - count))) count++;
  return count;
}

function sharedStart(one: readonly string[], other: readonly string[]): number {
  let count = 0;
  while (count < one.length && count < other.length && one[count] === other[count]) count++;
  return count;
}

function isSame(one: string | undefined, other: string | undefined): boolean {
  return one === other || one?.toLowerCase() === other?.toLowerCase();
}
