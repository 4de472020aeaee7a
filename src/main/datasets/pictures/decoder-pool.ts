import { cpus } from 'node:os';
import { stopIfCancelled } from '../cancellation';
import { noteReading } from '../../files/reading-note';
import { decodeBatch, type DecodedBatch, type DecodeTask } from './decode-batch';
import { DecoderThread, mostSeconds } from './decoder-thread';
import { sharedBudget } from './decoding-budget';

const mostThreads = 8;

export interface DecoderPoolOptions {
  /** As many as there are processors, from 2 to 8, where it is left out. */
  readonly threads?: number;
  /** How long a picture may be decoded before it is given up. */
  readonly seconds?: number;
}

/** Threads that decode pictures, started when the first comes. */
export class DecoderPool {
  private decoders: Pick<DecoderThread, 'decode' | 'close'>[] = [];

  /** @param entry path of the compiled decoder thread; left out, this thread decodes by itself. */
  constructor(
    private readonly entry: string | undefined,
    private readonly options: DecoderPoolOptions = {},
  ) {}

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
    const work = async (decoder: Pick<DecoderThread, 'decode'>): Promise<void> => {
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
      const { threads = Math.max(2, Math.min(mostThreads, cpus().length)), seconds = mostSeconds } = this.options;
      const budget = sharedBudget(threads);
      this.decoders = Array.from({ length: threads }, (_, thread) => new DecoderThread(entry, thread, budget, seconds));
      // From here on the threads read.
      noteReading(null);
    }
  }
}
