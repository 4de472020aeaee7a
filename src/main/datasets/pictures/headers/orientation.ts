import { textAt, viewOf } from './header';

const orientationTag = 274;
const tiffMagic = 42;
const entryBytes = 12;
/** How many bytes a number of each kind has: SHORT, LONG, SSHORT, SLONG (TIFF 6.0, section 2). */
const bytesOf: Readonly<Record<number, number>> = { 3: 2, 4: 4, 8: 2, 9: 4 };
const prefix = 'Exif\0\0';

/**
 * How a picture is to be turned, as EXIF says; else as XMP says; else 1.
 * @param exif a TIFF whose first directory has the tag as a number of 2 or 4 bytes, with or without the prefix of JPEG.
 * @param xmp a packet, as `tiff:Orientation` in an attribute or element.
 */
export function orientationOf(exif: Uint8Array | undefined, xmp?: Uint8Array): number {
  return (exif && fromExif(exif)) ?? (xmp && fromXmp(xmp)) ?? 1;
}

function fromExif(block: Uint8Array): number | undefined {
  const tiff = textAt(block, 0, prefix.length) === prefix ? block.subarray(prefix.length) : block;
  const order = textAt(tiff, 0, 2);
  if ((order !== 'II' && order !== 'MM') || tiff.length < 8) return undefined;
  const little = order === 'II';
  const view = viewOf(tiff);
  if (view.getUint16(2, little) !== tiffMagic) return undefined;
  const directory = view.getUint32(4, little);
  if (directory + 2 > tiff.length) return undefined;
  const count = view.getUint16(directory, little);
  for (let entry = 0, at = directory + 2; entry < count && at + entryBytes <= tiff.length; entry++, at += entryBytes) {
    if (view.getUint16(at, little) !== orientationTag) continue;
    const bytes = bytesOf[view.getUint16(at + 2, little)];
    if (bytes === 2) return legal(view.getUint16(at + 8, little));
    return bytes === 4 ? legal(view.getUint32(at + 8, little)) : undefined;
  }
  return undefined;
}

function fromXmp(packet: Uint8Array): number | undefined {
  const [, digit] = /tiff:Orientation(?:\s*=\s*["']|>)\s*(\d)/.exec(Buffer.from(packet).toString('latin1')) ?? [];
  return digit === undefined ? undefined : legal(Number(digit));
}

/** A number that means no turn leaves a picture as it is. */
function legal(value: number): number {
  return value >= 1 && value <= 8 ? value : 1;
}
