/** Places of two numbers that a decoder thread shares with who started it. */
const [underWay, finished] = [0, 1];

let numbers: Int32Array | undefined;

/** Two numbers in shared memory: pictures that are being decoded, and how many have been. */
export function makeWatch(): Int32Array {
  return new Int32Array(new SharedArrayBuffer(8));
}

/** From now on this thread counts what it decodes. */
export function countIn(watch: Int32Array): void {
  numbers = watch;
}

/** Counts a picture while it is decoded; waiting for a file or for room does not count. */
export async function counted<Result>(decode: () => Promise<Result>): Promise<Result> {
  if (!numbers) return decode();
  Atomics.add(numbers, underWay, 1);
  try {
    return await decode();
  } finally {
    Atomics.sub(numbers, underWay, 1);
    Atomics.add(numbers, finished, 1);
  }
}

/** Calls back once a thread has decoded for a time without finishing one picture. @returns what ends the watch. */
export function watchFor(millis: number, watch: Int32Array, stalled: () => void): () => void {
  const ticks = 10;
  let [known, still] = [-1, 0];
  const timer = setInterval(() => {
    const count = Atomics.load(watch, finished);
    still = count === known && Atomics.load(watch, underWay) > 0 ? still + 1 : 0;
    known = count;
    if (still >= ticks) stalled();
  }, millis / ticks);
  timer.unref();
  return () => clearInterval(timer);
}
