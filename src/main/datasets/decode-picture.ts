import { basename } from 'node:path';
import type { Shape } from '../../shared/architecture/layer';
import type { Picture } from '../../shared/contract/dataset';
import { UserError } from '../../shared/errors';
import { toPicture } from './picture';
import { readPictureFile } from './picture-file';
import { resize, type Raster } from './resize';

export interface DecodedPicture {
  /** height x width x channels bytes, as the network takes them. */
  pixels: Uint8Array;
  /** The same for the eye; its label is the file's name. */
  picture: Picture;
}

/** A picture is halved as long as this many of its pixels are left for each one asked for, in each direction. */
const leastReduced = 4;

/**
 * Decodes a picture file by its content and fits it to a network's input: upright after its EXIF orientation,
 * transparent parts on black, grey where the input has 1 channel (ITU-R 601 luma, as Pillow's mode L). Where the size
 * differs, the largest part in the middle that has the input's proportions is resized.
 * @throws UserError that names the file and what is wrong with it.
 */
export async function decodePicture(path: string, shape: Shape): Promise<DecodedPicture> {
  const [height, width, channels] = shape;
  const source = await decode(await readPictureFile(path), path, height, width);
  const fitting = channels === 1 ? toGrey(source) : toColor(source);
  const pixels = resize(fitting, width, height);
  return { pixels, picture: toPicture(basename(path), pixels, shape) };
}

/**
 * @returns a raster of 4 channels, of at least four times the size asked for where the picture has that: a large
 * photograph is halved while it is drawn, by means of 2 x 2 pixels, which takes half the time and half the memory.
 */
async function decode(bytes: Uint8Array, path: string, height: number, width: number): Promise<Raster> {
  // Loaded when the first picture comes: it takes 80 ms, which processes without pictures need not spend.
  const { createCanvas, loadImage } = await import('@napi-rs/canvas');
  const image = await loadImage(bytes).catch((thrown: unknown) => {
    throw new UserError(`${path} is damaged: it cannot be decoded. Copy it from its source again.`, { cause: thrown });
  });
  const scale = Math.min(image.width / width, image.height / height);
  const reduction = 2 ** Math.max(0, Math.floor(Math.log2(scale / leastReduced)));
  const drawnWidth = Math.round(image.width / reduction);
  const drawnHeight = Math.round(image.height / reduction);
  const context = createCanvas(drawnWidth, drawnHeight).getContext('2d');
  context.fillStyle = 'black';
  context.fillRect(0, 0, drawnWidth, drawnHeight);
  context.imageSmoothingQuality = 'medium';
  context.drawImage(image, 0, 0, drawnWidth, drawnHeight);
  const { data } = context.getImageData(0, 0, drawnWidth, drawnHeight);
  const pixels = new Uint8Array(data.buffer, data.byteOffset, data.length);
  return { pixels, width: drawnWidth, height: drawnHeight, channels: 4 };
}

function toGrey({ pixels, width, height }: Raster): Raster {
  const grey = new Uint8Array(width * height);
  for (let at = 0; at < grey.length; at++) {
    const red = pixels[4 * at] as number;
    const green = pixels[4 * at + 1] as number;
    const blue = pixels[4 * at + 2] as number;
    // Pillow's integers for 0.299, 0.587 and 0.114.
    grey[at] = (19595 * red + 38470 * green + 7471 * blue + 0x8000) >> 16;
  }
  return { pixels: grey, width, height, channels: 1 };
}

function toColor({ pixels, width, height }: Raster): Raster {
  const color = new Uint8Array(width * height * 3);
  for (let from = 0, to = 0; to < color.length; from += 4, to += 3) {
    color[to] = pixels[from] as number;
    color[to + 1] = pixels[from + 1] as number;
    color[to + 2] = pixels[from + 2] as number;
  }
  return { pixels: color, width, height, channels: 3 };
}
