import type { LabelledBatch, BatchOptions } from './batches';
import type { Message } from '../../../shared/words/message';

/** What a loader thread is started with; every array lies in shared memory. */
export interface LoaderTask {
  options: BatchOptions;
  firstStep: number;
  /** This thread fills the turns `thread`, `thread + threads`, ...; turn 0 is the first step. */
  thread: number;
  threads: number;
  /** The ring: turn t goes to slot t modulo its length. */
  slots: readonly LabelledBatch[];
  /** One a slot, see slotState. */
  states: Int32Array;
}

/** A turn whose batch is ready, or why no further batch can be. */
export type LoaderMessage = number | { readonly words: Message };

export const slotState = { free: 0, full: 1 } as const;
