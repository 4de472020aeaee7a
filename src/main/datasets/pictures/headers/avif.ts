import { cutOff, damaged } from '../picture-error';
import { largestFrame } from './av1';
import { checkSize, type PictureHeader } from './header';
import { boxesIn, boxIn, numberAt, type Box } from './iso-boxes';

type Property = Pick<Box, 'kind' | 'content'>;

/**
 * Size and turn of the primary picture (ISO/IEC 23008-12), in a sequence as in a still. What the coded frames say of
 * their size is looked at as well: a decoder takes the memory for it before it compares.
 * @throws PictureError
 */
export function readAvifHeader(bytes: Uint8Array, name: string): PictureHeader {
  const top = boxesIn(bytes, 0, bytes.length);
  const meta = top.find(({ kind }) => kind === 'meta');
  if (top.some(({ complete }) => !complete)) throw damaged(name);
  if (!meta) throw cutOff(name, 'AVIF');
  const inMeta = boxesIn(meta.content, 4, meta.content.length, meta.start + 4);
  const primary = primaryItem(boxIn(inMeta, 'pitm'));
  const properties = propertiesOf(inMeta, primary);
  const extents = boxIn(properties, 'ispe');
  if (primary === undefined || !extents || extents.length < 12) throw damaged(name);
  const [width, height] = [numberAt(extents, 4, 4), numberAt(extents, 8, 4)];
  checkSize(name, width, height);
  checkCodedFrames(bytes, top, name, width * height);
  return { width, height, decoder: 'canvas', orientation: turn(properties) };
}

/** Alpha and tiles of a grid are of the size of the whole or less, and so is the first frame of a sequence. */
function checkCodedFrames(bytes: Uint8Array, top: readonly Box[], name: string, pixels: number): void {
  const starts = [...itemStarts(top), ...top.flatMap(({ kind, start }) => (kind === 'mdat' ? [start] : []))];
  for (const start of starts) {
    const frame = largestFrame(bytes, start);
    if (!frame) continue;
    checkSize(name, frame.width, frame.height);
    // A frame may be padded to whole blocks.
    if (frame.width * frame.height > 2 * pixels + 65536) throw damaged(name);
  }
}

/** Where the data of items begin, by the table of locations: `iloc`, of version 0 to 2. */
function itemStarts(top: readonly Box[]): number[] {
  const meta = top.find(({ kind }) => kind === 'meta');
  const inMeta = meta ? boxesIn(meta.content, 4, meta.content.length, meta.start + 4) : [];
  const table = boxIn(inMeta, 'iloc');
  if (!table) return [];
  const version = table[0] as number;
  const sizes = numberAt(table, 4, 2);
  const [offsetBytes, lengthBytes, baseBytes] = [sizes >> 12, (sizes >> 8) & 15, (sizes >> 4) & 15];
  const indexBytes = version === 0 ? 0 : sizes & 15;
  const idBytes = version < 2 ? 2 : 4;
  const inside = inMeta.find(({ kind }) => kind === 'idat')?.start ?? 0;
  const found: number[] = [];
  let at = 6 + idBytes;
  for (let items = numberAt(table, 6, idBytes); items > 0 && at < table.length; items--) {
    at += idBytes;
    const isInside = version > 0 && (numberAt(table, at, 2) & 15) === 1;
    at += version > 0 ? 4 : 2;
    const base = numberAt(table, at, baseBytes) + (isInside ? inside : 0);
    const extents = numberAt(table, at + baseBytes, 2);
    at += baseBytes + 2;
    if (extents > 0) found.push(base + numberAt(table, at + indexBytes, offsetBytes));
    at += extents * (indexBytes + offsetBytes + lengthBytes);
  }
  return found;
}

function primaryItem(box: Uint8Array | undefined): number | undefined {
  if (!box || box.length < 6) return undefined;
  return box[0] === 0 ? numberAt(box, 4, 2) : box.length >= 8 ? numberAt(box, 4, 4) : undefined;
}

/** The properties of an item: `ipma` lists their places in `ipco`, from 1. */
function propertiesOf(inMeta: readonly Box[], item: number | undefined): Property[] {
  const container = boxIn(inMeta, 'iprp');
  if (!container) return [];
  const inProperties = boxesIn(container, 0, container.length);
  const [all, links] = [boxIn(inProperties, 'ipco'), boxIn(inProperties, 'ipma')];
  if (!all || !links || links.length < 8) return [];
  const known = boxesIn(all, 0, all.length);
  const [idBytes, placeBytes] = [links[0] === 0 ? 2 : 4, (links[3] as number) & 1 ? 2 : 1];
  let at = 8;
  for (let entries = numberAt(links, 4, 4); entries > 0 && at + idBytes < links.length; entries--) {
    const id = numberAt(links, at, idBytes);
    const count = links[at + idBytes] as number;
    at += idBytes + 1;
    if (id === item && at + count * placeBytes <= links.length) {
      const mask = placeBytes === 2 ? 0x7fff : 0x7f;
      const places = Array.from({ length: count }, (_, link) => numberAt(links, at + link * placeBytes, placeBytes));
      return places.flatMap((place) => known[(place & mask) - 1] ?? []);
    }
    at += count * placeBytes;
  }
  return [];
}

/** Quarters of a turn against the clock and then a mirror, as one of EXIF's eight. */
function turn(properties: readonly Property[]): number {
  const [rotation, mirror] = [boxIn(properties, 'irot'), boxIn(properties, 'imir')];
  const quarters = (rotation?.[0] ?? 0) & 3;
  if (!mirror) return [1, 8, 3, 6][quarters] ?? 1;
  const leftToRight = ((mirror[0] ?? 0) & 1) === 1;
  return (leftToRight ? [2, 7, 4, 5] : [4, 5, 2, 7])[quarters] ?? 1;
}
