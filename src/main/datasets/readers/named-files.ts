import { byCodePoints } from '../../../shared/composed';
import type { Split } from '../../../shared/contract/dataset';
import { UserError } from '../../../shared/errors';
import { message } from '../../../shared/words/message';
import { fullPath, type FoundFile, type Listing } from '../sources/listing';
import { isPictureName } from '../../../shared/picture-suffixes';
import { pictureCandidates } from './picture-candidates';
import type { FoundPicture, Reader } from './reader';
import { splitCalled } from './split-names';

/** By which the command line confirms what the window asks. */
export const namesOption = '--classes-from-names';

/** A word before the number that tells pictures of a class apart: cat_001, cat-1, cat (1), cat.1, cat1. */
const numbered = /^(.*?)[-_. ]*\(?\d+\)?$/u;

function flatPictures({ files, chosen }: Listing): FoundFile[] {
  const wanted = new Set(chosen);
  const considered = chosen.length > 0 ? files.filter(({ path }) => wanted.has(path)) : files;
  return pictureCandidates(considered).filter(({ path }) => isPictureName(path));
}

/** The class that a file's name says; undefined where it says none. */
function classOf({ path }: FoundFile): string | undefined {
  const stem = path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]+$/, '');
  return numbered.exec(stem)?.[1] || undefined;
}

/** Names such as IMG_0001 or a class for each picture say nothing. */
function isTelling(classNames: ReadonlySet<string | undefined>, pictures: number): boolean {
  return classNames.size >= 2 && classNames.size <= pictures / 2;
}

/** Whether the names of pictures say their classes. */
export function namesSayClasses(files: readonly FoundFile[]): boolean {
  const pictures = files.filter(({ path }) => isPictureName(path));
  return isTelling(new Set(pictures.flatMap((file) => classOf(file) ?? [])), pictures.length);
}

/** By the folder that holds it. */
function splitOf({ path }: FoundFile): Split {
  const folders = path.split('/').slice(0, -1).reverse();
  return folders.map(splitCalled).find((split) => split !== undefined) ?? 'train';
}

/** Pictures side by side whose names carry the class. */
export const namedFileReader: Reader = {
  name: 'classes in file names',
  layout: message('imports.layouts.names'),
  matches: (listing) => (flatPictures(listing).length > 0 ? 'perhaps' : 'no'),
  read(listing, { problems }) {
    const pictures = flatPictures(listing);
    const named = pictures.map((file) => ({ file, name: classOf(file) }));
    const classNames = [...new Set(named.flatMap(({ name }) => (name === undefined ? [] : [name])))];
    classNames.sort(byCodePoints);
    if (!isTelling(new Set(classNames), pictures.length)) {
      const { place } = listing;
      throw new UserError(
        pictures.length === 1
          ? message('imports.unnamedPicture', { place })
          : message('imports.unnamedPictures', { place, count: pictures.length }),
      );
    }
    const items: FoundPicture[] = [];
    // Without pictures to train on, the folders say something else.
    const splits = named.some(({ file, name }) => name !== undefined && splitOf(file) === 'train');
    for (const { file, name } of named) {
      if (name !== undefined)
        items.push({ file, label: classNames.indexOf(name), split: splits ? splitOf(file) : 'train' });
      else problems.add('unlabelled', fullPath(file), message('imports.nameWithoutClass'));
    }
    return Promise.resolve({
      name: listing.name,
      classNames,
      classesFromNames: true,
      pictures: { kind: 'encoded' as const, items },
    });
  },
};
