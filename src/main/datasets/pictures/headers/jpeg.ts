import { message } from '../../../../shared/words/message';
import { cutOff, PictureError, unsupported } from '../picture-error';
import { checkSize, textAt, viewOf, type Decoder, type PictureHeader } from './header';
import { orientationOf } from './orientation';

/** A picture that is shown while it loads has about ten; each makes the decoder go over all pixels once more. */
const mostScans = 200;
/** So many pixels in all scans together are decoded in some seconds. */
const mostScannedPixels = 2e9;

const startOfScan = 0xda;
const endOfImage = 0xd9;
const jpegLs = 0xf7;
const exifMark = 'Exif\0\0';
const xmpMark = 'http://ns.adobe.com/xap/1.0/\0';
const adobeMark = 'Adobe';

interface Frame {
  /** Of the marker that begins it: how it is coded (ITU-T T.81, table B.1). */
  readonly marker: number;
  readonly precision: number;
  readonly width: number;
  readonly height: number;
  readonly components: number;
}

interface Segments {
  frame?: Frame;
  exif?: Uint8Array;
  xmp?: Uint8Array;
  /** 0: the components are red, green and blue. */
  adobeTransform?: number;
  scans: number;
  /** Whether the end-of-image marker was found; a thumbnail's own marker lies within a segment. */
  ended: boolean;
}

/** @throws PictureError where it is cut off, of a kind that is not read, or would take too long. */
export function readJpegHeader(bytes: Uint8Array, name: string): PictureHeader {
  const { frame, exif, xmp, adobeTransform, scans, ended } = readSegments(bytes);
  if (!frame) throw cutOff(name, 'JPEG');
  const { width, height } = frame;
  checkSize(name, width, height);
  const decoder = decoderOf(frame, adobeTransform, name);
  if (!ended) throw cutOff(name, 'JPEG');
  if (scans > mostScans || scans * width * height > mostScannedPixels) {
    throw new PictureError('too-large', message('pictures.tooManyScans', { name, scans }));
  }
  return { width, height, decoder, orientation: orientationOf(exif, xmp) };
}

/** Follows the segments (ITU-T T.81, annex B); before each marker there may be fill bytes. */
function readSegments(bytes: Uint8Array): Segments {
  const view = viewOf(bytes);
  const found: Segments = { scans: 0, ended: false };
  for (let at = 2; at + 1 < bytes.length;) {
    const marker = bytes[at + 1] as number;
    if (bytes[at] !== 0xff) {
      at = bytes.indexOf(0xff, at);
      if (at < 0) return found;
    } else if (marker === endOfImage) return { ...found, ended: true };
    else if (marker === 0xff) at++;
    else if (marker === 0 || marker === 1 || (marker >= 0xd0 && marker <= 0xd8)) at += 2;
    else if (at + 3 < bytes.length) {
      const end = at + 2 + view.getUint16(at + 2);
      takeSegment(found, marker, bytes.subarray(at + 4, end));
      at = end;
    } else return found;
  }
  return found;
}

function takeSegment(found: Segments, marker: number, segment: Uint8Array): void {
  const startsAs = (mark: string): boolean => textAt(segment, 0, mark.length) === mark;
  if (marker === startOfScan) found.scans++;
  else if (isFrame(marker) && segment.length >= 6) {
    const view = viewOf(segment);
    const [precision, height, width] = [view.getUint8(0), view.getUint16(1), view.getUint16(3)];
    found.frame ??= { marker, precision, height, width, components: view.getUint8(5) };
  } else if (marker === 0xe1 && startsAs(exifMark)) found.exif ??= segment;
  else if (marker === 0xe1 && startsAs(xmpMark)) found.xmp ??= segment;
  else if (marker === 0xee && startsAs(adobeMark) && segment.length >= 12) found.adobeTransform ??= segment[11];
}

function isFrame(marker: number): boolean {
  // Tables of Huffman codes (c4), of conditioning (cc), and a reserved one (c8) stand among the frames.
  const inRange = marker >= 0xc0 && marker <= 0xcf;
  return (inRange && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc) || marker === jpegLs;
}

/** By how the frame is coded: baseline, extended, progressive, lossless, then the same with arithmetic codes. */
function decoderOf({ marker, precision, components }: Frame, transform: number | undefined, name: string): Decoder {
  const refuse = (kind: string): PictureError =>
    unsupported(name, message('pictures.reasons.kindOfJpeg', { kind, precision }));
  if (marker === jpegLs) throw refuse('JPEG-LS');
  const coding = marker - 0xc0;
  if (![0, 1, 2, 3, 9, 10].includes(coding)) throw refuse(coding < 8 || coding > 11 ? 'hierarchical' : 'lossless');
  if (components !== 1 && components !== 3 && components !== 4) throw refuse(`${components}-component`);
  const lossless = coding === 3;
  // ImageMagick has no shades of grey beyond 8 bits, and of lossless colours no more than these.
  if (precision !== 8 && (precision !== 12 || lossless || components === 1)) {
    throw refuse(lossless ? 'lossless' : components === 1 ? 'grey' : 'colour');
  }
  const ordinary = precision === 8 && coding <= 2 && components !== 4 && !(components === 3 && transform === 0);
  return ordinary ? 'jpeg-turbo' : 'JPEG';
}
