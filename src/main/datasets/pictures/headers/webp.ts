import { cutOff, damaged } from '../picture-error';
import { checkSize, textAt, viewOf, type PictureHeader } from './header';
import { orientationOf } from './orientation';

const firstChunk = 12;

/** Follows the chunks of the container (RFC 9649). @throws PictureError where it is cut off or has no picture. */
export function readWebpHeader(bytes: Uint8Array, name: string): PictureHeader {
  if (bytes.length < 30) throw cutOff(name, 'WebP');
  const view = viewOf(bytes);
  const end = 8 + view.getUint32(4, true);
  let size: Size | undefined;
  let [exif, xmp]: (Uint8Array | undefined)[] = [];
  const unlike: number[] = [];
  for (let at = firstChunk; at + 8 <= Math.min(end, bytes.length);) {
    const kind = textAt(bytes, at, 4);
    const length = view.getUint32(at + 4, true);
    const content = bytes.subarray(at + 8, at + 8 + length);
    const found = sizeIn(kind, content);
    // That of the whole, if it is said; no frame may be larger than it.
    if (found) checkSize(name, found.width, found.height);
    size ??= found;
    if (found && (found.width > (size?.width ?? 0) || found.height > (size?.height ?? 0))) throw damaged(name);
    if (kind === 'EXIF') exif ??= content;
    else if (kind === 'XMP ') xmp ??= content;
    if (kind === 'EXIF' || kind === 'ICCP') unlike.push(at);
    at += 8 + length + (length % 2);
  }
  if (end > bytes.length) throw cutOff(name, 'WebP');
  if (!size) throw damaged(name);
  const header = { ...size, decoder: 'canvas', orientation: orientationOf(exif, xmp) } as const;
  if (unlike.length === 0) return header;
  // The canvas would turn it and change its colours by itself, unlike others.
  const shown = Uint8Array.from(bytes);
  for (const at of unlike) shown.set(Buffer.from('none'), at);
  return { ...header, shown };
}

type Size = Pick<PictureHeader, 'width' | 'height'>;

/** Width and height of the canvas, or of a frame. */
function sizeIn(kind: string, content: Uint8Array): Size | undefined {
  const view = viewOf(content);
  const three = (at: number): number => view.getUint16(at, true) + 65536 * view.getUint8(at + 2);
  if (kind === 'VP8X' && content.length >= 10) return { width: three(4) + 1, height: three(7) + 1 };
  if (kind === 'ANMF' && content.length >= 16) return { width: three(6) + 1, height: three(9) + 1 };
  if (kind === 'VP8 ' && content.length >= 10) {
    return { width: view.getUint16(6, true) & 0x3fff, height: view.getUint16(8, true) & 0x3fff };
  }
  if (kind === 'VP8L' && content.length >= 5) {
    const bits = view.getUint32(1, true);
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  return undefined;
}
