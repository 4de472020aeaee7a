import { createHash } from 'node:crypto';
import type { Shape } from '../../../shared/network/layer';
import type { ProblemKind } from '../../../shared/contract/problem';
import { UserError } from '../../../shared/errors';
import { noteReading } from '../../files/reading-note';
import { fitPicture, type PictureFacts } from './decode-picture';
import { perceptualHash, type PerceptualHash } from './perceptual-hash';
import { PictureError } from './picture-error';
import type { Location } from '../sources/listing';
import { readLocation } from '../sources/read-location';
import { mapLimited } from '../../files/map-limited';
import type { Message } from '../../../shared/words/message';

/** Pictures to decode to one size; plain values that travel between threads. */
export interface DecodeTask {
  shape: Shape;
  locations: Location[];
}

export type DecodedOne =
  ({ ok: true; key: number; hash: PerceptualHash } & PictureFacts) | { ok: false; kind: ProblemKind; words: Message };

export interface DecodedBatch {
  /** count x height x width x channels; zeros where a picture could not be read. */
  pixels: Uint8Array;
  pictures: DecodedOne[];
}

const keyBytes = 6;
/** Pictures that a thread works on at once: the system reads the files of some while the thread decodes another. */
export const lanes = 4;

/** The first 48 bits of a SHA-256: exact as a number, and the same for the same bytes alone. */
export function contentKey(bytes: Uint8Array): number {
  return createHash('sha256').update(bytes).digest().readUIntBE(0, keyBytes);
}

/**
 * Reads, checks, decodes and fits pictures; what is wrong with one stands in its place.
 */
export async function decodeBatch({ shape, locations }: DecodeTask): Promise<DecodedBatch> {
  const pictureBytes = shape[0] * shape[1] * shape[2];
  const pixels = new Uint8Array(locations.length * pictureBytes);
  const pictures = await mapLimited(locations, lanes, (location, index, lane) =>
    decodeOne(location, shape, pixels.subarray(index * pictureBytes, (index + 1) * pictureBytes), lane),
  );
  return { pixels, pictures };
}

async function decodeOne(location: Location, shape: Shape, target: Uint8Array, lane: number): Promise<DecodedOne> {
  try {
    const bytes = await readLocation(location);
    noteReading(location.name, lane);
    const { pixels, ...facts } = await fitPicture(bytes, location.name, shape);
    target.set(pixels);
    return { ok: true, key: contentKey(bytes), hash: perceptualHash(pixels, shape), ...facts };
  } catch (thrown) {
    if (!(thrown instanceof UserError)) throw thrown;
    return { ok: false, kind: thrown instanceof PictureError ? thrown.kind : 'unreadable', words: thrown.words };
  } finally {
    noteReading(null, lane);
  }
}
