/** Bits of bytes, the highest first; 0 behind the end. */
class Bits {
  #at = 0;

  constructor(private readonly bytes: Uint8Array) {}

  take(count: number): number {
    let value = 0;
    for (let bit = 0; bit < count; bit++, this.#at++) {
      value = 2 * value + (((this.bytes[this.#at >> 3] ?? 0) >> (7 - (this.#at & 7))) & 1);
    }
    return value;
  }

  /** A number that says its own length (AV1 specification, 4.10.3). */
  takeUvlc(): void {
    let zeros = 0;
    while (zeros < 32 && this.take(1) === 0) zeros++;
    this.take(zeros);
  }
}

/** First bytes of open bitstream units whose length follows: a time unit's mark, and a sequence's header. */
const [timeUnit, sequenceHeader] = [0x12, 0x0a];

/**
 * The largest frame of the sequence of AV1 that begins at a place (AV1 specification, 5.5.1).
 * @returns undefined where none begins there.
 */
export function largestFrame(bytes: Uint8Array, start: number): { width: number; height: number } | undefined {
  const at = bytes[start] === timeUnit ? start + 2 : start;
  if (bytes[at] !== sequenceHeader) return undefined;
  return sizeIn(new Bits(bytes.subarray(at + 2)));
}

function sizeIn(bits: Bits): { width: number; height: number } {
  // Profile, and whether there is one picture alone.
  bits.take(4);
  if (bits.take(1) === 1) bits.take(5);
  else skipOperatingPoints(bits);
  const [widthBits, heightBits] = [bits.take(4) + 1, bits.take(4) + 1];
  return { width: bits.take(widthBits) + 1, height: bits.take(heightBits) + 1 };
}

function skipOperatingPoints(bits: Bits): void {
  let delayBits = 0;
  if (bits.take(1) === 1) {
    bits.take(64);
    if (bits.take(1) === 1) bits.takeUvlc();
    if (bits.take(1) === 1) {
      delayBits = bits.take(5) + 1;
      bits.take(42);
    }
  }
  const saysDelays = bits.take(1) === 1;
  for (let points = bits.take(5) + 1; points > 0; points--) {
    bits.take(12);
    if (bits.take(5) > 7) bits.take(1);
    if (delayBits > 0 && bits.take(1) === 1) bits.take(2 * delayBits + 1);
    if (saysDelays && bits.take(1) === 1) bits.take(4);
  }
}
