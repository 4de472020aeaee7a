import { join } from 'node:path';
import type { DiskPath } from '../../files/disk-path';
import type { ProblemList } from './problem-list';
import type { TextDecoding } from './text-decoding';

/** Where files lie together: a folder, a zip file, or the file that a tar archive's contents were unpacked into. */
export interface Container {
  readonly kind: 'folder' | 'zip' | 'tar';
  /** Path of the folder or archive that was dropped. */
  readonly place: string;
  /** What stands before the names of its files in a listing: empty, or a class's name and a slash. */
  readonly prefix: string;
  /** The file that holds the bytes, as the disk has it; that of a folder is the folder. */
  readonly store: DiskPath;
}

/** Where a file's bytes lie in an archive. */
export interface Part {
  /** Of the bytes; in a zip file of the local header before them. */
  readonly start: number;
  /** Bytes in the archive. */
  readonly packed: number;
  /** Bytes when unpacked. */
  readonly length: number;
  readonly deflated: boolean;
}

/** A file that was found, not yet read. */
export interface FoundFile {
  /** Relative to what was dropped, with slashes on every system; decoded, and in Unicode's composed form. */
  readonly path: string;
  readonly container: Container;
  readonly part?: Part;
  /** The path of a file in a folder as the disk has it, where that is another than what is shown. */
  readonly onDisk?: DiskPath;
}

/** The files of what was dropped, in the order of their names, hidden ones left out. */
export interface Listing {
  /** For messages: the folder or archive that was dropped, or the folder that holds what was. */
  readonly place: string;
  /** What to call the dataset where nobody says. */
  readonly name: string;
  readonly files: readonly FoundFile[];
  /** Names of the files that were dropped themselves; empty where whole folders or archives were. */
  readonly chosen: readonly string[];
  /** Whether several folders or archives were dropped, each of which heads its paths. */
  readonly several: boolean;
  readonly problems: ProblemList;
  /** Reads names and tables that are not UTF-8. */
  readonly decoding: TextDecoding;
}

/** What those who list folders and archives are given. */
export interface ListOptions {
  signal: AbortSignal | undefined;
  problems: ProblemList;
  decoding: TextDecoding;
  /** Called with how many files more were found. */
  found: (files: number) => void;
  /** A folder for what must be unpacked. */
  temporary: () => Promise<string>;
  /** Another number at each call. */
  number: () => number;
}

/** A file's path for people: absolute, or that of the archive with the name in it. */
export function fullPath({ path, container }: FoundFile): string {
  return join(container.place, path.slice(container.prefix.length));
}

/** How to read a file, in plain values that can be sent to another thread. */
export interface Location {
  /** For messages. */
  readonly name: string;
  /** The file to open. */
  readonly file: DiskPath;
  readonly part?: Part;
  readonly zipped: boolean;
}

export function locate(found: FoundFile): Location {
  const name = fullPath(found);
  const { kind, store } = found.container;
  return { name, file: kind === 'folder' ? (found.onDisk ?? name) : store, part: found.part, zipped: kind === 'zip' };
}

/** The files that lie side by side in the folder that all files share, by name. */
export function sideBySide(listing: Listing): Map<string, FoundFile> {
  const folder = sharedFolder(listing.files);
  const found = new Map<string, FoundFile>();
  for (const file of listing.files) {
    const name = file.path.slice(folder.length);
    if (!name.includes('/')) found.set(name, file);
  }
  return found;
}

/** The longest folder path that all files begin with, ending in a slash; empty where there is none. */
function sharedFolder(files: readonly FoundFile[]): string {
  let folder: string | undefined;
  for (const { path } of files) {
    folder ??= path.slice(0, path.lastIndexOf('/') + 1);
    while (!path.startsWith(folder)) folder = folder.slice(0, folder.lastIndexOf('/', folder.length - 2) + 1);
    if (folder === '') break;
  }
  return folder ?? '';
}

const leftBySystems = new Set(['__macosx', 'thumbs.db', 'desktop.ini', '@eadir', '$recycle.bin']);

/** Whether a file or folder is hidden or was left by a system, and no part of any dataset. */
export function isIgnored(name: string): boolean {
  return (name.startsWith('.') && name !== '.' && name !== '..') || leftBySystems.has(name.toLowerCase());
}

/** The same for a path with slashes: one such name in it is enough. */
export function isIgnoredPath(path: string): boolean {
  return path.split('/').some(isIgnored);
}
