/** Numbers in [0, 1) that a seed repeats (mulberry32). */
export function randomOf(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Values at which counts and lengths turn over. */
const edges = [0, 1, 0x7f, 0x80, 0xff, 0x7fff, 0xffff, 0x7fffffff, 0x80000000, 0xffffffff];
const mostChanges = 4;

const changes = [
  // A bit.
  (bytes, place, random) => over(bytes, place, [bytes[place] ^ (1 << (random() * 8))]),
  // A byte.
  (bytes, place, random) => over(bytes, place, [random() * 256]),
  // A number of four bytes, of either order.
  (bytes, place, random) => {
    const number = Buffer.alloc(4);
    const edge = edges[Math.floor(random() * edges.length)];
    if (random() < 0.5) number.writeUInt32LE(edge);
    else number.writeUInt32BE(edge);
    return over(bytes, place, number);
  },
  // A part once more.
  (bytes, place, random) => {
    const part = bytes.subarray(place, place + 1 + random() * 64);
    return Buffer.concat([
      bytes.subarray(0, place),
      ...Array(1 + Math.floor(random() * 20)).fill(part),
      bytes.subarray(place),
    ]);
  },
  // Without a part.
  (bytes, place, random) => Buffer.concat([bytes.subarray(0, place), bytes.subarray(place + 1 + random() * 64)]),
  // Without its end.
  (bytes, place) => bytes.subarray(0, place),
];

function over(bytes, place, content) {
  return Buffer.concat([bytes.subarray(0, place), Buffer.from(content), bytes.subarray(place + content.length)]);
}

/**
 * A file after some changes. What says how a file is to be read stands at its beginning or its end for the most part:
 * half of the changes are made there.
 */
export function mutated(whole, random) {
  let bytes = whole;
  for (let left = 1 + Math.floor(random() * mostChanges); left > 0 && bytes.length > 0; left -= 1) {
    const head = Math.min(bytes.length, 600);
    const where = random();
    let place = Math.floor(random() * bytes.length);
    if (where < 0.35) place = Math.floor(random() * head);
    else if (where < 0.5) place = bytes.length - 1 - Math.floor(random() * head);
    bytes = changes[Math.floor(random() * changes.length)](bytes, place, random);
  }
  return bytes;
}
