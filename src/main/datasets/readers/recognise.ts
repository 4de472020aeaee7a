import { UserError } from '../../../shared/errors';
import { listDropped } from '../sources/list-dropped';
import type { Listing, ListOptions } from '../sources/listing';
import { cifarReader } from './cifar';
import { classFolderReader } from './class-folders';
import { idxReader } from './idx';
import { namedFileReader, namesOption } from './named-files';
import type { Reader } from './reader';
import { tableReader } from './table';
import { message, type Message } from '../../../shared/words/message';

const readers: readonly Reader[] = [idxReader, cifarReader, tableReader, classFolderReader, namedFileReader];
const mostShown = 8;

/**
 * Looks through what was dropped, and finds the reader that understands it.
 * @throws UserError that says what was found and what was expected.
 */
export async function recognise(
  paths: readonly string[],
  options: Pick<ListOptions, 'signal' | 'temporary' | 'found' | 'decoding'>,
): Promise<{ reader: Reader; listing: Listing }> {
  const listing = await listDropped(paths, options);
  for (const reader of readers) {
    if (await reader.matches(listing)) return { reader, listing };
  }
  throw new UserError(describeUnknown(listing), { option: namesOption });
}

function describeUnknown({ place, files, chosen, several, problems }: Listing): Message {
  const names = chosen.length > 0 ? chosen : files.map(({ path }) => path);
  const shown = names.slice(0, mostShown);
  const refused = problems.list
    .slice(0, mostShown)
    .map(({ path, message: sentence, place: at, words }) =>
      message('files.about', { path: at ?? path, message: words ?? sentence }),
    );
  let found: Message;
  if (names.length > mostShown) {
    const count = names.length - mostShown;
    found = message('imports.notRecognisedAmong', { place, files: shown, count, refused });
  } else if (names.length > 0) found = message('imports.notRecognised', { place, files: shown, refused });
  else if (refused.length > 0) found = message('imports.emptyButFor', { place, refused });
  else found = message('imports.empty', { place });
  return message('imports.expected', {
    message: several ? message('imports.severalAreClasses', { message: found }) : found,
    layouts: readers.map((reader) => reader.layout),
  });
}
