import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import expectedByPillow from '../fixtures/encodings.json';
import { fitPicture } from './decode-picture';
import { PictureError } from './picture-error';

const folder = join(__dirname, '..', 'fixtures', 'encodings');
const reference = z.object({ width: z.number(), height: z.number(), pixels: z.array(z.number()) });
const expected = z.record(z.string(), reference.nullable()).parse(expectedByPillow);

/** What is refused, and why. The second half Pillow reads. */
const refused: Record<string, string> = {
  'jpeg-lossless-sixteen.jpg': 'it is a lossless JPEG of 16 bits a sample',
  'jpeg-ls.jls': 'it is a JPEG-LS JPEG of 8 bits a sample',
  'jpeg-twelve-bits-grey.jpg': 'it is a grey JPEG of 12 bits a sample',
  'jpeg-xl.jxl': 'of the format JPEG XL',
  'photo.heic': 'it is a HEIC photograph',
  'tiff-cielab.tif': 'the colours of the TIFF are CIE L*a*b*',
  'tiff-float.tif': 'floating-point numbers',
  'tiff-float-rgb.tif': 'floating-point numbers',
  'tiff-half.tif': 'floating-point numbers',
  'tiff-jpeg2000.tif': 'compressed by the method JPEG 2000',
  'tiff-jpegxl.tif': 'compressed by the method JPEG XL',
  'tiff-lerc.tif': 'compressed by the method LERC',
  'tiff-png.tif': 'compressed by the method PNG',
  'tiff-signed-sixteen.tif': 'signed numbers',
  'tiff-thirty-two.tif': 'have 32 bits',
  'tiff-webp.tif': 'compressed by the method WebP',

  'icon.ico': 'of the format icon (ICO)',
  'jpeg2000.jp2': 'of the format JPEG 2000',
  'jpeg2000-codestream.j2k': 'of the format JPEG 2000',
  'tiff-lzma.tif': 'compressed by the method LZMA',
  'tiff-signed.tif': 'signed numbers',
  'tiff-zstd.tif': 'compressed by the method Zstandard',
  'tiff-zstd-grey.tif': 'compressed by the method Zstandard',
};
/** Colours of 12 bits, which Pillow does not read. */
const readHereAlone: Record<string, string> = { 'jpeg-twelve-bits.jpg': 'jpeg-420.jpg' };

/** Decoders of lossy formats may differ by some grey levels; all else but rounding is exact. */
const toleranceOf = (name: string): number => (/jpe?g|avif|lossy/.test(name) ? 5 : 1);

describe('one picture in many encodings', () => {
  it.each(readdirSync(folder).filter((name) => !(name in refused)))(
    '%s has the pixels that Pillow reads',
    async (name) => {
      const wanted = expected[readHereAlone[name] ?? name];
      const { pixels, width, height } = await fitPicture(await readFile(join(folder, name)), name, [8, 8, 3]);
      const largest = Math.max(...pixels.map((value, at) => Math.abs(value - (wanted?.pixels[at] ?? NaN))));
      expect({ width, height, isClose: largest <= toleranceOf(name), largest }).toMatchObject({
        width: wanted?.width,
        height: wanted?.height,
        isClose: true,
      });
    },
  );

  it.each(Object.entries(refused))('%s is refused, because %s', async (name, reason) => {
    const failure = await fitPicture(await readFile(join(folder, name)), name, [8, 8, 3]).catch(
      (thrown: unknown) => thrown,
    );
    expect(failure).toBeInstanceOf(PictureError);
    expect(String(failure)).toContain(`${name} cannot be read: `);
    expect(String(failure)).toContain(reason);
  });
});
