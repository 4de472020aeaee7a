import { createHash } from 'node:crypto';
import type { Shape } from '../../shared/architecture/layer';
import type { ProblemKind } from '../../shared/contract/problem';
import { UserError } from '../../shared/errors';
import { fitPicture, type PictureFacts } from './decode-picture';
import { lookOf, type Look } from './look';
import { PictureError } from './picture-error';
import type { Location } from './sources/listing';
import { readLocation } from './sources/read-location';

/** Pictures to decode to one size; plain values that travel between threads. */
export interface DecodeTask {
  shape: Shape;
  locations: Location[];
}

export type DecodedOne =
  ({ ok: true; key: number; look: Look } & PictureFacts) | { ok: false; kind: ProblemKind; message: string };

export interface DecodedBatch {
  /** count x height x width x channels; zeros where a picture could not be read. */
  pixels: Uint8Array;
  pictures: DecodedOne[];
}

const keyBytes = 6;

/** The first 48 bits of a SHA-256: exact as a number, and the same for the same bytes alone. */
export function contentKey(bytes: Uint8Array): number {
  return createHash('sha256').update(bytes).digest().readUIntBE(0, keyBytes);
}

/** Reads, checks, decodes and fits pictures one after another; what is wrong with one stands in its place. */
export async function decodeBatch({ shape, locations }: DecodeTask): Promise<DecodedBatch> {
  const pictureBytes = shape[0] * shape[1] * shape[2];
  const pixels = new Uint8Array(locations.length * pictureBytes);
  const pictures: DecodedOne[] = [];
  for (const [index, location] of locations.entries()) {
    try {
      const bytes = await readLocation(location);
      const { pixels: fitted, ...facts } = await fitPicture(bytes, location.name, shape);
      pixels.set(fitted, index * pictureBytes);
      pictures.push({ ok: true, key: contentKey(bytes), look: lookOf(fitted, shape), ...facts });
    } catch (thrown) {
      if (!(thrown instanceof UserError)) throw thrown;
      const kind = thrown instanceof PictureError ? thrown.kind : 'unreadable';
      pictures.push({ ok: false, kind, message: thrown.message });
    }
  }
  return { pixels, pictures };
}
