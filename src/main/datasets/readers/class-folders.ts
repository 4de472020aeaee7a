import { join } from 'node:path';
import { UserError } from '../../../shared/errors';
import { message } from '../../../shared/words/message';
import { fullPath, type Listing } from '../sources/listing';
import type { ProblemList } from '../sources/problem-list';
import { pictureCandidates } from './picture-candidates';
import { findLayout, type FolderLayout } from './folder-layout';
import { namesSayClasses } from './named-files';
import type { Reader } from './reader';
import { splitCalled } from './split-names';

/** Of names that are alike below every class. */
const mostShown = 5;

function layoutOf({ files, chosen }: Listing): FolderLayout | undefined {
  if (chosen.length > 0) return undefined;
  const layout = findLayout(pictureCandidates(files));
  // Folders of splits that hold pictures side by side, whose names say the classes.
  const areSplits = layout?.classNames.every((name) => splitCalled(name) !== undefined) ?? false;
  return areSplits && layout?.classNames.some((name) => splitCalled(name) === 'train') && namesSayClasses(files)
    ? undefined
    : layout;
}

/** A folder a class, as torchvision's ImageFolder has it, also below or above folders of splits. */
export const classFolderReader: Reader = {
  name: 'class folders',
  layout: message('imports.layouts.folders'),
  matches(listing) {
    const layout = layoutOf(listing);
    if (!layout) return 'no';
    return layout.classNames.length > 1 ? 'yes' : 'perhaps';
  },
  read(listing, { problems }) {
    const layout = layoutOf(listing);
    const { classNames, items } = layout ?? { classNames: [], items: [] };
    const [only = '', another] = classNames;
    if (another === undefined) {
      throw new UserError(message('imports.oneClass', { place: listing.place, name: only, count: items.length }));
    }
    if (layout) tellOthers(layout, listing, problems);
    return Promise.resolve({
      name: listing.name,
      classNames,
      classesFromNames: false,
      pictures: { kind: 'encoded' as const, items },
    });
  },
};

function tellOthers(
  { strays, leftOut, alike, classNames }: FolderLayout,
  { place }: Listing,
  problems: ProblemList,
): void {
  for (const stray of strays) problems.add('unlabelled', fullPath(stray), message('imports.besideFolders'));
  for (const [folder, files] of leftOut) {
    problems.note(message('imports.folderLeftOut', { folder: join(place, folder), count: files.length }));
    for (const file of files) problems.add('unlabelled', fullPath(file), message('imports.besideSplits'));
  }
  if (alike.length > 0) {
    const classes = classNames.slice(0, mostShown);
    problems.note(message('imports.alikeFolders', { classes, names: alike.slice(0, mostShown) }));
  }
}
