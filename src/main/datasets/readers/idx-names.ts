import { join } from 'node:path';
import { UserError } from '../../../shared/errors';
import { message } from '../../../shared/words/message';
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

type Role = 'trainImages' | 'trainLabels' | 'testImages' | 'testLabels';

interface Part {
  name: string;
  prefix: string;
  role: Role;
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
    throw new UserError(message('readers.severalDatasets', { folder: source.folder, names }));
  }
  const own = parts.filter((part) => part.prefix === prefix);
  const find = (role: Role): string | undefined =>
    (own.find((part) => part.role === role && !part.compressed) ?? own.find((part) => part.role === role))?.name;

  const need = (role: Role, example: string): string => {
    const name = find(role);
    if (name !== undefined) return name;
    const expected = join(source.folder, `${prefix && `${prefix}-`}${example}`);
    throw new UserError(
      message('readers.missingPart', {
        role: message(`readers.roles.${role}`),
        found: own.map((part) => part.name),
        expected,
      }),
    );
  };
  const hasTest = find('testImages') !== undefined || find('testLabels') !== undefined;
  return {
    prefix: prefix || undefined,
    trainImages: need('trainImages', 'train-images-idx3-ubyte'),
    trainLabels: need('trainLabels', 'train-labels-idx1-ubyte'),
    test: hasTest
      ? { images: need('testImages', 't10k-images-idx3-ubyte'), labels: need('testLabels', 't10k-labels-idx1-ubyte') }
      : undefined,
  };
}

function partsOf(entries: readonly string[]): Part[] {
  return entries.flatMap((name) => {
    const match = pattern.exec(name);
    if (!match) return [];
    const [, prefix = '', split = '', content = '', gzip] = match;
    const of = content.toLowerCase() === 'images' ? 'Images' : 'Labels';
    const role: Role = `${split.toLowerCase() === 'train' ? 'train' : 'test'}${of}`;
    return [{ name, prefix, role, compressed: gzip !== undefined }];
  });
}
