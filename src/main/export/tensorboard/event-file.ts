import { closeSync, mkdirSync, openSync, readdirSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { encodeEvent, type EventContent } from './event-message';

/** At most one write a second. */
const flushMillis = 1000;
const namePattern = /^events\.out\.tfevents\.(\d+)\.residual-studio$/;

/** Names of the event files in a folder, in the order in which TensorBoard reads them. */
function eventFiles(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => namePattern.test(name))
    .sort();
}

/** A new event file of TensorBoard's. What is added is written at most once a second, in one piece. */
export class EventFile {
  readonly #file: number;
  /** Whether the folder had event files, which this one continues. */
  readonly continues: boolean;
  #waiting: Uint8Array[] = [];
  #lastFlush = -Infinity;
  #timer: NodeJS.Timeout | null = null;
  #problem: unknown = null;

  /** @param folder Made where it is missing. */
  constructor(folder: string) {
    mkdirSync(folder, { recursive: true });
    const latest = eventFiles(folder).at(-1);
    this.continues = latest !== undefined;
    // Files are read by name, so that a later one has a later second.
    const after = Number(latest?.match(namePattern)?.[1] ?? 0) + 1;
    const seconds = Math.max(Math.floor(Date.now() / 1000), after);
    this.#file = openSync(
      join(folder, `events.out.tfevents.${String(seconds).padStart(10, '0')}.residual-studio`),
      'ax',
    );
    this.add({ kind: 'version' });
  }

  /** @throws what an earlier write failed with. */
  add(content: EventContent): void {
    if (this.#problem !== null) throw this.#problem;
    this.#waiting.push(encodeEvent(Date.now() / 1000, content));
    const wait = this.#lastFlush + flushMillis - performance.now();
    if (wait <= 0) this.flush();
    else this.#timer ??= setTimeout(() => this.#flushLater(), wait);
  }

  /** Hands what waits to the system, where it outlives this process. */
  flush(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    this.#lastFlush = performance.now();
    const bytes = Buffer.concat(this.#waiting);
    this.#waiting = [];
    for (let written = 0; written < bytes.length;) written += writeSync(this.#file, bytes, written);
  }

  close(): void {
    try {
      this.flush();
    } finally {
      closeSync(this.#file);
    }
  }

  /** A timer has nobody to throw to: the next call tells. */
  #flushLater(): void {
    try {
      this.flush();
    } catch (error) {
      this.#problem = error;
    }
  }
}
