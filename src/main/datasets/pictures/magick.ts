import { readFile } from 'node:fs/promises';
import { setFlagsFromString } from 'node:v8';
import type { IMagickImage } from '@imagemagick/magick-wasm';
import type * as MagickLibrary from '@imagemagick/magick-wasm';
import wasmPath from '@imagemagick/magick-wasm/magick.wasm?file';
import type { MagickFormat } from './headers/header';
import type { Raster } from './resize';

type Library = typeof MagickLibrary;

/** Nothing but these, whatever the bytes say, and no other program or file. */
const policy = `<policymap>
  <policy domain="delegate" rights="none" pattern="*"/>
  <policy domain="path" rights="none" pattern="@*"/>
  <policy domain="coder" rights="none" pattern="*"/>
  <policy domain="coder" rights="read" pattern="{JPEG,GIF,BMP,TIFF,TIFF64,PNM,PBM,PGM,PPM}"/>
</policymap>`;
const mostSide = 2n ** 16n;
/** A pixel takes 4 bytes; beyond this ImageMagick would go on on a disk, which it is given none of. */
const mostPixels = 100_000_000n;
const pixelsAtOnce = 2 ** 20;
/** Libraries that it is made of tell of missing data by a warning, and fill in grey. */
const isGrave = (warning: string): boolean =>
  /premature|corrupt|truncat|not enough|unexpected|invalid/i.test(warning) && !/extraneous bytes/i.test(warning);

let library: Promise<Library> | undefined;

/**
 * The first picture of a file by ImageMagick, not turned, with straight alpha. It is compiled when the first such
 * picture comes, which takes half a second in each process.
 * @param format as the file's own bytes have been found to be.
 * @throws Error where it cannot be decoded, or not without doubt.
 */
export async function decodeByMagick(format: MagickFormat, bytes: Uint8Array): Promise<Raster> {
  const magick = await (library ??= load());
  const image = magick.MagickImage.create();
  const warnings: string[] = [];
  image.onWarning = ({ error }) => warnings.push(error.message);
  try {
    image.read(bytes, new magick.MagickReadSettings({ format, frameIndex: 0, frameCount: 1 }));
    const grave = warnings.find(isGrave);
    if (grave !== undefined) throw new Error(grave);
    return rasterOf(image, magick);
  } finally {
    image.dispose();
  }
}

async function load(): Promise<Library> {
  // Else engines of the age of Node 16 optimise all of it before the first call, for many seconds.
  setFlagsFromString('--wasm-lazy-compilation');
  const magick = await import('@imagemagick/magick-wasm');
  const settings = magick.ConfigurationFiles.default;
  settings.policy.data = policy;
  await magick.initializeImageMagick(await readFile(wasmPath), settings);
  const limits = magick.ResourceLimits;
  limits.width = mostSide;
  limits.height = mostSide;
  limits.area = mostPixels;
  limits.disk = 0n;
  limits.listLength = 4n;
  return magick;
}

/** Copied out some rows at a time, so that all pixels do not lie there three times. */
function rasterOf(image: IMagickImage, { ColorSpace }: Library): Raster {
  const { width, height } = image;
  const isInk = image.colorSpace === ColorSpace.CMYK;
  const pixels = new Uint8Array(width * height * 4);
  const rows = Math.max(1, Math.floor(pixelsAtOnce / width));
  image.getPixels((all) => {
    for (let row = 0; row < height; row += rows) {
      const some = all.toByteArray(0, row, width, Math.min(rows, height - row), isInk ? 'CMYK' : 'RGBA');
      if (!some) throw new Error('There was no memory for its pixels.');
      pixels.set(some, row * width * 4);
    }
  });
  if (isInk) fromInk(pixels);
  return { pixels, width, height, channels: 4 };
}

/** Cyan, magenta, yellow and black as red, green and blue, by the plain formula that Pillow has. */
function fromInk(pixels: Uint8Array): void {
  for (let at = 0; at < pixels.length; at += 4) {
    const light = 255 - (pixels[at + 3] as number);
    for (let channel = at; channel < at + 3; channel++) {
      pixels[channel] = Math.round(((255 - (pixels[channel] as number)) * light) / 255);
    }
    pixels[at + 3] = 255;
  }
}
