/**
 * Decoded pictures in shared memory, as many as fit: what is in stays in, since an epoch sees every picture once and
 * what was seen last is wanted last. Any thread may read and write.
 */
export interface PictureCache {
  /** For each picture the place of its pixels plus 1; 0 where they are not there. */
  readonly places: Int32Array;
  /** How many places were given out. */
  readonly taken: Int32Array;
  readonly pixels: Uint8Array;
  readonly pictureBytes: number;
}

/** @param bytes for pixels, at most. */
export function createCache(count: number, pictureBytes: number, bytes: number): PictureCache {
  const places = Math.min(count, Math.floor(bytes / pictureBytes));
  const int32 = (length: number) => new Int32Array(new SharedArrayBuffer(4 * length));
  const pixels = new Uint8Array(new SharedArrayBuffer(places * pictureBytes));
  return { places: int32(count), taken: int32(1), pixels, pictureBytes };
}

/** A view of the cached pixels, which must not be changed. */
export function cached({ places, pixels, pictureBytes }: PictureCache, index: number): Uint8Array | undefined {
  const place = Atomics.load(places, index) - 1;
  return place < 0 ? undefined : pixels.subarray(place * pictureBytes, (place + 1) * pictureBytes);
}

export function putInCache(cache: PictureCache, index: number, picture: Uint8Array): void {
  const { places, taken, pixels, pictureBytes } = cache;
  const room = pixels.length / pictureBytes;
  if (Atomics.load(taken, 0) >= room) return;
  const place = Atomics.add(taken, 0, 1);
  if (place >= room) return;
  pixels.set(picture, place * pictureBytes);
  Atomics.store(places, index, place + 1);
}
