import { damaged } from '../picture-error';
import { checkSize, viewOf, type PictureHeader } from './header';
import { readTiffDirectory, tiffTag, type TiffDirectory } from './tiff-directory';
import { checkTiffParts } from './tiff-parts';
import { checkTiffSamples } from './tiff-samples';

/**
 * The first picture of a TIFF file (TIFF 6.0, BigTIFF). Its whole structure is looked at before a decoder is: decoders
 * show what is missing as black, and what is meant in another way in other colours, and say nothing.
 * @throws PictureError
 */
export function readTiffHeader(bytes: Uint8Array, name: string): PictureHeader {
  const directory = readTiffDirectory(bytes);
  if (!directory) throw damaged(name);
  const first = (tag: number, otherwise: number): number => directory.tags.get(tag)?.[0] ?? otherwise;
  const [width, height] = [first(tiffTag.width, 0), first(tiffTag.height, 0)];
  checkSize(name, width, height);
  const samples = checkTiffSamples(directory.tags, name);
  checkTiffParts(directory.tags, { ...samples, width, height, fileBytes: bytes.length }, name);
  const turn = first(tiffTag.orientation, 1);
  return {
    width,
    height,
    shown: asShown(bytes, directory),
    decoder: directory.big ? 'TIFF64' : 'TIFF',
    orientation: turn >= 1 && turn <= 8 ? turn : 1,
  };
}

/** Without further pages, whose directories may form a loop; and with colours of a palette that 8 bits say exactly. */
function asShown(bytes: Uint8Array, { big, tags, colourMapAt, nextAt }: TiffDirectory): Uint8Array {
  const shown = Uint8Array.from(bytes);
  shown.fill(0, nextAt, Math.min(bytes.length, nextAt + (big ? 8 : 4)));
  const little = bytes[0] === 0x49;
  const view = viewOf(shown);
  // Writers differ in whether white is 0xff00 or 0xffff: the higher byte is what both mean.
  tags.get(tiffTag.colourMap)?.forEach((value, place) => {
    view.setUint16(colourMapAt + 2 * place, (value >> 8) * 0x101, little);
  });
  return shown;
}
