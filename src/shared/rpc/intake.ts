/** What one connection may ask at once: far more than anybody does who is not broken or hostile. */
export interface Limits {
  /** Requests that are answered at a time. */
  readonly running: number;
  /** Requests that wait for that; what comes beyond is refused. */
  readonly waiting: number;
  /** Of one message, as {@link isWithin} counts. */
  readonly bytes: number;
  /** Messages that are refused without a quiet second between them, before the connection is given up. */
  readonly refused: number;
}

/** Of a window, or of another process of the user. */
export const clientLimits: Limits = { running: 32, waiting: 1000, bytes: 2 ** 25, refused: 20_000 };

/** How long requests of one connection are begun before everything else has a turn, in milliseconds. */
const turnMillis = 8;

/** Begins requests in their order: a few at a time, and for a short time in one go. */
export class Intake<Item extends { readonly id: number }> {
  readonly #limits: Limits;
  readonly #begin: (item: Item) => Promise<void>;
  readonly #waiting = new Map<number, Item>();
  #running = 0;
  #turnBegan = 0;
  #turn: ReturnType<typeof setTimeout> | null = null;

  /** @param begin resolves when the request is answered. */
  constructor(limits: Limits, begin: (item: Item) => Promise<void>) {
    this.#limits = limits;
    this.#begin = begin;
  }

  /** To be asked before anything is taken: too many wait. */
  get isFull(): boolean {
    return this.#waiting.size >= this.#limits.waiting;
  }

  take(item: Item): void {
    this.#waiting.set(item.id, item);
    this.#work();
  }

  isWaiting(id: number): boolean {
    return this.#waiting.has(id);
  }

  /** Nobody waits for the answer any more. */
  drop(id: number): void {
    this.#waiting.delete(id);
  }

  /** Begins nothing any more. */
  close(): void {
    this.#waiting.clear();
    if (this.#turn !== null) clearTimeout(this.#turn);
  }

  #work(): void {
    if (this.#turn === null) {
      this.#turnBegan = performance.now();
      this.#turn = setTimeout(() => {
        this.#turn = null;
        if (this.#waiting.size > 0) this.#work();
      });
    }
    for (const [id, item] of this.#waiting) {
      if (this.#running >= this.#limits.running || performance.now() - this.#turnBegan > turnMillis) return;
      this.#waiting.delete(id);
      this.#running += 1;
      void this.#begin(item).finally(() => {
        this.#running -= 1;
        this.#work();
      });
    }
  }
}

/**
 * Whether a value is of at most so many bytes, roughly: two for each character, eight for each part. It is looked at no
 * further than that, however large it is, or however often it contains itself.
 */
export function isWithin(value: unknown, bytes: number): boolean {
  const rest: unknown[] = [value];
  let left = bytes;
  while (rest.length > 0 && left >= 0) {
    const part = rest.pop();
    left -= 8 + ownBytes(part);
    if (typeof part !== 'object' || part === null || isBinary(part)) continue;
    if (Array.isArray(part)) {
      left -= 8 * part.length;
      for (let index = 0; index < part.length && left >= 0; index += 1) rest.push(part[index]);
    } else if (part instanceof Map || part instanceof Set) {
      left -= 8 * part.size;
      for (const entry of left < 0 ? [] : part) rest.push(entry);
    } else {
      for (const name in part) {
        left -= 8 + 2 * name.length;
        if (left < 0) break;
        rest.push((part as Record<string, unknown>)[name]);
      }
    }
  }
  return left >= 0;
}

function ownBytes(part: unknown): number {
  if (typeof part === 'string') return 2 * part.length;
  if (typeof part === 'bigint') return part.toString(16).length;
  return typeof part === 'object' && part !== null && isBinary(part) ? part.byteLength : 0;
}

function isBinary(part: object): part is ArrayBuffer | ArrayBufferView {
  return part instanceof ArrayBuffer || ArrayBuffer.isView(part);
}
