import fc from 'fast-check';

type Change = (bytes: Buffer) => Buffer;

/** Changes that are made to a file, at most. */
const mostChanges = 6;
const mostNoise = 2000;

const fraction = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
const few = fc.uint8Array({ minLength: 1, maxLength: 40 });
/** Values at which counts and lengths turn over. */
const edges = fc.constantFrom(0, 1, 0x7f, 0x80, 0xff).map((value) => Uint8Array.of(value, value, value, value));

const placeIn = (bytes: Buffer, at: number): number => Math.floor(at * bytes.length);

const change: fc.Arbitrary<Change> = fc.oneof(
  fc.tuple(fraction, fc.oneof(few, edges)).map(([at, content]): Change => (bytes) => {
    const place = placeIn(bytes, at);
    return Buffer.concat([bytes.subarray(0, place), content, bytes.subarray(place + content.length)]);
  }),
  fc.tuple(fraction, few).map(([at, content]): Change => (bytes) => {
    const place = placeIn(bytes, at);
    return Buffer.concat([bytes.subarray(0, place), content, bytes.subarray(place)]);
  }),
  fc.tuple(fraction, fraction).map(([at, share]): Change => (bytes) => {
    const [start, end] = [placeIn(bytes, at), placeIn(bytes, Math.min(1, at + share / 4))];
    return Buffer.concat([bytes.subarray(0, start), bytes.subarray(end)]);
  }),
  fraction.map(
    (at): Change =>
      (bytes) =>
        bytes.subarray(0, placeIn(bytes, at)),
  ),
);

/** Bytes of no kind at all. */
export const noise = fc.uint8Array({ maxLength: mostNoise }).map((bytes) => Buffer.from(bytes));

/** A sound file after changes of its bytes: written over, put in, taken out, cut off. */
export function mutated(whole: Buffer): fc.Arbitrary<Buffer> {
  return fc
    .array(change, { minLength: 1, maxLength: mostChanges })
    .map((changes) => changes.reduce<Buffer>((bytes, make) => make(bytes), whole));
}

/** Either of the two, and now and then nothing. */
export function spoilt(whole: Buffer): fc.Arbitrary<Buffer> {
  return fc.oneof({ arbitrary: mutated(whole), weight: 6 }, { arbitrary: noise, weight: 2 });
}
