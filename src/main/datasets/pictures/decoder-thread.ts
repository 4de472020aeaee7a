import { Worker } from 'node:worker_threads';
import { message, type Message } from '../../../shared/words/message';
import { readingNotePlace, type ReadingNotePlace } from '../../files/reading-note';
import { lanes, type DecodedBatch, type DecodeTask } from './decode-batch';
import { giveBackBudget } from './decoding-budget';
import { makeWatch, watchFor } from './decoding-watch';
import type { ProblemKind } from '../../../shared/contract/problem';

/** A picture is given up when it has been decoded for this long by itself. */
export const mostSeconds = 10;
/** Of JavaScript's own objects; pixels lie outside of them. */
const mostHeapMegabytes = 512;

/** What a decoder thread is started with. */
export interface DecoderData {
  readonly note: ReadingNotePlace | null;
  readonly thread: number;
  readonly budget: Int32Array;
  readonly watch: Int32Array;
}

/** Why a thread gave nothing: one of its pictures took too long, or more memory than a thread may have. */
class DecodingEnded extends Error {
  constructor(readonly isTooSlow: boolean) {
    super(isTooSlow ? 'A decoder thread stood still.' : 'A decoder thread ran out of memory.');
  }
}

/** One thread, which works on one task at a time, and is replaced by another where a picture holds it. */
export class DecoderThread {
  #worker: Worker | undefined;
  #watch = makeWatch();
  #settle: { resolve: (batch: DecodedBatch) => void; reject: (error: Error) => void } | undefined;
  #failure: Error | undefined;

  constructor(
    private readonly entry: string,
    private readonly thread: number,
    private readonly budget: Int32Array,
    private readonly seconds: number,
  ) {}

  /** @throws Error where the thread ends for another reason than one of its pictures. */
  async decode(task: DecodeTask): Promise<DecodedBatch> {
    try {
      return await this.#attempt(task);
    } catch (thrown) {
      if (!(thrown instanceof DecodingEnded)) throw thrown;
      return this.#decodeOneByOne(task);
    }
  }

  async close(): Promise<void> {
    const worker = this.#worker;
    this.#worker = undefined;
    this.#settle?.reject(new Error('The decoder threads were closed.'));
    await worker?.terminate();
  }

  /** To find the one that held the thread: it alone is left out. */
  async #decodeOneByOne({ shape, locations }: DecodeTask): Promise<DecodedBatch> {
    const pictureBytes = shape[0] * shape[1] * shape[2];
    const all: DecodedBatch = { pixels: new Uint8Array(locations.length * pictureBytes), pictures: [] };
    for (const [place, location] of locations.entries()) {
      try {
        const { pixels, pictures } = await this.#attempt({ shape, locations: [location] });
        all.pixels.set(pixels, place * pictureBytes);
        all.pictures.push(...pictures);
      } catch (thrown) {
        if (!(thrown instanceof DecodingEnded)) throw thrown;
        const [kind, words] = whyEnded(location.name, thrown, this.seconds);
        all.pictures.push({ ok: false, kind, words });
      }
    }
    return all;
  }

  #attempt(task: DecodeTask): Promise<DecodedBatch> {
    if (this.#failure) return Promise.reject(this.#failure);
    const worker = (this.#worker ??= this.#start());
    return new Promise<DecodedBatch>((resolve, reject) => {
      const unwatch = watchFor(1000 * this.seconds, this.#watch, () => this.#abandon(true));
      this.#settle = {
        resolve: (batch) => {
          unwatch();
          resolve(batch);
        },
        reject: (error) => {
          unwatch();
          reject(error);
        },
      };
      worker.postMessage(task);
    });
  }

  #start(): Worker {
    this.#watch = makeWatch();
    const data: DecoderData = {
      note: readingNotePlace(1 + this.thread * lanes),
      thread: this.thread,
      budget: this.budget,
      watch: this.#watch,
    };
    const resourceLimits = { maxOldGenerationSizeMb: mostHeapMegabytes };
    const worker = new Worker(this.entry, { workerData: data, resourceLimits });
    const isOurs = (): boolean => worker === this.#worker;
    worker.on('message', (batch: DecodedBatch) => isOurs() && this.#settle?.resolve(batch));
    worker.on('error', (error: NodeJS.ErrnoException) => {
      if (!isOurs()) return;
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') this.#abandon(false);
      else this.#fail(error);
    });
    worker.on('exit', (code) => isOurs() && this.#fail(new Error(`A decoder thread ended with code ${code}.`)));
    return worker;
  }

  /** A thread within a library cannot be waited for: it ends when that returns. */
  #abandon(isTooSlow: boolean): void {
    const worker = this.#worker;
    this.#worker = undefined;
    void worker?.terminate();
    giveBackBudget(this.budget, this.thread);
    this.#settle?.reject(new DecodingEnded(isTooSlow));
  }

  #fail(error: Error): void {
    this.#failure ??= error;
    this.#settle?.reject(error);
  }
}

function whyEnded(name: string, { isTooSlow }: DecodingEnded, seconds: number): [kind: ProblemKind, words: Message] {
  return isTooSlow
    ? ['too-large', message('pictures.tooSlow', { name, seconds })]
    : ['unreadable', message('pictures.undecodable', { name })];
}
