import { message } from '../../../../shared/words/message';
import { damaged, PictureError } from '../picture-error';
import { tiffTag, type TiffDirectory } from './tiff-directory';
import type { TiffSamples } from './tiff-samples';

const mostTileSide = 8192;
/** What all strips or tiles may unpack to. */
const mostBytes = 4e8;
const uncompressed = 1;
const lumaChroma = 6;

interface Extent extends TiffSamples {
  readonly width: number;
  readonly height: number;
  readonly fileBytes: number;
}

interface Layout {
  readonly count: number;
  /** Bytes that a strip or tile unpacks to. */
  readonly bytesOf: (place: number) => number;
  readonly offsets: readonly number[] | undefined;
  readonly lengths: readonly number[] | undefined;
}

/**
 * Looks whether there are as many strips or tiles as the picture needs, each in the file and, where they are not
 * compressed, each of the length that it must have.
 * @throws PictureError
 */
export function checkTiffParts(tags: TiffDirectory['tags'], extent: Extent, name: string): void {
  const tiled = tags.has(tiffTag.tileWidth);
  if (tiled === tags.has(tiffTag.stripOffsets)) throw damaged(name);
  const layout = tiled ? tilesOf(tags, extent) : stripsOf(tags, extent);
  const { count, bytesOf, offsets, lengths } = layout ?? {};
  if (!count || !bytesOf || offsets?.length !== count || lengths?.length !== count) throw damaged(name);
  let unpacked = 0;
  for (let place = 0; place < count; place++) {
    const [start, length] = [offsets[place] as number, lengths[place] as number];
    const bytes = bytesOf(place);
    unpacked += bytes;
    if (start === 0 || length === 0 || start + length > extent.fileBytes) throw damaged(name);
    // Luma and chroma may be of different size.
    if (extent.compression === uncompressed && extent.photometric !== lumaChroma && length < bytes) throw damaged(name);
  }
  if (unpacked > mostBytes)
    throw new PictureError('too-large', message('pictures.unpacksTooLarge', { name, bytes: unpacked }));
}

function tilesOf(tags: TiffDirectory['tags'], { width, height, samples, planes, bits }: Extent): Layout | undefined {
  const [across = 0] = tags.get(tiffTag.tileWidth) ?? [];
  const [down = 0] = tags.get(tiffTag.tileHeight) ?? [];
  if ([across, down].some((side) => side === 0 || side > mostTileSide || side % 16 > 0)) return undefined;
  const bytes = Math.ceil((across * (planes ? 1 : samples) * bits) / 8) * down;
  return {
    count: Math.ceil(width / across) * Math.ceil(height / down) * (planes ? samples : 1),
    bytesOf: () => bytes,
    offsets: tags.get(tiffTag.tileOffsets),
    lengths: tags.get(tiffTag.tileBytes),
  };
}

function stripsOf(tags: TiffDirectory['tags'], { width, height, samples, planes, bits }: Extent): Layout {
  const rows = Math.min(height, tags.get(tiffTag.rowsPerStrip)?.[0] ?? height);
  const perPlane = rows > 0 ? Math.ceil(height / rows) : 0;
  const rowBytes = Math.ceil((width * (planes ? 1 : samples) * bits) / 8);
  return {
    count: perPlane * (planes ? samples : 1),
    // The last one of a plane has the rows that are left.
    bytesOf: (place) => rowBytes * (place % perPlane === perPlane - 1 ? height - rows * (perPlane - 1) : rows),
    offsets: tags.get(tiffTag.stripOffsets),
    lengths: tags.get(tiffTag.stripBytes),
  };
}
