import { copyFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { validateFileName } from 'yauzl';
import { composed } from '../../../shared/composed';
import { UserError, wordsOf } from '../../../shared/errors';
import { message } from '../../../shared/words/message';
import { sizeOnDisk, toOpen, type DiskPath } from '../../files/disk-path';
import { errorCode } from '../../files/file-errors';
import { archiveKind, type ArchiveKind } from './archive-kind';
import { checkEntries, ExpansionLimit, isTooLong } from './archive-limits';
import { type Container, type FoundFile, isIgnoredPath, type ListOptions } from './listing';
import { listPacked, type PackedEntry } from './seven-zip';
import { listTar } from './tar';
import { unpack } from './unpack';

/**
 * The files of an archive that 7-Zip reads: 7z and RAR, or a tar archive packed by xz, bzip2 or Zstandard. As those of a
 * tar archive their contents are written one after another into a single temporary file.
 * @param path for messages. @param onDisk the same as the disk has it.
 */
export async function listPackedArchive(
  path: string,
  prefix: string,
  kind: ArchiveKind,
  options: ListOptions,
  onDisk: DiskPath = path,
): Promise<FoundFile[]> {
  const temporary = await options.temporary();
  const store = join(temporary, `unpacked-${options.number()}`);
  const limit = new ExpansionLimit(path, await sizeOnDisk(onDisk), temporary);
  try {
    const archive = await asText(onDisk, join(temporary, `packed-${options.number()}`));
    if (kind !== '7z' && kind !== 'RAR') {
      await unpack({ target: store, archive }, limit, options.signal);
      return await listUnpacked(path, prefix, kind, options, store);
    }
    const entries = await listPacked(archive);
    checkEntries(entries.length, path);
    if (entries.some(({ encrypted }) => encrypted)) throw new UserError(message('sources.encryptedArchive', { path }));
    await unpack({ target: store, archive }, limit, options.signal);
    const files = partsOf(entries, path, { kind: 'tar', place: path, prefix, store }, options);
    const expected = entries.reduce((sum, { kind: what, bytes }) => sum + (what === 'folder' ? 0 : bytes), 0);
    if ((await stat(store)).size !== expected) throw new Error('Its files are not as long as it says.');
    return files.sort((a, b) => (a.path < b.path ? -1 : 1));
  } catch (thrown) {
    if (thrown instanceof UserError || errorCode(thrown) !== undefined) throw thrown;
    throw new UserError(message('sources.badPacked', { path, kind, reason: wordsOf(thrown) }), { cause: thrown });
  }
}

/** What xz and its kind packed: a tar archive, or a single file. */
async function listUnpacked(
  path: string,
  prefix: string,
  kind: ArchiveKind,
  options: ListOptions,
  store: string,
): Promise<FoundFile[]> {
  if ((await archiveKind(path, store)) === 'tar') return listTar(path, prefix, false, options, store);
  throw new UserError(message('sources.packedFile', { path, kind }));
}

/** 7-Zip opens a path that is text; another file is copied. */
async function asText(onDisk: DiskPath, copy: string): Promise<string> {
  if (typeof onDisk === 'string') return onDisk;
  await copyFile(toOpen(onDisk), copy);
  return copy;
}

function partsOf(
  entries: readonly PackedEntry[],
  path: string,
  container: Container,
  { problems, found }: ListOptions,
): FoundFile[] {
  const files: FoundFile[] = [];
  let start = 0;
  for (const { name: given, bytes, kind } of entries) {
    if (kind === 'folder') continue;
    const name = composed(given)
      .replaceAll('\\', '/')
      .replace(/^(\.\/)+/, '');
    const place = `${path}: ${name}`;
    const part = { start, packed: bytes, length: bytes, deflated: false };
    start += bytes;
    if (kind === 'link') problems.add('link', place, message('sources.link'));
    else if (isTooLong(name)) problems.add('unreadable', place, message('sources.nameTooLong'));
    else if (validateFileName(name) !== null) problems.add('unsafe-path', place, message('sources.leadsOut'));
    else if (!isIgnoredPath(name)) files.push({ path: `${container.prefix}${name}`, container, part });
  }
  found(files.length);
  return files;
}
