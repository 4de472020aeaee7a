import { UserError } from '../../../shared/errors';
import { fullPath, type Listing } from '../sources/listing';
import { findLayout, type FolderLayout } from './folder-layout';
import { pictureCandidates } from './file-finder';
import type { Reader } from './reader';

function layoutOf({ files, chosen }: Listing): FolderLayout | undefined {
  return chosen.length > 0 ? undefined : findLayout(pictureCandidates(files));
}

/** A folder a class, as torchvision's ImageFolder has it, also below folders of splits. */
export const classFolderReader: Reader = {
  name: 'class folders',
  layout: [
    'a folder, zip or tar.gz with a folder of pictures for each class, or such folders in train, val and test:',
    '  cat/one.jpg   cat/two.png   dog/one.jpg',
    '  train/cat/one.jpg   train/dog/one.jpg   val/cat/two.jpg   test/dog/two.jpg',
  ].join('\n'),
  matches: (listing) => layoutOf(listing) !== undefined,
  read(listing, { problems }) {
    const { classNames, items, strays } = layoutOf(listing) ?? { classNames: [], items: [], strays: [] };
    const [only, another] = classNames;
    if (another === undefined) {
      throw new UserError(
        `${listing.place} holds pictures of one class only, "${only}" (${items.length}); a classifier needs two or more. ` +
          'Expected a folder of pictures for each class, such as cat/one.jpg and dog/one.jpg.',
      );
    }
    for (const stray of strays) {
      problems.add(
        'unlabelled',
        fullPath(stray),
        'It lies beside the folders of the classes, so that its class is not known.',
      );
    }
    return Promise.resolve({
      name: listing.name,
      classNames,
      classesFromNames: false,
      pictures: { kind: 'encoded' as const, items },
    });
  },
};
