import iconv from 'iconv-lite';
import { UserError } from '../../../shared/errors';
import type { TextEncoding } from '../../../shared/contract/text-encoding';
import { message } from '../../../shared/words/message';
import { breathe } from '../cancellation';
import { withPath } from '../../files/file-errors';
import { fullPath, locate, type FoundFile } from '../sources/listing';
import { openLocation, sizeOfLocation } from '../sources/read-location';
import type { TextDecoding } from '../sources/text-decoding';

export interface TextOptions {
  signal?: AbortSignal | undefined;
  /** Called with the bytes that were read so far, and all that are to come. */
  report?: (done: number, total: number) => void;
}

/** No list of pictures is larger: that of ImageNet has 60 MB. */
const mostBytes = 2 ** 29;
/** Of the start of a file, and of its lines that are not ASCII: what its encoding is told from. */
const sampleBytes = 2 ** 16;
/** Of rows of a few letters these are some thousands: an import can be cancelled in between. */
const bytesPerBreath = 2 ** 16;
const beyondAscii = /[\x80-\xff]/;

/**
 * What a table is written in. Where it is no UTF-8, the decoding notes how it was read.
 * @throws UserError where it is too large, or the chosen encoding does not fit.
 */
export async function encodingOf(file: FoundFile, decoding: TextDecoding, options: TextOptions): Promise<TextEncoding> {
  const place = fullPath(file);
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  let isUtf8 = true;
  let start = Buffer.alloc(0);
  const others = new LinesBeyondAscii();
  for await (const chunk of chunksOf(file, options)) {
    if (start.length < sampleBytes) start = Buffer.concat([start, chunk.subarray(0, sampleBytes - start.length)]);
    isUtf8 = isUtf8 && decodes(utf8, chunk);
    if (!isUtf8 && others.isFull) break;
    if (!others.isFull) others.add(chunk);
  }
  isUtf8 = isUtf8 && decodes(utf8);
  others.end();
  if (isUtf8 && !start.includes(0)) return 'utf-8';
  // A mark, or zeros beside letters, say it alone; a code page is guessed from whole lines.
  const isUtf16 = start.includes(0) || (start[0] ?? 0) >= 0xfe;
  decoding.text(isUtf16 ? start.subarray(0, start.length & ~1) : Buffer.concat(others.lines), place);
  return decoding.readings.find((reading) => reading.place === place)?.encoding ?? 'utf-8';
}

/** The text of a table piece by piece, so that a large one never lies in memory whole; without a byte-order mark. */
export async function* textOf(file: FoundFile, encoding: TextEncoding, options: TextOptions): AsyncGenerator<string> {
  const decode = strictDecoder(encoding, () => {
    throw new UserError(message('readers.tableOtherEncoding', { name: fullPath(file), encoding }));
  });
  for await (const chunk of chunksOf(file, options)) {
    const text = decode(chunk);
    if (text !== '') yield text;
  }
  const rest = decode();
  if (rest !== '') yield rest;
}

/** Decodes what is given after what was given before. @param fail is called where it is no text in the encoding. */
function strictDecoder(encoding: TextEncoding, fail: () => never): (chunk?: Buffer) => string {
  if (encoding === 'utf-8') {
    const utf8 = new TextDecoder('utf-8', { fatal: true });
    return (chunk) => {
      try {
        return chunk ? utf8.decode(chunk, { stream: true }) : utf8.decode();
      } catch {
        return fail();
      }
    };
  }
  const decoder = iconv.getDecoder(encoding);
  return (chunk) => {
    const text = chunk ? decoder.write(chunk) : (decoder.end() ?? '');
    return text.includes('\uFFFD') ? fail() : text;
  };
}

/** The bytes of a table piece by piece. */
async function* chunksOf(file: FoundFile, { signal, report }: TextOptions): AsyncGenerator<Buffer> {
  const location = locate(file);
  const name = fullPath(file);
  const total = await withPath(name, () => sizeOfLocation(location));
  const stream = await withPath(name, () => openLocation(location));
  let done = 0;
  try {
    for await (const piece of stream as AsyncIterable<Buffer>) {
      for (let at = 0; at < piece.length; at += bytesPerBreath) {
        const chunk = piece.subarray(at, at + bytesPerBreath);
        done += chunk.length;
        if (done > mostBytes) throw new UserError(message('readers.tableTooLarge', { name }));
        yield chunk;
        report?.(done, total);
        await breathe(signal);
      }
    }
  } finally {
    stream.destroy();
  }
}

function decodes(utf8: TextDecoder, chunk?: Buffer): boolean {
  try {
    utf8.decode(chunk, { stream: chunk !== undefined });
    return true;
  } catch {
    return false;
  }
}

/** Whole lines with bytes beyond ASCII, the first of a file. */
class LinesBeyondAscii {
  readonly lines: Buffer[] = [];
  private bytes = 0;
  private rest: Buffer = Buffer.alloc(0);

  get isFull(): boolean {
    return this.bytes >= sampleBytes;
  }

  add(chunk: Buffer): void {
    const end = chunk.lastIndexOf(0x0a) + 1;
    const whole = Buffer.concat([this.rest, chunk.subarray(0, end)]);
    if (end > 0) this.take(whole);
    // What goes on for longer than this says enough.
    else if (this.rest.length > sampleBytes) return;
    this.rest = end > 0 ? Buffer.from(chunk.subarray(end)) : Buffer.concat([whole, chunk]);
  }

  end(): void {
    this.take(this.rest);
  }

  private take(text: Buffer): void {
    if (!beyondAscii.test(text.toString('latin1'))) return;
    for (let start = 0; start < text.length && !this.isFull;) {
      const end = text.indexOf(0x0a, start);
      const line = text.subarray(start, end < 0 ? text.length : end + 1);
      start += line.length;
      if (!beyondAscii.test(line.toString('latin1'))) continue;
      this.lines.push(Buffer.from(line));
      this.bytes += line.length;
    }
  }
}
