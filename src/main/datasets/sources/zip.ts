import { stat } from 'node:fs/promises';
import { getFileNameLowLevel, openPromise, validateFileName, type Entry } from 'yauzl';
import { wordsOf, UserError } from '../../../shared/errors';
import { message } from '../../../shared/words/message';
import { breathe } from '../cancellation';
import { errorCode } from '../../files/file-errors';
import { ExpansionLimit } from './archive-limits';
import { type Container, type FoundFile, isIgnoredPath, type ListOptions } from './listing';

const entriesPerBreath = 1000;
const fileTypeMask = 0xf000;
const linkType = 0xa000;
const stored = 0;
const deflated = 8;

/**
 * The files of a zip archive from its central directory; nothing is unpacked. Links, encrypted files, and names that
 * lead out of the archive are passed over and named.
 */
export async function listZip(path: string, prefix: string, options: ListOptions): Promise<FoundFile[]> {
  const { size } = await stat(path);
  const container: Container = { kind: 'zip', place: path, prefix, store: path };
  const limit = new ExpansionLimit(path, size);
  const files: FoundFile[] = [];
  let seen = 0;
  try {
    const archive = await openPromise(path, { decodeStrings: false });
    for await (const entry of archive.eachEntry()) {
      const name = getFileNameLowLevel(
        ...([entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, false] as const),
      ).replace(/^(\.\/)+/, '');
      if (++seen % entriesPerBreath === 0) {
        options.found(entriesPerBreath);
        await breathe(options.signal);
      }
      if (name.endsWith('/') || isIgnoredPath(name) || refuse(entry, name, path, options)) continue;
      await limit.add(entry.uncompressedSize);
      files.push({ path: `${prefix}${name}`, container, part: partOf(entry) });
    }
  } catch (thrown) {
    if (thrown instanceof UserError || errorCode(thrown) !== undefined) throw thrown;
    throw new UserError(message('sources.badZip', { path, reason: wordsOf(thrown) }), { cause: thrown });
  }
  options.found(seen % entriesPerBreath);
  refuseOverlap(path, files, size);
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

function partOf(entry: Entry): FoundFile['part'] {
  return {
    start: entry.relativeOffsetOfLocalHeader,
    packed: entry.compressedSize,
    length: entry.uncompressedSize,
    deflated: entry.compressionMethod === deflated,
  };
}

/** Whether an entry is passed over, and named. */
function refuse(entry: Entry, name: string, archive: string, { problems }: ListOptions): boolean {
  const place = `${archive}: ${name}`;
  if (validateFileName(name) !== null) {
    problems.add('unsafe-path', place, message('sources.leadsOut'));
  } else if (((entry.externalFileAttributes >>> 16) & fileTypeMask) === linkType) {
    problems.add('link', place, message('sources.link'));
  } else if (entry.isEncrypted()) {
    problems.add('unreadable', place, message('sources.encrypted'));
  } else if (entry.compressionMethod !== stored && entry.compressionMethod !== deflated) {
    problems.add('unreadable', place, message('sources.unknownMethod', { method: entry.compressionMethod }));
  } else return false;
  return true;
}

/** Entries that share their bytes are how a small archive pretends to hold endless files. */
function refuseOverlap(path: string, files: readonly FoundFile[], size: number): void {
  const packed = files.reduce((sum, { part }) => sum + (part?.packed ?? 0), 0);
  if (packed <= size) return;
  throw new UserError(message('sources.overlapping', { path, packed, size }));
}
