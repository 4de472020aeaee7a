import { UserError } from '../../../shared/errors';
import { listDropped } from '../sources/list-dropped';
import type { Listing, ListOptions } from '../sources/listing';
import { cifarReader } from './cifar';
import { classFolderReader } from './class-folders';
import { idxReader } from './idx';
import { namedFileReader, namesOption } from './named-files';
import type { Reader } from './reader';
import { tableReader } from './table';

const readers: readonly Reader[] = [idxReader, cifarReader, tableReader, classFolderReader, namedFileReader];
const mostShown = 8;

/**
 * Looks through what was dropped, and finds the reader that understands it.
 * @throws UserError that says what was found and what was expected.
 */
export async function recognise(
  paths: readonly string[],
  options: Pick<ListOptions, 'signal' | 'temporary' | 'found'>,
): Promise<{ reader: Reader; listing: Listing }> {
  const listing = await listDropped(paths, options);
  for (const reader of readers) {
    if (await reader.matches(listing)) return { reader, listing };
  }
  throw new UserError(describeUnknown(listing), { option: namesOption });
}

function describeUnknown({ place, files, chosen, several, problems }: Listing): string {
  const names = chosen.length > 0 ? chosen : files.map(({ path }) => path);
  const shown = names.slice(0, mostShown).join(', ');
  const more = names.length > mostShown ? ` and ${names.length - mostShown} more` : '';
  const refused = problems.list.slice(0, mostShown).map(({ path, message }) => `\n${path}: ${message}`);
  const found =
    names.length === 0
      ? `${place} is empty${refused.length > 0 ? ' but for what cannot be taken' : ''}.`
      : `No dataset was recognised in ${place}. Found: ${shown}${more}.`;
  const each = several
    ? ' Several that are given together are classes, each with its pictures. Import one at a time.'
    : '';
  return `${found}${refused.join('')}${each} Expected:\n${readers.map((reader) => reader.layout).join('\nor\n')}`;
}
