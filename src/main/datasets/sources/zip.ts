import { stat } from 'node:fs/promises';
import { openPromise, validateFileName, type Entry } from 'yauzl';
import { wordsOf, UserError } from '../../../shared/errors';
import { message } from '../../../shared/words/message';
import { toOpen, type DiskPath } from '../../files/disk-path';
import { errorCode } from '../../files/file-errors';
import { breathe } from '../cancellation';
import { checkEntries, ExpansionLimit, isTooLong } from './archive-limits';
import { type Container, type FoundFile, isIgnoredPath, type ListOptions } from './listing';
import { MergedFolders } from './merged-folders';
import { statedName } from './zip-names';

const entriesPerBreath = 1000;
const fileTypeMask = 0xf000;
const linkType = 0xa000;
const stored = 0;
const deflated = 8;

/**
 * The files of a zip archive from its central directory; nothing is unpacked. Links, encrypted files, and names that
 * lead out of the archive are passed over and named.
 * @param path for messages. @param onDisk the same as the disk has it.
 */
export async function listZip(
  path: string,
  prefix: string,
  options: ListOptions,
  onDisk: DiskPath = path,
): Promise<FoundFile[]> {
  const { size } = await stat(toOpen(onDisk));
  const container: Container = { kind: 'zip', place: path, prefix, store: onDisk };
  const limit = new ExpansionLimit(path, size);
  // Packers say of a file alone that it is UTF-8, where its folder's name needs it not: the two are no two folders.
  const mergedOf = {
    stated: new MergedFolders(path, options.problems),
    decoded: new MergedFolders(path, options.problems),
  };
  const files: FoundFile[] = [];
  /** Entries whose names are decoded together, when all are known. */
  const undecoded: Entry[] = [];
  let seen = 0;

  async function take(entry: Entry, given: string, how: keyof typeof mergedOf): Promise<void> {
    const name = given.replaceAll('\\', '/').replace(/^(\.\/)+/, '');
    if (name.endsWith('/') || isIgnoredPath(name) || refuse(entry, name, path, options)) return;
    await limit.add(entry.uncompressedSize);
    mergedOf[how].add(name, entry.fileNameRaw.toString('latin1').replaceAll('\\', '/'));
    files.push({ path: `${prefix}${name}`, container, part: partOf(entry) });
  }

  try {
    // By its types it takes a text, but `fs`, which it hands it to, takes bytes as well.
    const archive = await openPromise(toOpen(onDisk) as string, { decodeStrings: false });
    checkEntries(archive.entryCount, path);
    for await (const entry of archive.eachEntry()) {
      if (++seen % entriesPerBreath === 0) {
        options.found(entriesPerBreath);
        await breathe(options.signal);
      }
      const name = statedName(entry);
      if (name === undefined) undecoded.push(entry);
      else await take(entry, name, 'stated');
    }
  } catch (thrown) {
    if (thrown instanceof UserError || errorCode(thrown) !== undefined) throw thrown;
    throw new UserError(message('sources.badZip', { path, reason: wordsOf(thrown) }), { cause: thrown });
  }
  const names = options.decoding.names(
    undecoded.map(({ fileNameRaw }) => fileNameRaw.toString('latin1')),
    path,
  );
  for (const [index, entry] of undecoded.entries()) await take(entry, names[index] as string, 'decoded');
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
  if (isTooLong(name)) {
    problems.add('unreadable', place, message('sources.nameTooLong'));
  } else if (validateFileName(name) !== null) {
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
