import { imageSize } from 'image-size';
import { readFile, stat } from 'node:fs/promises';
import { UserError } from '../../shared/errors';
import { withPath } from './file-errors';
import { isWhole, type PictureType } from './picture-end';

const formats: Record<PictureType, string> = {
  jpg: 'JPEG',
  png: 'PNG',
  webp: 'WebP',
  gif: 'GIF',
  bmp: 'BMP',
  avif: 'AVIF',
};
const mostPixels = 100e6;
const mostBytes = 2 ** 30;

/**
 * A picture file's bytes, once its content says that it is a whole picture of a sensible size.
 * @throws UserError that names the file and what is wrong with it.
 */
export async function readPictureFile(path: string): Promise<Uint8Array> {
  return withPath(path, async () => {
    const status = await stat(path);
    if (status.isDirectory()) throw new UserError(`${path} is a folder. Choose the pictures in it.`);
    if (status.size === 0) throw new UserError(`${path} is empty. Copy it from its source again.`);
    if (status.size > mostBytes) throw new UserError(`${path} is larger than 1 GiB. Save it as a smaller picture.`);
    const bytes = await readFile(path);
    const { type, width, height } = measure(bytes, path);
    if (width * height > mostPixels) {
      throw new UserError(
        `${path} has ${width} x ${height} pixels, more than 100 megapixels. Save it as a smaller picture.`,
      );
    }
    if (!isWhole(type, bytes)) {
      throw new UserError(`${path} is cut off: the end of the ${formats[type]} picture is missing. Copy it again.`);
    }
    return bytes;
  });
}

function measure(bytes: Uint8Array, path: string): { type: PictureType; width: number; height: number } {
  const size = sizeOrNothing(bytes);
  if (!size || !isPictureType(size.type)) {
    const kind = looksLikeText(bytes) ? 'a text file' : 'of another kind, or damaged';
    throw new UserError(`${path} is not a picture but ${kind}. Expected ${Object.values(formats).join(', ')}.`);
  }
  if (!(size.width > 0 && size.height > 0)) throw new UserError(`${path} is damaged: it says that it has no pixels.`);
  return { type: size.type, width: size.width, height: size.height };
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

/** No control characters but white space among its first bytes. */
function looksLikeText(bytes: Uint8Array): boolean {
  return bytes.subarray(0, 512).every((byte) => byte >= 32 || (byte >= 9 && byte <= 13));
}
