import { cpus } from 'node:os';
import { Worker } from 'node:worker_threads';
import { stopIfCancelled } from '../cancellation';
import { noteReading, readingNotePlace } from '../../files/reading-note';
import { decodeBatch, lanes, type DecodedBatch, type DecodeTask } from './decode-batch';

const mostThreads = 8;

/** One thread, which works on one task at a time. */
class Decoder {
  private readonly worker: Worker;
  private settle: { resolve: (batch: DecodedBatch) => void; reject: (error: Error) => void } | undefined;
  private failure: Error | undefined;

  constructor(entry: string, thread: number) {
    this.worker = new Worker(entry, { workerData: readingNotePlace(1 + thread * lanes) });
    this.worker.on('message', (batch: DecodedBatch) => this.settle?.resolve(batch));
    this.worker.on('error', (error) => this.fail(error));
    this.worker.on('exit', (code) => this.fail(new Error(`A decoder thread ended with code ${code}.`)));
  }

  decode(task: DecodeTask): Promise<DecodedBatch> {
    if (this.failure) return Promise.reject(this.failure);
    return new Promise((resolve, reject) => {
      this.settle = { resolve, reject };
      this.worker.postMessage(task);
    });
  }

  async close(): Promise<void> {
    await this.worker.terminate();
  }

  private fail(error: Error): void {
    this.failure ??= error;
    this.settle?.reject(error);
  }
}

/** Threads that decode pictures, started when the first comes. */
export class DecoderPool {
  private decoders: Pick<Decoder, 'decode' | 'close'>[] = [];

  /** @param entry path of the compiled decoder thread; left out, this thread decodes by itself. */
  constructor(private readonly entry: string | undefined) {}

  /**
   * Decodes tasks, several at a time, and hands each result on as soon as it is there, in whatever order.
   * @throws UserError where it was cancelled.
   */
  async decodeAll<Task extends DecodeTask>(
    tasks: Iterable<Task>,
    signal: AbortSignal | undefined,
    consume: (task: Task, batch: DecodedBatch) => Promise<void> | void,
  ): Promise<void> {
    this.start();
    const queue = tasks[Symbol.iterator]();
    let stopped = false;
    const work = async (decoder: Pick<Decoder, 'decode'>): Promise<void> => {
      for (let next = queue.next(); !next.done && !stopped; next = queue.next()) {
        stopIfCancelled(signal);
        const batch = await decoder.decode(next.value);
        if (!stopped) await consume(next.value, batch);
      }
    };
    let failure: { thrown: unknown } | undefined;
    const fail = (thrown: unknown): void => {
      stopped = true;
      failure ??= { thrown };
    };
    await Promise.all(this.decoders.map((decoder) => work(decoder).catch(fail)));
    if (failure) throw (failure as { thrown: unknown }).thrown;
  }

  /** Ends the threads, also in the middle of a task. */
  async close(): Promise<void> {
    await Promise.all(this.decoders.map((decoder) => decoder.close()));
    this.decoders = [];
  }

  private start(): void {
    if (this.decoders.length > 0) return;
    const { entry } = this;
    if (entry === undefined) this.decoders = [{ decode: decodeBatch, close: () => Promise.resolve() }];
    else {
      const threads = Math.max(2, Math.min(mostThreads, cpus().length));
      this.decoders = Array.from({ length: threads }, (_, thread) => new Decoder(entry, thread));
      // From here on the threads read.
      noteReading(null);
    }
  }
}
