import type { Raster } from './resize';
import { upright } from './upright';

const orientationTag = 't274';
const pixelSamplesTag = 't277';
const bitsTag = 't258';
const formatTag = 't339';
const photometricTag = 't262';
/** Where the strips, or the tiles, of the picture begin, and how many bytes each has. */
const partTags = [
  ['t273', 't279'],
  ['t324', 't325'],
] as const;
const whiteIsZero = 0;
const unsigned = 1;

/**
 * The first picture of a TIFF file (TIFF 6.0), upright. What cannot be shown faithfully, such as floating-point
 * samples, is refused instead of being guessed.
 * @throws Error where it cannot be decoded.
 */
export async function decodeTiff(bytes: Uint8Array): Promise<Raster> {
  const tiff = await import('utif2');
  const buffer = Uint8Array.from(bytes).buffer;
  const [first] = tiff.decode(buffer);
  if (!first) throw new Error('It holds no picture.');
  const tags = first as unknown as Record<string, number[] | undefined>;
  if ((tags[formatTag]?.[0] ?? unsigned) !== unsigned) throw new Error('Its samples are no whole numbers.');
  if (!holdsParts(tags, bytes.length)) throw new Error('Its pixels are cut off.');
  tiff.decodeImage(buffer, first);
  const bits = tags[bitsTag]?.[0] ?? 1;
  const samples = tags[pixelSamplesTag]?.[0] ?? 1;
  const expected = first.height * Math.ceil((first.width * bits * samples) / 8);
  if (!first.data || first.data.length < expected) throw new Error('Its pixels are cut off.');
  const rgba =
    bits === 16 && samples === 1
      ? fromSixteenBits(first.data, Boolean(first.isLE), tags[photometricTag]?.[0] === whiteIsZero)
      : tiff.toRGBA8(first);
  const raster = { pixels: onBlack(rgba), width: first.width, height: first.height, channels: 4 };
  return upright(raster, tags[orientationTag]?.[0] ?? 1);
}

/** Whether all strips and tiles lie in the file: the decoder fills what is missing and says nothing. */
function holdsParts(tags: Record<string, number[] | undefined>, length: number): boolean {
  return partTags.every(([starts, sizes]) =>
    (tags[starts] ?? []).every((start, part) => start + (tags[sizes]?.[part] ?? 0) <= length),
  );
}

/** Grey of 16 bits by its high byte, as other formats of 16 bits are read. */
function fromSixteenBits(data: Uint8Array, littleEndian: boolean, inverted: boolean): Uint8Array {
  const rgba = new Uint8Array((data.length / 2) * 4).fill(255);
  for (let to = 0, from = littleEndian ? 1 : 0; to < rgba.length; to += 4, from += 2) {
    const grey = inverted ? 255 - (data[from] as number) : (data[from] as number);
    rgba.fill(grey, to, to + 3);
  }
  return rgba;
}

function onBlack(rgba: Uint8Array): Uint8Array {
  for (let at = 0; at < rgba.length; at += 4) {
    const alpha = rgba[at + 3] as number;
    if (alpha === 255) continue;
    for (let channel = at; channel < at + 3; channel++)
      rgba[channel] = Math.round(((rgba[channel] as number) * alpha) / 255);
  }
  return rgba;
}
