import { message, type Message } from '../../../../shared/words/message';
import { damaged, unsupported } from '../picture-error';
import { tiffTag, type TiffDirectory } from './tiff-directory';

/** Compressions that are read: none, three of fax, LZW, JPEG, Deflate by its two numbers, PackBits. */
const readCompressions = [1, 2, 3, 4, 5, 7, 8, 32946, 32773];
/** Others by the names that people know; a number that is not here is told as it is. */
const otherCompressions: Readonly<Record<number, string>> = {
  6: 'old-style JPEG',
  34712: 'JPEG 2000',
  34887: 'LERC',
  34925: 'LZMA',
  34933: 'PNG',
  50000: 'Zstandard',
  50001: 'WebP',
  50002: 'JPEG XL',
  52546: 'JPEG XL',
};
/** Samples that a colour takes: white is 0, black is 0, red-green-blue, palette, ink (CMYK), luma-chroma (YCbCr). */
const samplesOf: Readonly<Record<number, number>> = { 0: 1, 1: 1, 2: 3, 3: 1, 5: 4, 6: 3 };
const otherColours: Readonly<Record<number, string>> = {
  4: 'a transparency mask',
  8: 'CIE L*a*b*',
  9: 'ICC L*a*b*',
  10: 'ITU L*a*b*',
  32803: 'the mosaic of a camera sensor',
  32844: 'LogL',
  32845: 'LogLuv',
  34892: 'linear raw',
};
const palette = 3;

export interface TiffSamples {
  readonly bits: number;
  readonly samples: number;
  /** Whether each sample has a plane of its own. */
  readonly planes: boolean;
  readonly compression: number;
  readonly photometric: number;
}

/** What a pixel is made of. @throws PictureError where that is not read, with the reason, or makes no sense. */
export function checkTiffSamples(tags: TiffDirectory['tags'], name: string): TiffSamples {
  const first = (tag: number, otherwise: number): number => tags.get(tag)?.[0] ?? otherwise;
  const photometric = first(tiffTag.photometric, -1);
  const compression = first(tiffTag.compression, 1);
  const samples = first(tiffTag.samples, 1);
  const depths = tags.get(tiffTag.bits) ?? [1];
  const formats = tags.get(tiffTag.sampleFormat) ?? [1];
  const planar = first(tiffTag.planar, 1);
  const reason = whyUnread({ photometric, compression, depths, formats, predictor: first(tiffTag.predictor, 1) });
  if (reason) throw unsupported(name, reason);
  const bits = depths[0] as number;
  const needed = samplesOf[photometric];
  const sound =
    needed !== undefined &&
    samples >= needed &&
    samples <= 16 &&
    (depths.length === 1 || depths.length >= samples) &&
    (bits >= 8 || samples === 1) &&
    (planar === 1 || (planar === 2 && photometric !== palette)) &&
    (photometric !== palette || (bits <= 8 && tags.get(tiffTag.colourMap)?.length === 3 * 2 ** bits));
  if (!sound) throw damaged(name);
  return { bits, samples, planes: planar === 2 && samples > 1, compression, photometric };
}

interface Kind {
  photometric: number;
  compression: number;
  depths: readonly number[];
  formats: readonly number[];
  predictor: number;
}

function whyUnread({ photometric, compression, depths, formats, predictor }: Kind): Message | undefined {
  if (!readCompressions.includes(compression)) {
    return message('pictures.reasons.compression', {
      format: 'TIFF',
      compression: otherCompressions[compression] ?? String(compression),
    });
  }
  if (formats.includes(2)) return message('pictures.reasons.signed');
  if (formats.some((format) => format === 3 || format > 4) || predictor === 3) {
    return message('pictures.reasons.floats');
  }
  const [bits = 1] = depths;
  if (depths.some((depth) => depth !== bits)) return message('pictures.reasons.unevenBits');
  if (![1, 2, 4, 8, 16].includes(bits)) return message('pictures.reasons.bits', { bits });
  if (photometric >= 0 && samplesOf[photometric] === undefined) {
    return message('pictures.reasons.colours', { colours: otherColours[photometric] ?? String(photometric) });
  }
  return undefined;
}
