import { open } from 'node:fs/promises';
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { toOpen, type DiskPath } from '../../files/disk-path';
import { withPath } from '../../files/file-errors';

export type ArchiveKind = 'zip' | 'tar' | 'tar.gz';

const tarHeaderBytes = 512;
const tarMagicAt = 257;

/** Which kind of archive a file is, by its content; undefined where it is none. */
export async function archiveKind(path: string, onDisk: DiskPath = path): Promise<ArchiveKind | undefined> {
  const start = await withPath(path, () => readStart(onDisk));
  const [first, second, third, fourth] = start;
  if (first === 0x50 && second === 0x4b && ((third === 3 && fourth === 4) || (third === 5 && fourth === 6)))
    return 'zip';
  if (isTar(start)) return 'tar';
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
