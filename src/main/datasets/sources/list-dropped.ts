import { stat } from 'node:fs/promises';
import { basename, dirname, resolve, sep } from 'node:path';
import { UserError } from '../../../shared/errors';
import { message } from '../../../shared/words/message';
import { composed } from '../../../shared/composed';
import { binaryOf, findOnDisk, toOpen, type DiskPath } from '../../files/disk-path';
import { withPath } from '../../files/file-errors';
import { noteReading } from '../../files/reading-note';
import { ProblemList } from './problem-list';
import { archiveEnding, archiveKind, type ArchiveKind } from './archive-kind';
import { listFolder } from './folder';
import type { FoundFile, Listing, ListOptions } from './listing';
import { openNested } from './nested-archives';
import { isTableName, isTextName, isWorkbookName } from './table-names';
import { listPackedArchive } from './packed';
import { listTar } from './tar';
import { listZip } from './zip';

interface Dropped {
  /** As it is shown. */
  path: string;
  onDisk: DiskPath;
  kind: 'folder' | 'file' | ArchiveKind;
}

/**
 * Every file of what was dropped: folders or archives, of which several head their files' paths with their names, or
 * single files of one folder.
 * @throws UserError where something is not there or does not go together.
 */
export async function listDropped(
  paths: readonly string[],
  given: Pick<ListOptions, 'signal' | 'temporary' | 'found' | 'decoding'>,
): Promise<Listing> {
  let last = 0;
  const options: ListOptions = { ...given, problems: new ProblemList(), number: () => last++ };
  const dropped = await Promise.all(
    [...new Set(paths.map((path) => resolve(path)))].map((path) => inspect(path, options)),
  );
  const [first] = dropped;
  if (!first) throw new UserError(message('sources.nothing'));
  const files = dropped.filter(({ kind }) => kind === 'file');
  if (files.length === dropped.length) return listSiblings(files, options);
  const roots = dropped.filter((one) => !files.includes(one));
  if (files.some(({ path }) => !roots.some((root) => path.startsWith(root.path)))) {
    throw new UserError(message('sources.mixed', { paths: dropped.map(({ path }) => path).join(', ') }));
  }
  const [root] = roots;
  if (root && roots.length === 1) {
    const { path } = root;
    const found = await list(root, '', options);
    return { place: path, name: plainName(path), chosen: [], several: false, files: found, ...options };
  }
  return listSeveral(roots, options);
}

async function inspect(given: string, { decoding }: ListOptions): Promise<Dropped> {
  noteReading(given);
  const onDisk = await findOnDisk(given);
  const path = typeof onDisk === 'string' ? onDisk : (decoding.names([binaryOf(onDisk)], given)[0] as string);
  const status = await withPath(path, () => stat(toOpen(onDisk)));
  if (status.isDirectory()) return { path, onDisk, kind: 'folder' };
  // A workbook is a zip archive by its content.
  if (isWorkbookName(path)) return { path, onDisk, kind: 'file' };
  return { path, onDisk, kind: (status.isFile() ? await archiveKind(path, onDisk) : undefined) ?? 'file' };
}

/** All files of a folder or an archive, those of archives in it included where it holds nothing else. */
async function list(dropped: Dropped, prefix: string, options: ListOptions): Promise<FoundFile[]> {
  const files = await listPlain(dropped, prefix, options);
  return openNested(files, options, (archive, below) => listPlain(archive, below, options));
}

function listPlain({ path, onDisk, kind }: Dropped, prefix: string, options: ListOptions): Promise<FoundFile[]> {
  noteReading(path);
  if (kind === 'zip') return listZip(path, prefix, options, onDisk);
  if (kind === 'tar' || kind === 'tar.gz') return listTar(path, prefix, kind === 'tar.gz', options, onDisk);
  if (kind !== 'folder' && kind !== 'file') return listPackedArchive(path, prefix, kind, options, onDisk);
  return listFolder(path, prefix, options, true, onDisk);
}

/** The folder of files that were dropped; all below it where a table of pictures is among them. */
async function listSiblings(files: readonly Dropped[], options: ListOptions): Promise<Listing> {
  const folders = [...new Set(files.map(({ path }) => dirname(path)))];
  const [place = ''] = folders;
  const [first] = files;
  if (folders.length > 1) {
    throw new UserError(message('sources.severalFolders', { count: folders.length, folders }));
  }
  const chosen = files.map(({ path }) => composed(basename(path)));
  const isTable = chosen.some((name) => isTableName(name)) || chosen.every((name) => isTextName(name));
  const found = await listFolder(place, '', options, isTable, first && folderOf(first.onDisk));
  return { place, name: composed(basename(place)), chosen, several: false, files: found, ...options };
}

async function listSeveral(roots: readonly Dropped[], options: ListOptions): Promise<Listing> {
  const files: FoundFile[] = [];
  const names = new Set<string>();
  for (const root of roots) {
    const name = plainName(root.path);
    if (names.has(name)) {
      throw new UserError(message('sources.sameName', { name }));
    }
    names.add(name);
    files.push(...(await list(root, `${name}/`, options)));
  }
  const place = dirname(roots[0]?.path ?? '');
  files.sort((a, b) => (a.path < b.path ? -1 : 1));
  return { place, name: composed(basename(place)), chosen: [], several: true, files, ...options };
}

function folderOf(path: DiskPath): DiskPath {
  if (typeof path === 'string') return dirname(path);
  return path.slice(0, Math.max(1, path.lastIndexOf(sep.charCodeAt(0))));
}

/** A folder's or archive's name without what says that it is an archive. */
function plainName(path: string): string {
  return composed(basename(path)).replace(archiveEnding, '') || 'dataset';
}
