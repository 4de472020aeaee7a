import { cutOff, damaged } from '../picture-error';
import { checkSize, viewOf, type Frame, type PictureHeader } from './header';

const [headerBytes, descriptorBytes] = [13, 10];
const [extension, graphicControl, image, trailer] = [0x21, 0xf9, 0x2c, 0x3b];

/**
 * Follows the blocks to the trailer (GIF89a specification); what comes behind it is no part of the picture. The screen
 * around the first frame has the first colour, or none where one is transparent, as with Pillow.
 * @throws PictureError where it is cut off, or its blocks make no sense.
 */
export function readGifHeader(bytes: Uint8Array, name: string): PictureHeader {
  if (bytes.length < headerBytes) throw cutOff(name, 'GIF');
  const view = viewOf(bytes);
  const screen = { width: view.getUint16(6, true), height: view.getUint16(8, true) };
  checkSize(name, screen.width, screen.height);
  let [frame, hasTransparent]: [Frame | undefined, boolean] = [undefined, false];
  for (let at = headerBytes + tableBytes(bytes[10] as number); ;) {
    const block = bytes[at];
    if (block === trailer) break;
    if (block === extension) {
      if (!frame && bytes[at + 1] === graphicControl) hasTransparent = ((bytes[at + 3] ?? 0) & 1) === 1;
      at = skipSubBlocks(bytes, at + 2);
    } else if (block === image && at + descriptorBytes < bytes.length) {
      frame ??= frameAt(bytes, at, hasTransparent);
      at = skipSubBlocks(bytes, at + descriptorBytes + 1 + tableBytes(bytes[at + 9] as number));
    } else if (block === undefined || block === image) throw cutOff(name, 'GIF');
    // Zeros between blocks are harmless.
    else if (block === 0) at++;
    else throw damaged(name);
  }
  if (!frame) throw damaged(name);
  // A frame beyond the screen makes it larger.
  const width = Math.max(screen.width, frame.left + frame.width);
  const height = Math.max(screen.height, frame.top + frame.height);
  checkSize(name, width, height);
  checkSize(name, frame.width, frame.height);
  const isAll = frame.width === width && frame.height === height;
  return { width, height, decoder: 'GIF', orientation: 1, ...(!isAll && { frame }) };
}

function frameAt(bytes: Uint8Array, at: number, hasTransparent: boolean): Frame {
  const view = viewOf(bytes);
  const [left, top] = [view.getUint16(at + 1, true), view.getUint16(at + 3, true)];
  const [width, height] = [view.getUint16(at + 5, true), view.getUint16(at + 7, true)];
  const colours = tableBytes(bytes[at + 9] as number) > 0 ? at + descriptorBytes : headerBytes;
  const [red = 0, green = 0, blue = 0] = hasTransparent ? [] : bytes.subarray(colours, colours + 3);
  return { left, top, width, height, around: [red, green, blue] };
}

/** Of the colours that a byte of flags announces. */
function tableBytes(flags: number): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0;
}

/** @returns where the next block begins; at the end where there is none. */
function skipSubBlocks(bytes: Uint8Array, start: number): number {
  let at = start;
  for (let length = bytes[at]; length; length = bytes[at]) at += 1 + length;
  return at + 1;
}
