import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from '../../../shared/errors';
import { isPictureName } from '../../../shared/picture-suffixes';
import { message } from '../../../shared/words/message';
import { sizeOnDisk, type DiskPath } from '../../files/disk-path';
import { stopIfCancelled } from '../cancellation';
import { archiveEnding, archiveKind, type ArchiveKind } from './archive-kind';
import { ExpansionLimit } from './archive-limits';
import { fullPath, locate, type FoundFile, type ListOptions } from './listing';
import { openLocation } from './read-location';

/** Archives in archives in archives: deeper ones were made to do harm, or by mistake. */
const deepest = 3;
/** What lies beside archives that hold the pictures: what is told of them, and tables that name them. */
const besideArchives =
  /(^|\/)[^./]*(licen[cs]e|readme|copying|notice|citation)[^/]*$|\.(txt|md|rst|json|jsonl|xml|ya?ml|csv|tsv|html?|pdf|docx?|xlsx?|py|ipynb|log|url|sha256|md5)$/i;

type ListArchive = (
  archive: { path: string; onDisk: DiskPath; kind: ArchiveKind },
  prefix: string,
) => Promise<FoundFile[]>;

/**
 * In place of archives among files that are no pictures themselves, such as a zip a class, what is in them; the files
 * as they are where there is anything else that may be a dataset.
 * @throws UserError where archives lie too deep in each other.
 */
export async function openNested(
  files: FoundFile[],
  options: ListOptions,
  listArchive: ListArchive,
  depth = 1,
): Promise<FoundFile[]> {
  const archives = files.filter(({ path }) => archiveEnding.test(path));
  const others = files.filter(({ path }) => !archiveEnding.test(path));
  if (archives.length === 0 || others.some(({ path }) => isPictureName(path) || !besideArchives.test(path)))
    return files;
  const opened: FoundFile[] = [...others];
  const prefixes = new Set<string>();
  for (const archive of archives) {
    const place = fullPath(archive);
    if (depth > deepest) throw new UserError(message('sources.nestedTooDeep', { path: place, limit: deepest }));
    const onDisk = await unpacked(archive, options);
    const kind = await archiveKind(place, onDisk);
    if (kind === undefined) {
      opened.push(archive);
      continue;
    }
    const plain = `${archive.path.replace(archiveEnding, '')}/`;
    const prefix = prefixes.has(plain) ? `${archive.path}/` : plain;
    prefixes.add(prefix);
    const inside = await listArchive({ path: place, onDisk, kind }, prefix);
    opened.push(...(await openNested(inside, options, listArchive, depth + 1)));
  }
  return opened.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The file of an archive: itself where it lies in a folder, else a copy of what holds its bytes. */
async function unpacked(archive: FoundFile, options: ListOptions): Promise<DiskPath> {
  const location = locate(archive);
  if (!location.part) return location.file;
  const folder = await options.temporary();
  const path = join(folder, `nested-${options.number()}`);
  const limit = new ExpansionLimit(location.name, await sizeOnDisk(location.file), folder);
  const target = await open(path, 'wx');
  try {
    const bytes = await openLocation(location);
    for await (const chunk of bytes as AsyncIterable<Uint8Array>) {
      stopIfCancelled(options.signal);
      await limit.add(chunk.length);
      await target.write(chunk);
    }
  } finally {
    await target.close();
  }
  return path;
}
