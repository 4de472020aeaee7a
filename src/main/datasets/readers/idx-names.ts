import { join } from 'node:path';
import { UserError } from '../../../shared/errors';
import { sideBySide, type FoundFile, type Listing } from '../sources/listing';

/** Names of the files of one dataset. */
export interface IdxFiles {
  /** What stands before "train" in the names, as in emnist-letters-train-images-idx3-ubyte; undefined where nothing does. */
  prefix: string | undefined;
  trainImages: string;
  trainLabels: string;
  test: { images: string; labels: string } | undefined;
}

/** The files that lie side by side, and which of them were chosen. */
export interface Source {
  /** For messages. */
  folder: string;
  files: Map<string, FoundFile>;
  entries: readonly string[];
  chosen: readonly string[];
}

export function sourceOf(listing: Listing): Source {
  const files = sideBySide(listing);
  return { folder: listing.place, files, entries: [...files.keys()], chosen: listing.chosen };
}

const pattern = /^(?:(.+)[-_.])?(train|t10k|test)[-_.](images|labels)(?:[-_.]idx\d)?[-_.]ubyte(\.gz)?$/i;

interface Part {
  name: string;
  prefix: string;
  /** "train images", "test labels", ... */
  role: string;
  compressed: boolean;
}

export function holdsIdxFiles(source: Source): boolean {
  return partsOf(source.chosen.length > 0 ? source.chosen : source.entries).length > 0;
}

/**
 * The files of the dataset that was meant: the only one in the folder, or that of the files that were chosen.
 * A plain file goes before its compressed copy.
 * @throws UserError where a file is missing, or several datasets lie in the folder.
 */
export function chooseIdxFiles(source: Source): IdxFiles {
  const parts = partsOf(source.entries);
  const prefixes = new Set(parts.map((part) => part.prefix));
  const chosen = new Set(partsOf(source.chosen).map((part) => part.prefix));
  const [prefix = '', ...others] = chosen.size > 0 ? chosen : prefixes;
  if (others.length > 0) {
    const names = [prefix, ...others].map((other) => parts.find((part) => part.prefix === other)?.name).join(', ');
    throw new UserError(
      `${source.folder} holds several datasets, of which ${names} are files. Choose a file of the one you want.`,
    );
  }
  const own = parts.filter((part) => part.prefix === prefix);
  const find = (role: string): string | undefined =>
    (own.find((part) => part.role === role && !part.compressed) ?? own.find((part) => part.role === role))?.name;

  const need = (role: string, example: string): string => {
    const name = find(role);
    if (name !== undefined) return name;
    const expected = join(source.folder, `${prefix && `${prefix}-`}${example}`);
    throw new UserError(
      `The ${role} are missing: found ${own.map((part) => part.name).join(', ')}; expected ${expected} (or with .gz) beside them.`,
    );
  };
  const hasTest = find('test images') !== undefined || find('test labels') !== undefined;
  return {
    prefix: prefix || undefined,
    trainImages: need('train images', 'train-images-idx3-ubyte'),
    trainLabels: need('train labels', 'train-labels-idx1-ubyte'),
    test: hasTest
      ? { images: need('test images', 't10k-images-idx3-ubyte'), labels: need('test labels', 't10k-labels-idx1-ubyte') }
      : undefined,
  };
}

function partsOf(entries: readonly string[]): Part[] {
  return entries.flatMap((name) => {
    const match = pattern.exec(name);
    if (!match) return [];
    const [, prefix = '', split = '', content = '', gzip] = match;
    const role = `${split.toLowerCase() === 'train' ? 'train' : 'test'} ${content.toLowerCase()}`;
    return [{ name, prefix, role, compressed: gzip !== undefined }];
  });
}
