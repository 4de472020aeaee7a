import { message } from '../../../shared/words/message';
import { readAvifHeader } from './headers/avif';
import { isBmp, readBmpHeader } from './headers/bmp';
import { readGifHeader } from './headers/gif';
import { textAt, type PictureHeader } from './headers/header';
import { readJpegHeader } from './headers/jpeg';
import { readPngHeader } from './headers/png';
import { isPnm, readPnmHeader } from './headers/pnm';
import { readTiffHeader } from './headers/tiff';
import { readWebpHeader } from './headers/webp';
import { PictureError, unsupported } from './picture-error';

interface Format {
  /** As people call it. */
  readonly title: string;
  readonly isIt: (bytes: Uint8Array) => boolean;
  readonly read: (bytes: Uint8Array, name: string) => PictureHeader;
}

const startsAs =
  (...marks: string[]) =>
  (bytes: Uint8Array): boolean =>
    marks.some((mark) => textAt(bytes, 0, mark.length) === mark);

/** Whether a file of boxes (ISO/IEC 14496-12) names one of these among its first brands. */
const hasBrand =
  (...brands: string[]) =>
  (bytes: Uint8Array): boolean => {
    if (textAt(bytes, 4, 4) !== 'ftyp') return false;
    const named = textAt(bytes, 8, Math.min(64, Math.max(4, (bytes[3] ?? 0) - 8)));
    return brands.some((brand) => named.startsWith(brand) || named.indexOf(brand, 8) >= 0);
  };

/** What is read, in the order in which messages list it. */
const formats: readonly Format[] = [
  { title: 'JPEG', isIt: startsAs('\xff\xd8\xff'), read: readJpegHeader },
  { title: 'PNG', isIt: startsAs('\x89PNG\r\n\x1a\n'), read: readPngHeader },
  { title: 'WebP', isIt: (bytes) => startsAs('RIFF')(bytes) && textAt(bytes, 8, 4) === 'WEBP', read: readWebpHeader },
  { title: 'GIF', isIt: startsAs('GIF87a', 'GIF89a'), read: readGifHeader },
  { title: 'BMP', isIt: (bytes) => startsAs('BM')(bytes) && isBmp(bytes), read: readBmpHeader },
  { title: 'AVIF', isIt: hasBrand('avif', 'avis'), read: readAvifHeader },
  { title: 'TIFF', isIt: startsAs('II*\0', 'MM\0*', 'II+\0', 'MM\0+'), read: readTiffHeader },
  { title: 'PNM', isIt: isPnm, read: readPnmHeader },
];

/** What people have, too, and is told by its name. */
const unread: readonly Pick<Format, 'title' | 'isIt'>[] = [
  { title: 'JPEG XL', isIt: startsAs('\xff\x0a', '\0\0\0\x0cJXL \r\n\x87\n') },
  { title: 'JPEG 2000', isIt: startsAs('\0\0\0\x0cjP  \r\n\x87\n', '\xff\x4f\xff\x51') },
  { title: 'Photoshop', isIt: startsAs('8BPS') },
  { title: 'OpenEXR', isIt: startsAs('v/1\x01') },
  { title: 'Radiance HDR', isIt: startsAs('#?RADIANCE', '#?RGBE') },
  { title: 'DirectDraw (DDS)', isIt: startsAs('DDS ') },
  { title: 'icon (ICO)', isIt: startsAs('\0\0\x01\0', '\0\0\x02\0') },
  { title: 'DICOM', isIt: (bytes) => textAt(bytes, 128, 4) === 'DICM' },
  { title: 'PDF', isIt: startsAs('%PDF-') },
];
const isHeic = hasBrand('heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1');

/**
 * What a picture's bytes say of it, once their content says that it is a whole picture of a sensible size, in a form
 * that its decoder shows as it is meant.
 * @param name for messages. @throws PictureError that names it and what is wrong with it.
 */
export function checkPicture(bytes: Uint8Array, name: string): PictureHeader {
  const format = formats.find(({ isIt }) => isIt(bytes));
  if (!format) throw notAPicture(bytes, name);
  return format.read(bytes, name);
}

/** Why bytes are no picture that is read: one of another format, text, or something else. */
function notAPicture(bytes: Uint8Array, name: string): PictureError {
  if (isHeic(bytes)) return unsupported(name, message('pictures.reasons.heic'));
  const known = unread.find(({ isIt }) => isIt(bytes));
  if (known) return unsupported(name, message('pictures.reasons.format', { format: known.title }));
  const values = { name, formats: formats.map(({ title }) => title) };
  return new PictureError(
    'not-a-picture',
    looksLikeText(bytes) ? message('pictures.text', values) : message('pictures.otherKind', values),
  );
}

/** No control characters but white space among its first bytes. */
function looksLikeText(bytes: Uint8Array): boolean {
  return bytes.subarray(0, 512).every((byte) => byte >= 32 || (byte >= 9 && byte <= 13));
}
