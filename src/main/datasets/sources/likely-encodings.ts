import { detectAll } from 'jschardet';
import type { TextEncoding } from '../../../shared/contract/text-encoding';

type Decode = (bytes: Uint8Array, encoding: TextEncoding) => string | undefined;

/** What the detector is asked for, by its names: with any more, names of a few letters are found in the wrong one. */
const detected: Readonly<Record<string, TextEncoding>> = {
  cp949: 'cp949',
  cp932: 'cp932',
  gb18030: 'gb18030',
  big5: 'big5',
  'windows-1252': 'windows-1252',
  cp437: 'cp437',
  'windows-1251': 'windows-1251',
  ibm866: 'cp866',
};
/** They differ in where the letters with marks stand. */
const western: readonly TextEncoding[] = ['windows-1252', 'cp850', 'cp437'];
/** More text makes a guess no better, only slower. */
const mostBytes = 2 ** 15;
/** Characters that hardly a name holds: control characters, and those that everybody may define. */
const unlikely = /[\uE000-\uF8FF\x80-\x9F]/;

/**
 * Code pages that texts which belong together may be written in, as far as their bytes tell: the likeliest first. The
 * last has a character for every byte.
 */
export function likelyEncodings(texts: readonly Uint8Array[], decode: Decode): TextEncoding[] {
  const lines = sampleOf(texts);
  const found = detectAll(Buffer.concat(lines), { detectEncodings: Object.keys(detected) }).flatMap(({ encoding }) => {
    const known = detected[encoding?.toLowerCase() ?? ''];
    return known && lines.every((line) => !unlikely.test(decode(line, known) ?? '\uE000')) ? [known] : [];
  });
  const letters = new Map(western.map((encoding) => [encoding, latinLetters(lines, encoding, decode)]));
  const latin = [...western].sort((a, b) => (letters.get(b) as number) - (letters.get(a) as number));
  const [first] = found;
  const others = found.filter((encoding) => !western.includes(encoding));
  return first === undefined || western.includes(first)
    ? [...latin, ...others, 'cp437']
    : [...others, ...latin, 'cp437'];
}

/**
 * Names and cells with bytes beyond ASCII, up to as many as the detector needs. Those that differ in a number or an
 * ending alone stand once: it weighs what comes often, and pictures are numbered.
 */
function sampleOf(texts: readonly Uint8Array[]): Buffer[] {
  const pieces = new Map<string, string>();
  let bytes = 0;
  for (const text of texts) {
    // No second byte of any code page stands below 0x30.
    for (const piece of Buffer.from(text)
      .toString('latin1')
      .split(/[\r\n\t",/]+/)) {
      const plain = piece.replace(/\.[a-z0-9]{1,5}$/i, '');
      const key = plain.replace(/[0-9]+/g, '');
      if (!/[\x80-\xff]/.test(plain) || pieces.has(key)) continue;
      pieces.set(key, plain);
      bytes += plain.length;
      if (bytes > mostBytes) break;
    }
    if (bytes > mostBytes) break;
  }
  return Array.from(pieces.values(), (piece) => Buffer.from(`${piece}\n`, 'latin1'));
}

/** Letters with marks that texts hold in an encoding; none where they are not text in it. */
function latinLetters(lines: readonly Uint8Array[], encoding: TextEncoding, decode: Decode): number {
  let letters = 0;
  for (const line of lines) letters += decode(line, encoding)?.match(/(?=\p{Script=Latin})[^a-zA-Z]/gu)?.length ?? 0;
  return letters;
}
