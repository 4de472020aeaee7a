import { open } from 'node:fs/promises';
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { UserError } from '../../../shared/errors';
import { message } from '../../../shared/words/message';
import { toOpen, type DiskPath } from '../../files/disk-path';
import { withPath } from '../../files/file-errors';

/** Those that 7-Zip reads by its name for them. */
export type PackedKind = '7z' | 'RAR' | 'xz' | 'bzip2' | 'Zstandard';
export type ArchiveKind = 'zip' | 'tar' | 'tar.gz' | PackedKind;

/** How archives that are read are called. */
export const archiveEnding = /\.(zip|tar|tgz|txz|tbz2?|tar\.(gz|xz|bz2|zst)|7z|rar)$/i;

/** Other ways to pack, by the bytes that they begin with. */
const packed: readonly (readonly [kind: PackedKind, start: readonly number[]])[] = [
  ['7z', [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
  ['RAR', [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07]],
  ['xz', [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]],
  ['bzip2', [0x42, 0x5a, 0x68]],
  ['Zstandard', [0x28, 0xb5, 0x2f, 0xfd]],
];
/** Ways that are not read, which are told by name. */
const others: readonly (readonly [name: string, start: readonly number[]])[] = [
  ['lzip', [0x4c, 0x5a, 0x49, 0x50, 0x01]],
  ['Cabinet', [0x4d, 0x53, 0x43, 0x46, 0, 0, 0, 0]],
];
/** The blocks of bzip2 and its end begin with these bytes, after three and the level. */
const bzip2Blocks = [
  [0x31, 0x41, 0x59, 0x26, 0x53, 0x59],
  [0x17, 0x72, 0x45, 0x38, 0x50, 0x90],
];

const tarHeaderBytes = 512;
const tarMagicAt = 257;

/**
 * Which kind of archive a file is, by its content; undefined where it is none.
 * @throws UserError that names a kind which is not read.
 */
export async function archiveKind(path: string, onDisk: DiskPath = path): Promise<ArchiveKind | undefined> {
  const start = await withPath(path, () => readStart(onDisk));
  const [first, second, third, fourth] = start;
  if (first === 0x50 && second === 0x4b && ((third === 3 && fourth === 4) || (third === 5 && fourth === 6)))
    return 'zip';
  if (isTar(start)) return 'tar';
  const found = packed.find(([kind, bytes]) => startsWith(start, bytes) && (kind !== 'bzip2' || isBzip2(start)));
  if (found) return found[0];
  const other = others.find(([, bytes]) => startsWith(start, bytes));
  if (other) throw new UserError(message('sources.otherArchive', { path, kind: other[0] }));
  if (first !== 0x1f || second !== 0x8b) return undefined;
  if (/\.(tgz|tar\.gz)$/i.test(path)) return 'tar.gz';
  return isTar(await unzipStart(onDisk)) ? 'tar.gz' : undefined;
}

async function readStart(path: DiskPath): Promise<Buffer> {
  const file = await open(toOpen(path));
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(tarHeaderBytes), 0, tarHeaderBytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

function startsWith(bytes: Buffer, start: readonly number[], at = 0): boolean {
  return start.every((byte, index) => bytes[at + index] === byte);
}

function isBzip2(start: Buffer): boolean {
  return bzip2Blocks.some((block) => startsWith(start, block, 4));
}

/** "ustar" stands in the header of the first file, in POSIX's form and in GNU's. */
function isTar(start: Buffer): boolean {
  return start.toString('latin1', tarMagicAt, tarMagicAt + 5) === 'ustar';
}

async function unzipStart(path: DiskPath): Promise<Buffer> {
  const file = createReadStream(toOpen(path), { end: 1 << 16 });
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of file.pipe(createGunzip()) as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      if (chunks.reduce((sum, { length }) => sum + length, 0) >= tarHeaderBytes) break;
    }
  } catch {
    return Buffer.concat(chunks);
  } finally {
    file.destroy();
  }
  return Buffer.concat(chunks);
}
