import { viewOf } from './header';

/** Bytes of a number of each kind that the tags of a picture's layout may have: BYTE, SHORT, LONG, LONG8. */
const bytesOf: Readonly<Record<number, number>> = { 1: 1, 3: 2, 4: 4, 16: 8 };
const mostEntries = 512;
const mostNumbers = 4e6;
/** Version of a TIFF with addresses of 8 bytes. */
const bigVersion = 43;

/** The tags that a picture's layout follows from (TIFF 6.0). */
export const tiffTag = {
  width: 256,
  height: 257,
  bits: 258,
  compression: 259,
  photometric: 262,
  stripOffsets: 273,
  orientation: 274,
  samples: 277,
  rowsPerStrip: 278,
  stripBytes: 279,
  planar: 284,
  predictor: 317,
  colourMap: 320,
  tileWidth: 322,
  tileHeight: 323,
  tileOffsets: 324,
  tileBytes: 325,
  extraSamples: 338,
  sampleFormat: 339,
} as const;
const wanted = new Set<number>(Object.values(tiffTag));

export interface TiffDirectory {
  readonly big: boolean;
  readonly tags: ReadonlyMap<number, readonly number[]>;
  /** Where the numbers of the colour map begin. */
  readonly colourMapAt: number;
  /** Where the address of the next directory stands. */
  readonly nextAt: number;
}

/** The first directory of a TIFF. @returns undefined where it, or a number that it refers to, does not lie in the file. */
export function readTiffDirectory(bytes: Uint8Array): TiffDirectory | undefined {
  const numbers = new Numbers(bytes, bytes[0] === 0x49);
  const big = numbers.at(2, 2) === bigVersion;
  const [headBytes, entryBytes, addressBytes] = big ? [8, 20, 8] : [2, 12, 4];
  const start = big ? numbers.at(8, 8) : numbers.at(4, 4);
  const count = start + headBytes <= bytes.length ? numbers.at(start, headBytes) : 0;
  const nextAt = start + headBytes + count * entryBytes;
  if (count < 1 || count > mostEntries || nextAt > bytes.length) return undefined;
  const tags = new Map<number, readonly number[]>();
  let colourMapAt = 0;
  for (let at = start + headBytes; at < nextAt; at += entryBytes) {
    const tag = numbers.at(at, 2);
    if (!wanted.has(tag)) continue;
    const each = bytesOf[numbers.at(at + 2, 2)];
    const values = numbers.at(at + 4, addressBytes);
    if (tag === tiffTag.colourMap && each !== 2) return undefined;
    if (each === undefined || values < 1 || values > mostNumbers || tags.has(tag)) return undefined;
    const inEntry = at + 4 + addressBytes;
    const from = values * each <= addressBytes ? inEntry : numbers.at(inEntry, addressBytes);
    if (from + values * each > bytes.length) return undefined;
    if (tag === tiffTag.colourMap) colourMapAt = from;
    tags.set(
      tag,
      Array.from({ length: values }, (_, place) => numbers.at(from + place * each, each)),
    );
  }
  return { big, tags, colourMapAt, nextAt };
}

class Numbers {
  readonly #view: DataView;

  constructor(
    bytes: Uint8Array,
    private readonly little: boolean,
  ) {
    this.#view = viewOf(bytes);
  }

  /** A number of 1, 2, 4 or 8 bytes; 0 where the file has ended. */
  at(place: number, bytes: number): number {
    if (place + bytes > this.#view.byteLength) return 0;
    if (bytes === 1) return this.#view.getUint8(place);
    if (bytes === 2) return this.#view.getUint16(place, this.little);
    return bytes === 4 ? this.#view.getUint32(place, this.little) : Number(this.#view.getBigUint64(place, this.little));
  }
}
