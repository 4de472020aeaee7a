import { basename } from 'node:path';
import type { Shape } from '../../../shared/network/layer';
import type { Picture } from '../../../shared/contract/dataset';
import { decodeJpeg } from './jpeg';
import { type CheckedPicture, checkPicture, PictureError } from './picture-file';
import { resize, type Raster } from './resize';
import { readLocation } from '../sources/read-location';
import { decodeTiff } from './tiff';
import { message } from '../../../shared/words/message';

export interface DecodedPicture {
  /** height x width x channels bytes, as the network takes them. */
  pixels: Uint8Array;
  /** The same for the eye; its label is the file's name. */
  picture: Picture;
}

/** What a picture is like before it is fitted to a network. */
export interface PictureFacts {
  /** Upright, in pixels. */
  width: number;
  height: number;
  /** Whether red, green and blue are the same everywhere. */
  grey: boolean;
}

/** A picture is halved as long as this many of its pixels are left for each one asked for, in each direction. */
const leastReduced = 4;

/**
 * Decodes a picture file by its content and fits it to a network's input, see {@link fitPicture}.
 * @throws UserError that names the file and what is wrong with it.
 */
export async function decodePicture(path: string, shape: Shape): Promise<DecodedPicture> {
  const bytes = await readLocation({ name: path, file: path, zipped: false });
  const { pixels } = await fitPicture(bytes, path, shape);
  return { pixels, picture: toPicture(basename(path), pixels, shape) };
}

/** Stored pixels of 1 or 3 channels as opaque red, green, blue, alpha. */
export function toPicture(label: string, pixels: Uint8Array, [height, width, channels]: Shape): Picture {
  const rgba = new Uint8Array(height * width * 4).fill(255);
  for (let from = 0, to = 0; from < pixels.length; from += channels, to += 4) {
    const color = pixels.subarray(from, from + channels);
    for (let channel = 0; channel < 3; channel++) rgba[to + channel] = color[channel % channels] as number;
  }
  return { label, width, height, pixels: rgba };
}

/**
 * Decodes a picture and fits it to a network's input: upright after its EXIF orientation, transparent parts on black,
 * grey where the input has 1 channel (ITU-R 601 luma, as Pillow's mode L). Where the size differs, the largest part in
 * the middle that has the input's proportions is resized.
 * @param name for messages. @returns height x width x channels bytes. @throws PictureError
 */
export async function fitPicture(
  bytes: Uint8Array,
  name: string,
  [height, width, channels]: Shape,
): Promise<PictureFacts & { pixels: Uint8Array }> {
  const { source, facts } = await decode(checkPicture(bytes, name), bytes, width, height).catch((thrown: unknown) => {
    throw new PictureError('unreadable', message('pictures.undecodable', { name }), thrown);
  });
  const pixels = resize(channels === 1 ? toGrey(source) : source, width, height, channels);
  return { pixels, width: facts.width, height: facts.height, grey: isGrey(source) };
}

interface Decoded {
  /** Of 4 channels. */
  source: Raster;
  facts: { width: number; height: number };
}

async function decode(checked: CheckedPicture, bytes: Uint8Array, width: number, height: number): Promise<Decoded> {
  const { type, orientation } = checked;
  // The canvas takes what libjpeg-turbo does not, and decides about damage.
  let raster: Raster | undefined;
  if (type === 'tiff') raster = await decodeTiff(bytes);
  else if (type === 'jpg') raster = await decodeJpeg(bytes, orientation);
  return raster ? { source: raster, facts: raster } : decodeByCanvas(bytes, width, height);
}

/**
 * @returns a raster of 4 channels, of at least four times the size asked for where the picture has that: a large
 * photograph is halved while it is drawn, by means of 2 x 2 pixels, which takes half the time and half the memory.
 */
async function decodeByCanvas(bytes: Uint8Array, width: number, height: number): Promise<Decoded> {
  // Loaded when the first picture comes: it takes 80 ms, which processes without pictures need not spend.
  const { createCanvas, loadImage } = await import('@napi-rs/canvas');
  const image = await loadImage(bytes);
  const scale = Math.min(image.width / width, image.height / height);
  const reduction = 2 ** Math.max(0, Math.floor(Math.log2(scale / leastReduced)));
  const drawnWidth = Math.max(1, Math.round(image.width / reduction));
  const drawnHeight = Math.max(1, Math.round(image.height / reduction));
  const context = createCanvas(drawnWidth, drawnHeight).getContext('2d');
  context.fillStyle = 'black';
  context.fillRect(0, 0, drawnWidth, drawnHeight);
  context.imageSmoothingQuality = 'medium';
  context.drawImage(image, 0, 0, drawnWidth, drawnHeight);
  const { data } = context.getImageData(0, 0, drawnWidth, drawnHeight);
  const pixels = new Uint8Array(data.buffer, data.byteOffset, data.length);
  return { source: { pixels, width: drawnWidth, height: drawnHeight, channels: 4 }, facts: image };
}

function isGrey({ pixels }: Raster): boolean {
  for (let at = 0; at < pixels.length; at += 4) {
    if (pixels[at] !== pixels[at + 1] || pixels[at] !== pixels[at + 2]) return false;
  }
  return true;
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
