import { cutOff, damaged, unsupported } from '../picture-error';
import { message } from '../../../../shared/words/message';
import { checkSize, textAt, type PictureHeader } from './header';

const longestHeader = 1024;
/** Samples a pixel of the kinds whose pixels are bytes: bits, grey, colour. */
const samples: Readonly<Record<string, number>> = { P4: 1 / 8, P5: 1, P6: 3 };

/** Whether bytes are of the portable formats of Netpbm, in binary or as text. */
export function isPnm(bytes: Uint8Array): boolean {
  return /^P[1-6][\s#]/.test(textAt(bytes, 0, 3));
}

/** @throws PictureError where it is cut off, or written as text. */
export function readPnmHeader(bytes: Uint8Array, name: string): PictureHeader {
  const kind = textAt(bytes, 0, 2);
  const samplesAPixel = samples[kind];
  if (samplesAPixel === undefined) throw unsupported(name, message('pictures.reasons.pnmAsText'));
  const space = String.raw`(?:\s|#[^\n]*\n)+`;
  const numbers = kind === 'P4' ? 2 : 3;
  const pattern = new RegExp(`^P\\d${`${space}(\\d{1,9})`.repeat(numbers)}\\s`);
  const found = pattern.exec(textAt(bytes, 0, longestHeader));
  if (!found) throw damaged(name);
  const [width, height, most = 1] = found.slice(1).map(Number) as [number, number, number?];
  checkSize(name, width, height);
  if (most < 1 || most > 65535) throw damaged(name);
  const rowBytes = kind === 'P4' ? Math.ceil(width / 8) : width * samplesAPixel * (most > 255 ? 2 : 1);
  if (found[0].length + rowBytes * height > bytes.length) throw cutOff(name, 'PNM');
  return { width, height, decoder: 'PNM', orientation: 1 };
}
