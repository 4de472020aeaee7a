/** Of pictures that are decoded at a time; each takes 4 to 8 bytes a pixel. */
const mostMegapixels = 120;
/** Smaller ones are not counted. */
const leastMegapixels = 2;
const retryMillis = 5;

/** Numbers that threads share: megapixels that are taken by all, then those of each thread. */
let taken = new Int32Array(2);
let own = 1;

/** What threads share of the budget, for `threads` threads. */
export function sharedBudget(threads: number): Int32Array {
  return new Int32Array(new SharedArrayBuffer(4 * (1 + threads)));
}

/** From now on this thread counts in memory that it shares. @param thread from 0. */
export function shareBudget(shared: Int32Array, thread: number): void {
  taken = shared as Int32Array<ArrayBuffer>;
  own = 1 + thread;
}

/** What a thread that was ended had taken is free again. */
export function giveBackBudget(shared: Int32Array, thread: number): void {
  Atomics.sub(shared, 0, Atomics.exchange(shared, 1 + thread, 0));
}

/**
 * Decodes once there is room for so many pixels beside those that are being decoded: some dozens of photographs at a
 * time, and of the largest pictures one.
 */
export async function withinBudget<Result>(pixels: number, decode: () => Promise<Result>): Promise<Result> {
  const megapixels = Math.ceil(pixels / 1e6);
  if (megapixels < leastMegapixels) return decode();
  const wanted = Math.min(megapixels, mostMegapixels);
  while (!take(wanted)) await new Promise((resume) => setTimeout(resume, retryMillis));
  try {
    return await decode();
  } finally {
    Atomics.sub(taken, own, wanted);
    Atomics.sub(taken, 0, wanted);
  }
}

function take(wanted: number): boolean {
  const before = Atomics.load(taken, 0);
  if (before + wanted > mostMegapixels) return false;
  if (Atomics.compareExchange(taken, 0, before, before + wanted) !== before) return take(wanted);
  Atomics.add(taken, own, wanted);
  return true;
}
