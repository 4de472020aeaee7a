import { readdir, stat } from 'node:fs/promises';
import { join, parse, sep } from 'node:path';
import { composed } from '../../shared/composed';

/**
 * A path as a disk has it: text, or bytes where a name in it is no UTF-8, as Linux allows. The bytes stand in memory of
 * their own, so that they travel to other threads alone.
 */
export type DiskPath = string | Uint8Array;

/** A path for the functions of `fs`, which take bytes as a Buffer alone by their types. */
export function toOpen(path: DiskPath): string | Buffer {
  return typeof path === 'string' ? path : Buffer.from(path.buffer, path.byteOffset, path.length);
}

/** The path of a name in a folder. */
export function joinDisk(folder: DiskPath, name: DiskPath): DiskPath {
  if (typeof folder === 'string' && typeof name === 'string') return join(folder, name);
  const start = Buffer.from(folder);
  const parts = start.at(-1) === sep.charCodeAt(0) ? [start] : [start, Buffer.from(sep)];
  return Uint8Array.from(Buffer.concat([...parts, Buffer.from(name)]));
}

/** A name as a folder gives its bytes: as text where it is UTF-8. */
export function diskName(bytes: Buffer): DiskPath {
  const text = bytes.toString('utf8');
  return text.includes('\uFFFD') && !Buffer.from(text).equals(bytes) ? Uint8Array.from(bytes) : text;
}

/** Bytes of a path as characters of Latin-1, in which those of any encoding can be compared and split. */
export function binaryOf(path: DiskPath): string {
  return Buffer.from(path).toString('latin1');
}

/** What people and other programs make of a path: other bytes become U+FFFD, and its accents may be composed. */
function asGiven(path: DiskPath): string {
  return composed(Buffer.from(path).toString('utf8'));
}

/**
 * The path on the disk that somebody means: other programs hand on names that are no UTF-8 with characters lost, and
 * names of another normal form than the disk's. The path itself where there is such a file, or none or several that it
 * may be.
 */
export async function findOnDisk(path: string): Promise<DiskPath> {
  if (await isThere(path)) return path;
  const { root } = parse(path);
  let found: DiskPath = root;
  for (const name of path.slice(root.length).split(sep).filter(Boolean)) {
    const exact = joinDisk(found, name);
    if (await isThere(exact)) {
      found = exact;
      continue;
    }
    const names = (await readdir(toOpen(found), { encoding: 'buffer' }).catch(() => [])).map(diskName);
    const [like, another] = names.filter((one) => asGiven(one) === composed(name));
    if (like === undefined || another !== undefined) return path;
    found = joinDisk(found, like);
  }
  return found;
}

/** Bytes of a file. */
export async function sizeOnDisk(path: DiskPath): Promise<number> {
  return (await stat(toOpen(path))).size;
}

async function isThere(path: DiskPath): Promise<boolean> {
  return stat(toOpen(path)).then(
    () => true,
    () => false,
  );
}
