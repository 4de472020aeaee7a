import { message } from '../../../../shared/words/message';
import { cutOff, damaged, unsupported } from '../picture-error';
import { checkSize, viewOf, type PictureHeader } from './header';

/** Of Windows 2, OS/2 2 (short and long), Windows 3, 3 with masks, 4 and 5. */
const headerSizes = [12, 16, 64, 40, 52, 56, 108, 124];
const fileHeaderBytes = 14;
const [rgb, runs8, runs4, fields, alphaFields] = [0, 1, 2, 3, 6];

/** Whether bytes behind the two letters are those of a bitmap. */
export function isBmp(bytes: Uint8Array): boolean {
  return bytes.length >= fileHeaderBytes + 12 && headerSizes.includes(viewOf(bytes).getUint32(fileHeaderBytes, true));
}

/** @throws PictureError where it is cut off, or of a kind that is not read. */
export function readBmpHeader(bytes: Uint8Array, name: string): PictureHeader {
  const view = viewOf(bytes);
  const headerBytes = view.getUint32(fileHeaderBytes, true);
  const isCore = headerBytes === 12;
  if (bytes.length < fileHeaderBytes + headerBytes) throw cutOff(name, 'BMP');
  const width = isCore ? view.getUint16(18, true) : view.getInt32(18, true);
  // Rows go upwards unless it is negative.
  const height = isCore ? view.getUint16(20, true) : Math.abs(view.getInt32(22, true));
  checkSize(name, width, height);
  const bits = view.getUint16(isCore ? 24 : 28, true);
  const compression = headerBytes >= 40 ? view.getUint32(30, true) : rgb;
  const start = view.getUint32(10, true);
  if (compression === rgb || compression === fields || compression === alphaFields) {
    if (![1, 2, 4, 8, 16, 24, 32].includes(bits)) throw damaged(name);
    if (start + 4 * Math.ceil((width * bits) / 32) * height > bytes.length) throw cutOff(name, 'BMP');
  } else if (compression === runs8 || compression === runs4) {
    if (!hasAllRuns(bytes.subarray(start), bits === 4, width, height)) throw cutOff(name, 'BMP');
  } else
    throw unsupported(name, message('pictures.reasons.compression', { format: 'BMP', compression: `${compression}` }));
  // ImageMagick wants the length that the header says to be right; others do not look at it.
  const shown = Uint8Array.from(bytes);
  viewOf(shown).setUint32(2, bytes.length, true);
  return { width, height, decoder: 'BMP', orientation: 1, shown };
}

/** Whether runs of equal pixels go on to the end of the bitmap, or to the last row's. */
function hasAllRuns(runs: Uint8Array, twoInAByte: boolean, width: number, height: number): boolean {
  let [column, row] = [0, 0];
  for (let at = 0; at + 1 < runs.length;) {
    const [count, value] = [runs[at] as number, runs[at + 1] as number];
    at += 2;
    if (count > 0) column += count;
    else if (value === 0) [column, row] = [0, row + 1];
    else if (value === 1) return true;
    else if (value === 2) {
      column += runs[at] ?? 0;
      row += runs[at + 1] ?? 0;
      at += 2;
    } else {
      column += value;
      at += 2 * Math.ceil((twoInAByte ? Math.ceil(value / 2) : value) / 2);
    }
    if (row >= height || (row === height - 1 && column >= width)) return at <= runs.length;
  }
  return false;
}
