import { constants, createReadStream } from 'node:fs';
import { open, stat, type FileHandle } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { createInflateRaw, inflateRaw } from 'node:zlib';
import { UserError } from '../../../shared/errors';
import { toOpen, type DiskPath } from '../../files/disk-path';
import { errorCode, withPath } from '../../files/file-errors';
import { noteReading } from '../../files/reading-note';
import { PictureError } from '../pictures/picture-error';
import { locate, type FoundFile, type Location, type Part } from './listing';
import { message } from '../../../shared/words/message';

/** No picture and no file of a dataset's description is larger. */
const mostBytes = 2 ** 30;
const localHeaderBytes = 30;
const localHeaderMagic = 0x04034b50;
const unzip = promisify(inflateRaw);

/**
 * The same of a file that a reader takes in whole.
 * @param most bytes that a file of its kind may have.
 * @throws UserError where it has more.
 */
export async function readFound(file: FoundFile, most: number): Promise<Buffer> {
  const location = locate(file);
  const { name } = location;
  noteReading(name);
  if ((await withPath(name, () => sizeOfLocation(location))) > most) {
    throw new UserError(message('readers.tooLargeFile', { name, limit: most }));
  }
  return readLocation(location);
}

/** @throws PictureError where a file is empty, absurdly large, damaged or may not be read. */
export async function readLocation({ name, file, part, zipped }: Location): Promise<Buffer> {
  return withPath(name, async () => {
    if (!part) return readWhole(name, file);
    checkSize(name, part.length);
    const archive = await open(toOpen(file));
    try {
      const start = zipped ? await dataStart(archive, part, name) : part.start;
      const packed = Buffer.alloc(part.packed);
      const { bytesRead } = await archive.read(packed, 0, packed.length, start);
      if (bytesRead < packed.length) throw cutOff(name);
      return part.deflated ? await inflate(packed, part.length, name) : packed;
    } finally {
      await archive.close();
    }
  });
}

/** As `readFile` does, but never waits for what is no file: a pipe would not even open before somebody writes. */
async function readWhole(name: string, file: DiskPath): Promise<Buffer> {
  const handle = await open(toOpen(file), constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const status = await handle.stat();
    if (status.isDirectory()) throw new PictureError('unreadable', message('pictures.folder', { name }));
    if (!status.isFile()) throw new PictureError('unreadable', message('pictures.noRegularFile', { name }));
    checkSize(name, status.size);
    // Memory of its own, which is free again as soon as the picture is.
    const bytes = Buffer.allocUnsafeSlow(status.size);
    const { bytesRead } = await handle.read(bytes, 0, status.size, 0);
    return bytes.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** The same byte by byte, for files that are larger than a picture may be. */
export async function openLocation({ name, file, part, zipped }: Location): Promise<Readable> {
  noteReading(name);
  const highWaterMark = 1 << 20;
  if (!part) return createReadStream(toOpen(file), { highWaterMark });
  const archive = await open(toOpen(file));
  const start = zipped ? await dataStart(archive, part, name) : part.start;
  const input = archive.createReadStream({ start, end: start + part.packed - 1, highWaterMark });
  if (!part.deflated) return input;
  const output = createInflateRaw({ chunkSize: highWaterMark });
  input.once('error', (error) => output.destroy(error));
  output.once('close', () => input.destroy());
  return Readable.from(soundBytes(input.pipe(output), name), { objectMode: false, highWaterMark });
}

/** @throws PictureError at the place where compressed bytes are damaged. */
async function* soundBytes(bytes: AsyncIterable<Buffer>, name: string): AsyncGenerator<Buffer> {
  try {
    yield* bytes;
  } catch (thrown) {
    if (!errorCode(thrown)?.startsWith('Z_')) throw thrown;
    throw new PictureError('truncated', message('sources.entryDamaged', { name }), thrown);
  }
}

/** Bytes of a file once it is unpacked. */
export async function sizeOfLocation({ file, part }: Location): Promise<number> {
  return part?.length ?? (await stat(toOpen(file))).size;
}

function checkSize(name: string, bytes: number): void {
  if (bytes === 0) throw new PictureError('empty', message('pictures.empty', { name }));
  if (bytes > mostBytes) {
    throw new PictureError('too-large', message('pictures.tooLarge', { name }));
  }
}

/** Where the data begin after the local header (APPNOTE.TXT, 4.3.7), whose lengths may differ from the directory's. */
async function dataStart(archive: FileHandle, part: Part, name: string): Promise<number> {
  const header = Buffer.alloc(localHeaderBytes);
  const { bytesRead } = await archive.read(header, 0, localHeaderBytes, part.start);
  if (bytesRead < localHeaderBytes || header.readUInt32LE(0) !== localHeaderMagic) throw cutOff(name);
  return part.start + localHeaderBytes + header.readUInt16LE(26) + header.readUInt16LE(28);
}

async function inflate(packed: Buffer, length: number, name: string): Promise<Buffer> {
  const unpacked = await unzip(packed, { maxOutputLength: length }).catch((thrown: unknown) => {
    throw new PictureError('truncated', message('sources.entryDamaged', { name }), thrown);
  });
  if (unpacked.length !== length) throw cutOff(name);
  return unpacked;
}

function cutOff(name: string): PictureError {
  return new PictureError('truncated', message('sources.entryCutOff', { name }));
}
