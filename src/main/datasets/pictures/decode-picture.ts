import type { Shape } from '../../../shared/network/layer';
import type { Picture } from '../../../shared/contract/dataset';
import { decodeByCanvas } from './canvas';
import { withinBudget } from './decoding-budget';
import { counted } from './decoding-watch';
import { isGrey, toGrey } from './grey';
import type { Frame, PictureHeader } from './headers/header';
import { decodeJpeg } from './jpeg';
import { decodeByMagick } from './magick';
import { damaged } from './picture-error';
import { checkPicture } from './picture-file';
import { resize, type Raster } from './resize';
import { upright } from './upright';

/** What a picture is like before it is fitted to a network. */
export interface PictureFacts {
  /** Upright, in pixels. */
  width: number;
  height: number;
  /** Whether red, green and blue are the same everywhere. */
  grey: boolean;
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
 * Decodes a picture and fits it to a network's input: upright after its orientation tag, transparent parts on black,
 * grey where the input has 1 channel (ITU-R 601 luma, as Pillow's mode L). Where the size differs, the largest part in
 * the middle that has the input's proportions is resized.
 * @param name for messages. @returns height x width x channels bytes. @throws PictureError
 */
export async function fitPicture(
  bytes: Uint8Array,
  name: string,
  [height, width, channels]: Shape,
): Promise<PictureFacts & { pixels: Uint8Array }> {
  const header = checkPicture(bytes, name);
  const { pixels, grey } = await withinBudget(header.width * header.height, () =>
    counted(async () => {
      const source = await decode(header, bytes, width, height).catch((thrown: unknown) => {
        throw damaged(name, thrown);
      });
      const fitted = resize(channels === 1 ? toGrey(source) : source, width, height, channels);
      return { pixels: fitted, grey: isGrey(source) };
    }),
  );
  const [across, down] = isOnItsSide(header) ? [header.height, header.width] : [header.width, header.height];
  return { pixels, width: across, height: down, grey };
}

/**
 * @returns a raster of 4 channels, upright and opaque; a large picture may be reduced already, see {@link decodeByCanvas}.
 * @throws Error where the decoder does, or shows another size than the header said.
 */
async function decode(header: PictureHeader, bytes: Uint8Array, width: number, height: number): Promise<Raster> {
  const shown = header.shown ?? bytes;
  if (header.decoder === 'canvas') {
    const [across, down] = isOnItsSide(header) ? [height, width] : [width, height];
    const reduced = await decodeByCanvas(shown, across, down);
    expectSize(header, reduced);
    return upright(reduced.raster, header.orientation);
  }
  const raster =
    header.decoder === 'jpeg-turbo'
      ? // What it does not take without a warning ImageMagick decides about, which tells what is missing.
        ((await decodeJpeg(shown)) ?? (await decodeByMagick('JPEG', shown)))
      : await decodeByMagick(header.decoder, shown);
  expectSize(header.frame ?? header, raster);
  if (header.decoder !== 'jpeg-turbo') putOnBlack(raster.pixels);
  return upright(header.frame ? putOnScreen(raster, header, header.frame) : raster, header.orientation);
}

const isOnItsSide = ({ orientation }: PictureHeader): boolean => orientation >= 5;

type Size = Pick<PictureHeader, 'width' | 'height'>;

function expectSize(header: Size, { width, height }: Size): void {
  if (width === header.width && height === header.height) return;
  throw new Error(`It was decoded as ${width} x ${height}, not ${header.width} x ${header.height}.`);
}

function putOnBlack(rgba: Uint8Array): void {
  for (let at = 0; at < rgba.length; at += 4) {
    const alpha = rgba[at + 3] as number;
    if (alpha === 255) continue;
    for (let channel = at; channel < at + 3; channel++) {
      rgba[channel] = Math.round(((rgba[channel] as number) * alpha) / 255);
    }
  }
}

/** A frame at its place, on the colour that is around it. */
function putOnScreen({ pixels, channels }: Raster, { width, height }: Size, frame: Frame): Raster {
  const screen = new Uint32Array(width * height).fill(colourWord(frame.around));
  const all = new Uint8Array(screen.buffer);
  const rowBytes = frame.width * channels;
  for (let row = 0; row < frame.height; row++) {
    all.set(pixels.subarray(row * rowBytes, (row + 1) * rowBytes), ((frame.top + row) * width + frame.left) * channels);
  }
  return { pixels: all, width, height, channels };
}

function colourWord(colour: Frame['around']): number {
  return new Uint32Array(Uint8Array.of(...colour, 255).buffer)[0] as number;
}
