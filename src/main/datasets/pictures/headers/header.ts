import { PictureError, tooLarge } from '../picture-error';
import { message } from '../../../../shared/words/message';

/** Who decodes a picture: libjpeg-turbo the ordinary JPEG, the canvas PNG, WebP and AVIF, ImageMagick what is left. */
export type Decoder = 'jpeg-turbo' | 'canvas' | MagickFormat;

/** Formats of ImageMagick, which is never left to guess. */
export type MagickFormat = 'JPEG' | 'GIF' | 'BMP' | 'TIFF' | 'TIFF64' | 'PNM';

/** What a picture's bytes say of it before it is decoded; whoever reads it has made sure that the file is whole. */
export interface PictureHeader {
  /** As the pixels are stored, before they are turned. */
  readonly width: number;
  readonly height: number;
  /** How the picture is to be turned, 1 to 8 after TIFF 6.0; 1 where that is not said. */
  readonly orientation: number;
  readonly decoder: Decoder;
  /** The part of it that its decoder shows, where that is not all, and the colour around. */
  readonly frame?: Frame;
  /** What the decoder is given where it is not the file: without what would change colours or is not looked at. */
  readonly shown?: Uint8Array;
}

export interface Frame {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly around: readonly [red: number, green: number, blue: number];
}

const mostPixels = 100e6;

/** The first to hold, before any decoder asks for memory. @throws PictureError */
export function checkSize(name: string, width: number, height: number): void {
  if (!(width > 0 && height > 0)) throw new PictureError('unreadable', message('pictures.noPixels', { name }));
  if (width * height > mostPixels) throw tooLarge(name, width, height);
}

/** Numbers of a file, which may end anywhere. */
export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Bytes as text of one character each; shorter where they end. */
export function textAt(bytes: Uint8Array, start: number, length: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset + Math.min(start, bytes.length))
    .subarray(0, Math.max(0, Math.min(length, bytes.length - start)))
    .toString('latin1');
}
