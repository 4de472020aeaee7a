import type { Shape } from '../../../shared/network/layer';
import { UserError } from '../../../shared/errors';
import { message } from '../../../shared/words/message';
import type { DecodeTask } from './decode-batch';
import type { DecoderPool } from './decoder-pool';
import type { FoundPicture } from '../readers/reader';
import { locate } from '../sources/listing';

const picturesPerTask = 16;

interface Task extends DecodeTask {
  first: number;
}

/**
 * The pixels of pictures that were decoded once and not kept, one after the other.
 * @param keys of all pictures, as they were.
 * @throws UserError that names a picture which is gone or has changed in the meantime.
 */
export async function decodeAgain(
  items: readonly FoundPicture[],
  indices: Uint32Array,
  keys: Float64Array,
  shape: Shape,
  decoders: DecoderPool,
  signal: AbortSignal | undefined,
): Promise<Uint8Array> {
  const pictureBytes = shape[0] * shape[1] * shape[2];
  const gathered = new Uint8Array(indices.length * pictureBytes);
  function* tasks(): Generator<Task> {
    for (let first = 0; first < indices.length; first += picturesPerTask) {
      const wanted = Array.from(indices.subarray(first, first + picturesPerTask));
      yield { shape, locations: wanted.map((index) => locate((items[index] as FoundPicture).file)), first };
    }
  }
  await decoders.decodeAll(tasks(), signal, ({ first, locations }, { pixels, pictures }) => {
    pictures.forEach((picture, place) => {
      if (!picture.ok) throw new UserError(message('imports.readBefore', { message: picture.words }));
      if (picture.key !== keys[indices[first + place] as number]) {
        throw new UserError(message('imports.changed', { name: locations[place]?.name ?? '' }));
      }
    });
    gathered.set(pixels, first * pictureBytes);
  });
  return gathered;
}
