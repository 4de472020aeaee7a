import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { UserError } from '../../../shared/errors';
import { message } from '../../../shared/words/message';
import { stopIfCancelled } from '../cancellation';
import { errorCode, withPath } from '../../files/file-errors';
import type { Location } from '../sources/listing';
import { openLocation, sizeOfLocation } from '../sources/read-location';
import { ArrayBuilder, type Expected, type IdxArray } from './idx-array';

interface FileOptions {
  signal: AbortSignal | undefined;
  /** Called with the bytes that were unpacked so far, and all that are to come. */
  report: (done: number, total: number) => void;
}

const chunkBytes = 1 << 20;

/**
 * Reads an IDX file of unsigned bytes, plain or gzip-compressed (told by content), after the description on
 * the MNIST page: two zero bytes, the element type, the number of dimensions, each dimension as a big-endian
 * 32-bit integer, then the elements, the last dimension fastest.
 * @throws UserError where the file is not what its header says.
 */
export async function readIdxFile(location: Location, expected: Expected, options: FileOptions): Promise<IdxArray> {
  const path = location.name;
  return withPath(path, async () => {
    const size = await sizeOf(location);
    const compressed = await isGzip(location);
    const array = new ArrayBuilder(path, expected, { size, compressed });
    const file = await openLocation(location);
    const content = compressed ? file.pipe(createGunzip({ chunkSize: chunkBytes })) : file;
    file.once('error', (error) => content.destroy(error));
    try {
      for await (const chunk of content as AsyncIterable<Buffer>) {
        stopIfCancelled(options.signal);
        array.add(chunk);
        options.report(array.filled, array.total);
      }
    } catch (thrown) {
      throw explainGzipError(thrown, path);
    } finally {
      file.destroy();
    }
    return array.finish();
  });
}

async function sizeOf(location: Location): Promise<number> {
  const size = await sizeOfLocation(location);
  if (size === 0) throw new UserError(message('pictures.empty', { name: location.name }));
  return size;
}

async function isGzip(location: Location): Promise<boolean> {
  const file: Readable = await openLocation(location);
  try {
    for await (const chunk of file as AsyncIterable<Buffer>) {
      if (chunk.length >= 2) return chunk.readUInt16BE(0) === 0x1f8b;
    }
    return false;
  } finally {
    file.destroy();
  }
}

function explainGzipError(thrown: unknown, path: string): unknown {
  const code = errorCode(thrown);
  if (code === 'Z_BUF_ERROR') {
    return new UserError(message('readers.gzipCutOff', { path }));
  }
  if (code?.startsWith('Z_')) {
    return new UserError(message('readers.gzipDamaged', { path }));
  }
  return thrown;
}
