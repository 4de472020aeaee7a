import { crc32 } from '../../files/crc32';
export type PictureType = 'jpg' | 'png' | 'webp' | 'gif' | 'bmp' | 'avif' | 'tiff';

/**
 * Whether a picture file goes on to its format's end. Decoders fill what is missing with black or grey and say
 * nothing; only those of AVIF and TIFF refuse.
 */
export function isWhole(type: PictureType, bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  switch (type) {
    case 'jpg':
      return hasJpegEnd(bytes, view);
    case 'png':
      return hasPngEnd(view);
    case 'webp':
      return view.byteLength >= 8 && view.byteLength >= 8 + view.getUint32(4, true);
    case 'bmp':
      return view.byteLength >= 6 && view.byteLength >= view.getUint32(2, true);
    case 'gif':
      return hasGifEnd(bytes);
    case 'avif':
    case 'tiff':
      return true;
  }
}

/** Follows the segments to the end-of-image marker (ITU-T T.81, annex B); a thumbnail's own marker lies within a segment. */
function hasJpegEnd(bytes: Uint8Array, view: DataView): boolean {
  for (let at = 2; at + 1 < view.byteLength;) {
    const marker = view.getUint8(at + 1);
    if (view.getUint8(at) !== 0xff) {
      at = bytes.indexOf(0xff, at);
      if (at < 0) return false;
    } else if (marker === 0xd9) return true;
    else if (marker === 0xff) at++;
    else if (marker === 0 || marker === 1 || (marker >= 0xd0 && marker <= 0xd8)) at += 2;
    else if (at + 3 < view.byteLength) at += 2 + view.getUint16(at + 2);
    else return false;
  }
  return false;
}

/** The trailer, before any padding with zeros (GIF89a specification, 27). */
function hasGifEnd(bytes: Uint8Array): boolean {
  let end = bytes.length;
  while (end > 0 && bytes[end - 1] === 0) end--;
  return bytes[end - 1] === 0x3b;
}

/** Follows the chunks to IEND (PNG specification, 11.2.5). */
function hasPngEnd(view: DataView): boolean {
  for (let at = 8; at + 12 <= view.byteLength; at += 12 + view.getUint32(at)) {
    if (view.getUint32(at + 4) === 0x49454e44) return true;
  }
  return false;
}

const pngSignatureBytes = 8;

/** Whether every chunk of a whole PNG holds the bytes that were written: decoders fill damaged ones with black. */
export function hasSoundChecksums(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  for (let at = pngSignatureBytes; at + 12 <= bytes.length;) {
    const end = at + 8 + view.getUint32(at);
    if (end + 4 > bytes.length || crc32(bytes.subarray(at + 4, end)) !== view.getUint32(end)) return false;
    if (view.getUint32(at + 4) === 0x49454e44) return true;
    at = end + 4;
  }
  return false;
}
