import { cpus } from 'node:os';
import { Worker } from 'node:worker_threads';
import { UserError } from '../../../shared/errors';
import { message } from '../../../shared/words/message';
import { BatchSequence, type LabelledBatch, type BatchOptions } from './batches';
import { slotState, type LoaderMessage, type LoaderTask } from './loader-task';

export interface LoaderOptions extends BatchOptions {
  /** Steps that are done already; the first batch is that of the step after them. */
  firstStep?: number;
  threads?: number;
  /** Path of the compiled loader thread. */
  entry: string;
}

/** Each slot is filled by one thread alone, so that turns that share a slot cannot overtake each other. */
const slotsPerThread = 3;

/** Half of the processors: the step needs the others. Where a GPU computes it, large pictures need many. */
const defaultThreads = (): number => Math.max(1, Math.min(8, Math.floor(cpus().length / 2)));

/**
 * Batches of the training split for ever, in order, filled by threads of their own while the caller computes. The
 * seed and the step decide a batch, whatever the number of threads, so that a resumed run sees the same ones.
 */
export class BatchLoader {
  readonly stepsPerEpoch: number;
  private readonly sequence: BatchSequence;
  private readonly workers: Worker[] = [];
  private readonly slots: LabelledBatch[];
  private readonly states: Int32Array;
  private turn = 0;
  private handedOut: number | undefined;
  private failure: Error | undefined;
  private wake: () => void = () => undefined;

  /** @throws UserError where there is nothing to train on. */
  static async start(options: LoaderOptions): Promise<BatchLoader> {
    if (options.data.count === 0) throw new UserError(message('store.noTraining'));
    return new BatchLoader(options, options.threads ?? defaultThreads());
  }

  private constructor(
    private readonly options: LoaderOptions,
    threads: number,
  ) {
    const { data, firstStep = 0, entry, ...rest } = options;
    const batch = Math.min(options.batch, data.count);
    this.sequence = new BatchSequence(options);
    this.stepsPerEpoch = this.sequence.stepsPerEpoch;
    this.slots = Array.from({ length: threads * slotsPerThread }, () => makeSlot(batch, data.pictureBytes));
    this.states = new Int32Array(new SharedArrayBuffer(this.slots.length * Int32Array.BYTES_PER_ELEMENT));
    const task = { options: { ...rest, data }, firstStep, threads, slots: this.slots, states: this.states };
    for (let thread = 0; thread < threads; thread++) this.startThread(entry, { ...task, thread });
  }

  /**
   * The next batch. Its arrays are views of shared memory that hold until the following call; calls do not overlap.
   * @throws Error where a loader thread failed or the loader was closed.
   */
  async next(): Promise<LabelledBatch> {
    this.release();
    const slot = this.turn % this.slots.length;
    while (!this.failure && Atomics.load(this.states, slot) !== slotState.full) {
      await new Promise<void>((resolve) => (this.wake = resolve));
    }
    if (this.failure) throw this.failure;
    const size = this.sequence.sizeOf((this.options.firstStep ?? 0) + this.turn);
    const { images, labels } = this.slots[slot] as LabelledBatch;
    this.handedOut = slot;
    this.turn++;
    return { images: images.subarray(0, size * this.options.data.pictureBytes), labels: labels.subarray(0, size) };
  }

  /** Ends the threads. */
  async close(): Promise<void> {
    this.fail(new Error('The batch loader is closed.'));
    await Promise.all(this.workers.map((worker) => worker.terminate()));
  }

  private startThread(entry: string, task: LoaderTask): void {
    const worker = new Worker(entry, { workerData: task });
    worker.on('message', (message: LoaderMessage) => {
      if (typeof message === 'number') this.wake();
      else this.fail(new UserError(message.words));
    });
    worker.on('error', (error) => this.fail(error));
    worker.on('exit', (code) => this.fail(new UserError(message('training.loaderEnded', { code }))));
    this.workers.push(worker);
  }

  private release(): void {
    if (this.handedOut === undefined) return;
    Atomics.store(this.states, this.handedOut, slotState.free);
    Atomics.notify(this.states, this.handedOut);
    this.handedOut = undefined;
  }

  private fail(error: Error): void {
    this.failure ??= error;
    this.wake();
  }
}

function makeSlot(batch: number, pictureBytes: number): LabelledBatch {
  return {
    images: new Uint8Array(new SharedArrayBuffer(batch * pictureBytes)),
    labels: new Int32Array(new SharedArrayBuffer(batch * Int32Array.BYTES_PER_ELEMENT)),
  };
}
