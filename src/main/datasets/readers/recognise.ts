import { UserError } from '../../../shared/errors';
import { listDropped } from '../sources/list-dropped';
import { fullPath, type Listing, type ListOptions } from '../sources/listing';
import { isWorkbookName } from '../sources/table-names';
import { cifarReader } from './cifar';
import { classFolderReader } from './class-folders';
import { idxReader } from './idx';
import { namedFileReader, namesOption } from './named-files';
import type { Reader, ReaderOptions } from './reader';
import { tableReader } from '../tables/table-reader';
import { message, type Message } from '../../../shared/words/message';

const readers: readonly Reader[] = [idxReader, cifarReader, tableReader, classFolderReader, namedFileReader];
const mostShown = 8;

/**
 * Looks through what was dropped, and finds the reader that understands it.
 * @throws UserError that says what was found and what was expected.
 */
export async function recognise(
  paths: readonly string[],
  options: Pick<ListOptions, 'signal' | 'temporary' | 'found' | 'decoding'> & Pick<ReaderOptions, 'report' | 'choices'>,
): Promise<{ reader: Reader; listing: Listing }> {
  const listing = await listDropped(paths, options);
  let perhaps: Reader | undefined;
  for (const reader of readers) {
    const understands = await reader.matches(listing, { ...options, problems: listing.problems });
    if (understands === 'yes') return { reader, listing };
    if (understands === 'perhaps') perhaps ??= reader;
  }
  refuseWorkbook(listing, perhaps);
  if (perhaps) return { reader: perhaps, listing };
  throw new UserError(describeUnknown(listing), { option: namesOption });
}

/** @throws UserError where a table of a program for calculations is all that could say the classes. */
function refuseWorkbook({ files, chosen }: Listing, perhaps: Reader | undefined): void {
  const workbook = files.find(({ path }) => isWorkbookName(path) && (chosen.length === 0 || chosen.includes(path)));
  if (!workbook || perhaps === tableReader) return;
  throw new UserError(message('readers.workbook', { name: fullPath(workbook) }));
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
