import { wordsPerHash } from '../pictures/perceptual-hash';

/** Difference hashes that differ in so few bits are of pictures that look alike. */
const mostDifferentBits = 2;
/** Of red, green or blue, of 255. */
const mostDifferentMean = 10;
/** Hashes of plain surfaces say nothing of what they show. */
const leastSetBits = 8;
/** Three parts of the 64 bits: where two bits differ, one part is alike at least. */
const bands: ((high: number, low: number) => number)[] = [
  (high) => high >>> 6,
  (high, low) => (high & 0x3f) * 2 ** 16 + (low >>> 16),
  (_, low) => low & 0xffff,
];
/** Neighbours in a band that are compared, so that many alike pictures take no endless time. */
const mostCompared = 50;

/**
 * Pairs of pictures that look alike and are not the same file; each picture stands second in one pair at most.
 * @param hashes as `perceptualHash` gives them. @param indices of the pictures that count.
 */
export function findNearDuplicates(
  hashes: Uint32Array,
  indices: Uint32Array,
  keys: Float64Array,
): [first: number, second: number][] {
  const partners = new Map<number, number>();
  const telling = indices.filter((index) => {
    const bits =
      countBits(hashes[wordsPerHash * index] as number) + countBits(hashes[wordsPerHash * index + 1] as number);
    return bits >= leastSetBits && bits <= 64 - leastSetBits;
  });
  for (const bandOf of bands) {
    const band = (index: number): number =>
      bandOf(hashes[wordsPerHash * index] as number, hashes[wordsPerHash * index + 1] as number);
    const order = telling.slice().sort((a, b) => band(a) - band(b) || a - b);
    for (let at = 0; at < order.length; at++) {
      const first = order[at] as number;
      const value = band(first);
      for (let other = at + 1; other < Math.min(order.length, at + 1 + mostCompared); other++) {
        const second = order[other] as number;
        if (band(second) !== value) break;
        if (keys[first] === keys[second] || partners.has(second)) continue;
        if (areAlike(hashes, first, second)) partners.set(second, first);
      }
    }
  }
  return [...partners].map(([second, first]): [number, number] => [first, second]).sort((a, b) => a[1] - b[1]);
}

function areAlike(hashes: Uint32Array, first: number, second: number): boolean {
  const word = (index: number, place: number): number => hashes[wordsPerHash * index + place] as number;
  const bits = countBits(word(first, 0) ^ word(second, 0)) + countBits(word(first, 1) ^ word(second, 1));
  if (bits > mostDifferentBits) return false;
  return [0, 8, 16].every((shift) => {
    const difference = ((word(first, 2) >>> shift) & 255) - ((word(second, 2) >>> shift) & 255);
    return Math.abs(difference) <= mostDifferentMean;
  });
}

/** Set bits of a 32-bit word (Warren, Hacker's Delight, 5-1). */
function countBits(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
