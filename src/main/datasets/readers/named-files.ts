import { UserError } from '../../../shared/errors';
import { fullPath, type FoundFile, type Listing } from '../sources/listing';
import { isPictureName } from '../../../shared/picture-suffixes';
import { pictureCandidates } from './file-finder';
import type { FoundPicture, Reader } from './reader';

const example =
  'a folder of pictures whose names begin with their class, which you confirm before the import:\n' +
  '  cat_001.jpg   cat_002.jpg   dog_001.jpg';

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

/** Pictures side by side whose names carry the class. */
export const namedFileReader: Reader = {
  name: 'classes in file names',
  layout: example,
  matches: (listing) => flatPictures(listing).length > 0,
  read(listing, { problems }) {
    const pictures = flatPictures(listing);
    const named = pictures.map((file) => ({ file, name: classOf(file) }));
    const classNames = [...new Set(named.flatMap(({ name }) => (name === undefined ? [] : [name])))];
    classNames.sort((a, b) => (a < b ? -1 : 1));
    // Names such as IMG_0001 or a class for each picture say nothing.
    if (classNames.length < 2 || classNames.length > pictures.length / 2) {
      const found =
        pictures.length === 1
          ? `The picture in ${listing.place} lies alone, and nothing says its class. `
          : `The ${pictures.length} pictures in ${listing.place} lie side by side, and nothing says their classes. `;
      throw new UserError(
        found +
          'Expected a folder of pictures for each class, such as cat/one.jpg and dog/one.jpg; ' +
          'or names that begin with the class, such as cat_001.jpg and dog_001.jpg.',
      );
    }
    const items: FoundPicture[] = [];
    for (const { file, name } of named) {
      if (name !== undefined) items.push({ file, label: classNames.indexOf(name), split: 'train' });
      else problems.add('unlabelled', fullPath(file), 'Its name says no class; expected one such as cat_001.jpg.');
    }
    return Promise.resolve({
      name: listing.name,
      classNames,
      classesFromNames: true,
      pictures: { kind: 'encoded' as const, items },
    });
  },
};
