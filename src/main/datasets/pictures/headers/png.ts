import { message } from '../../../../shared/words/message';
import { crc32 } from '../../../files/crc32';
import { cutOff, PictureError } from '../picture-error';
import { checkSize, textAt, viewOf, type PictureHeader } from './header';
import { orientationOf } from './orientation';

const signatureBytes = 8;
/** Of a chunk's length, name and checksum. */
const frameBytes = 12;
const xmpMark = 'XML:com.adobe.xmp\0';
/** What pixels are made of. All else is a note, or would have colours changed: gAMA, iCCP, cHRM, cICP. */
const shownChunks = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND']);

/** @throws PictureError where it is cut off, or a checksum is wrong: decoders fill what is damaged with black. */
export function readPngHeader(bytes: Uint8Array, name: string): PictureHeader {
  if (textAt(bytes, 12, 4) !== 'IHDR' || bytes.length < 24) throw cutOff(name, 'PNG');
  const view = viewOf(bytes);
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  checkSize(name, width, height);
  const shown: Uint8Array[] = [bytes.subarray(0, signatureBytes)];
  let [exif, xmp]: (Uint8Array | undefined)[] = [];
  let [kept, kind] = [signatureBytes, ''];
  for (let at = signatureBytes; kind !== 'IEND';) {
    if (at + frameBytes > bytes.length) throw cutOff(name, 'PNG');
    const end = at + frameBytes + view.getUint32(at);
    if (end > bytes.length) throw cutOff(name, 'PNG');
    kind = textAt(bytes, at + 4, 4);
    if (crc32(bytes.subarray(at + 4, end - 4)) !== view.getUint32(end - 4)) {
      throw new PictureError('unreadable', message('pictures.checksum', { name }));
    }
    const content = bytes.subarray(at + 8, end - 4);
    if (kind === 'eXIf') exif ??= content;
    else if (kind === 'iTXt' && textAt(content, 0, xmpMark.length) === xmpMark) xmp ??= content;
    if (shownChunks.has(kind)) {
      shown.push(bytes.subarray(at, end));
      kept += end - at;
    }
    at = end;
  }
  const header = { width, height, decoder: 'canvas', orientation: orientationOf(exif, xmp) } as const;
  return kept === bytes.length ? header : { ...header, shown: Buffer.concat(shown) };
}
