import { UserError } from '../../../shared/errors';
import { message } from '../../../shared/words/message';
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
  layout: message('imports.layouts.folders'),
  matches: (listing) => layoutOf(listing) !== undefined,
  read(listing, { problems }) {
    const { classNames, items, strays } = layoutOf(listing) ?? { classNames: [], items: [], strays: [] };
    const [only = '', another] = classNames;
    if (another === undefined) {
      throw new UserError(message('imports.oneClass', { place: listing.place, name: only, count: items.length }));
    }
    for (const stray of strays) {
      problems.add('unlabelled', fullPath(stray), message('imports.besideFolders'));
    }
    return Promise.resolve({
      name: listing.name,
      classNames,
      classesFromNames: false,
      pictures: { kind: 'encoded' as const, items },
    });
  },
};
