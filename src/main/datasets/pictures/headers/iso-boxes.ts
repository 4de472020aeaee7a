import { textAt } from './header';

/** A box of a file of ISO/IEC 14496-12, which AVIF and HEIC are. */
export interface Box {
  readonly kind: string;
  /** Where its content begins in the file. */
  readonly start: number;
  /** Without its length and kind; what is there of it. */
  readonly content: Uint8Array;
  /** Whether all of it is there. */
  readonly complete: boolean;
}

/**
 * The boxes side by side from `start` to `end`; one that says an impossible length ends them.
 * @param place of `start` in the file.
 */
export function boxesIn(bytes: Uint8Array, start: number, end: number, place = start): Box[] {
  const found: Box[] = [];
  for (let at = start; at + 8 <= end;) {
    const short = numberAt(bytes, at, 4);
    const head = short === 1 ? 16 : 8;
    if (at + head > end) break;
    const length = short === 0 ? end - at : short === 1 ? numberAt(bytes, at + 8, 8) : short;
    if (length < head) break;
    const complete = at + length <= end;
    found.push({
      kind: textAt(bytes, at + 4, 4),
      start: place + at + head - start,
      content: bytes.subarray(at + head, Math.min(end, at + length)),
      complete,
    });
    at += length;
  }
  return found;
}

/** The content of the first box of a kind. */
export function boxIn(boxes: readonly Pick<Box, 'kind' | 'content'>[], wanted: string): Uint8Array | undefined {
  return boxes.find(({ kind }) => kind === wanted)?.content;
}

/** A number of several bytes, the highest first; bytes beyond the end are 0. */
export function numberAt(bytes: Uint8Array, at: number, count: number): number {
  let value = 0;
  for (let place = at; place < at + count; place++) value = 256 * value + (bytes[place] ?? 0);
  return value;
}
