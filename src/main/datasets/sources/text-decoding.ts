import iconv from 'iconv-lite';
import { composed } from '../../../shared/composed';
import type { Reading, TextEncoding } from '../../../shared/contract/text-encoding';
import { UserError } from '../../../shared/errors';
import { message } from '../../../shared/words/message';
import { likelyEncodings } from './likely-encodings';

const strictUtf8 = new TextDecoder('utf-8', { fatal: true });
/** Characters of decoded text that are shown where somebody is asked whether it was read right. */
const sampleLength = 80;
/** Texts of code pages with two bytes a character may happen to be UTF-8 as well. */
const twoBytePages: readonly TextEncoding[] = ['cp949', 'cp932', 'euc-jp', 'gb18030', 'big5'];

/** Byte-order marks; that of UTF-8 is left out by its decoder. */
const marks: readonly (readonly [mark: readonly number[], encoding: TextEncoding])[] = [
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];

/** Text in an encoding; undefined where it is no text in it, so that no character is ever lost. */
export function decodeStrictly(bytes: Uint8Array, encoding: TextEncoding): string | undefined {
  if (encoding === 'utf-8') {
    try {
      return strictUtf8.decode(bytes);
    } catch {
      return undefined;
    }
  }
  const text = iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), encoding);
  return text.includes('\uFFFD') ? undefined : text;
}

/**
 * Turns bytes from outside into text: strict UTF-8 first, then what a byte-order mark says, then the code page that was
 * chosen, or else the one that fits. Text never holds a character that stands for bytes which could not be read. What
 * was not UTF-8 is noted in `readings`.
 */
export class TextDecoding {
  readonly #readings = new Map<string, Reading>();

  /** @param chosen what somebody said that text is in which is not UTF-8. */
  constructor(readonly chosen?: TextEncoding) {}

  get readings(): Reading[] {
    return [...this.#readings.values()];
  }

  /**
   * Names that belong together, in NFC. One encoding is found for all, since a single name says little.
   * @param binary each name's bytes as characters of Latin-1. @param place the folder or archive that they stand in.
   * @throws UserError where the chosen encoding does not fit.
   */
  names(binary: readonly string[], place: string): string[] {
    if (!binary.some((name) => /[^\0-\x7f]/.test(name))) return [...binary];
    const names = binary.map((name) => Buffer.from(name, 'latin1'));
    const utf8 = names.map((name) => decodeStrictly(name, 'utf-8'));
    const others = names.filter((_, index) => utf8[index] === undefined);
    const doubtful = (index: number): boolean => isDoubtful(names[index] as Uint8Array);
    if (others.length === 0 && !(this.chosen && utf8.some((_, index) => doubtful(index)))) return utf8.map(asComposed);
    const encoding = this.chosen ?? fitting(others).encoding;
    const read: string[] = [];
    const decoded = names.map((name, index) => {
      const plain = utf8[index];
      if (plain !== undefined && !(twoBytePages.includes(encoding) && doubtful(index))) return composed(plain);
      const text = decodeStrictly(name, encoding) ?? plain;
      if (text === undefined) throw doesNotFit(place, encoding, name);
      if (text !== plain) read.push(text);
      return composed(text);
    });
    if (read.length > 0) this.#note(place, encoding, [...new Set(read)].join(', '));
    return decoded;
  }

  /**
   * All of a text file, without a byte-order mark.
   * @param place the file's path, for messages.
   * @throws UserError where the chosen encoding does not fit.
   */
  text(bytes: Uint8Array, place: string): string {
    const marked = marks.find(([mark]) => mark.every((byte, at) => bytes[at] === byte))?.[1] ?? unmarkedUtf16(bytes);
    const plain = marked === undefined ? decodeStrictly(bytes, 'utf-8') : undefined;
    if (plain !== undefined) return plain;
    const said = marked ?? this.chosen;
    const { encoding, texts } =
      said === undefined ? fitting([bytes]) : { encoding: said, texts: [decodeStrictly(bytes, said)] };
    const [text] = texts;
    if (text === undefined) throw doesNotFit(place, encoding, bytes);
    this.#note(place, encoding, text, marked !== undefined);
    return text;
  }

  #note(place: string, encoding: TextEncoding, text: string, marked = false): void {
    const sample = sampleOf(text);
    this.#readings.set(place, { place, encoding, guessed: !marked && this.chosen === undefined, sample });
  }
}

/** The likeliest code page in which all of what belongs together is text. */
function fitting(bytes: readonly Uint8Array[]): { encoding: TextEncoding; texts: (string | undefined)[] } {
  for (const encoding of likelyEncodings(bytes, decodeStrictly)) {
    const texts = bytes.map((one) => decodeStrictly(one, encoding));
    if (!texts.includes(undefined)) return { encoding, texts };
  }
  throw new Error('The last of the encodings has a character for every byte.');
}

function asComposed(text: string | undefined): string {
  return composed(text ?? '');
}

/** Whether a name that is UTF-8 may as well be of another encoding: it has no character of three bytes or more. */
function isDoubtful(name: Uint8Array): boolean {
  return name.some((byte) => byte >= 0x80) && !name.some((byte) => byte >= 0xe0);
}

/** UTF-16 without a mark: nothing else has a zero beside every letter. */
function unmarkedUtf16(bytes: Uint8Array): TextEncoding | undefined {
  const start = bytes.subarray(0, 2048);
  if (!start.includes(0) || bytes.length % 2 > 0) return undefined;
  const zeros = [0, 0];
  start.forEach((byte, at) => ((zeros[at % 2] as number) += Number(byte === 0)));
  const [even = 0, odd = 0] = zeros;
  if (Math.min(even, odd) > 0) return undefined;
  return even > odd ? 'utf-16be' : 'utf-16le';
}

/** The start of a text from its first character on that is not ASCII, which is what may be read wrongly. */
function sampleOf(text: string): string {
  const line = text.split(/[\r\n]+/).find((one) => /[^\0-\x7f]/.test(one)) ?? text;
  return [...line].slice(0, sampleLength).join('').trim();
}

function doesNotFit(place: string, encoding: TextEncoding, bytes: Uint8Array): UserError {
  const sample = sampleOf(iconv.decode(Buffer.from(bytes), encoding)).replaceAll('\uFFFD', '?');
  return new UserError(message('sources.otherEncoding', { place, encoding, sample }));
}
