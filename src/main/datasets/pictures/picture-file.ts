import { imageSize } from 'image-size';
import type { ProblemKind } from '../../../shared/contract/problem';
import { UserError } from '../../../shared/errors';
import { message } from '../../../shared/words/message';
import { hasSoundChecksums, isWhole, type PictureType } from './integrity';
import type { Message } from '../../../shared/words/message';

/** Why a picture cannot be read. */
export class PictureError extends UserError {
  constructor(
    readonly kind: ProblemKind,
    words: Message,
    cause?: unknown,
  ) {
    super(words, { cause });
  }
}

const formats: Record<PictureType, string> = {
  jpg: 'JPEG',
  png: 'PNG',
  webp: 'WebP',
  gif: 'GIF',
  bmp: 'BMP',
  avif: 'AVIF',
  tiff: 'TIFF',
};
const mostPixels = 100e6;
const shortestHeader = 16;

export interface CheckedPicture {
  readonly type: PictureType;
  /** How a photograph is to be turned, 1 to 8 after EXIF; 1 where that is not said. */
  readonly orientation: number;
}

/**
 * What a picture's bytes are, once their content says that it is a whole picture of a sensible size.
 * @param name for messages. @throws PictureError that names it and what is wrong with it.
 */
export function checkPicture(bytes: Uint8Array, name: string): CheckedPicture {
  const { type, width, height, orientation } = measure(bytes, name);
  if (width * height > mostPixels) {
    throw new PictureError('too-large', message('pictures.tooManyPixels', { name, width, height }));
  }
  if (!isWhole(type, bytes)) throw cutOff(name, type);
  if (type === 'png' && !hasSoundChecksums(bytes)) {
    throw new PictureError('unreadable', message('pictures.checksum', { name }));
  }
  return { type, orientation };
}

function measure(bytes: Uint8Array, name: string): CheckedPicture & { width: number; height: number } {
  const size = sizeOrNothing(bytes);
  if (!size || !isPictureType(size.type)) throw notAPicture(bytes, name);
  if (!(size.width > 0 && size.height > 0)) {
    throw new PictureError('unreadable', message('pictures.noPixels', { name }));
  }
  return { type: size.type, width: size.width, height: size.height, orientation: size.orientation ?? 1 };
}

function sizeOrNothing(bytes: Uint8Array): ReturnType<typeof imageSize> | undefined {
  try {
    return imageSize(bytes);
  } catch {
    return undefined;
  }
}

function isPictureType(type: string | undefined): type is PictureType {
  return type !== undefined && type in formats;
}

/** Why bytes without a size are no picture: text, the beginning of one, or something else. */
function notAPicture(bytes: Uint8Array, name: string): PictureError {
  const started = startedAs(bytes);
  if (started) return cutOff(name, started);
  const values = { name, formats: Object.values(formats) };
  return new PictureError(
    'not-a-picture',
    looksLikeText(bytes) ? message('pictures.text', values) : message('pictures.otherKind', values),
  );
}

function cutOff(name: string, type: PictureType): PictureError {
  return new PictureError('truncated', message('pictures.cutOff', { name, format: formats[type] }));
}

/** The format whose signature the bytes begin with. */
function startedAs(bytes: Uint8Array): PictureType | undefined {
  const start = Buffer.from(bytes.subarray(0, shortestHeader)).toString('latin1');
  if (start.startsWith('\xff\xd8\xff')) return 'jpg';
  if (start.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  if (start.startsWith('GIF87a') || start.startsWith('GIF89a')) return 'gif';
  if (start.startsWith('RIFF') && start.slice(8, 12) === 'WEBP') return 'webp';
  if (start.slice(4, 12) === 'ftypavif') return 'avif';
  if (start.startsWith('II*\0') || start.startsWith('MM\0*')) return 'tiff';
  return undefined;
}

/** No control characters but white space among its first bytes. */
function looksLikeText(bytes: Uint8Array): boolean {
  return bytes.subarray(0, 512).every((byte) => byte >= 32 || (byte >= 9 && byte <= 13));
}
