import type { Batch, BatchOptions } from './batches';

/** What a loader thread is started with; every array lies in shared memory. */
export interface LoaderTask {
  options: BatchOptions;
  firstStep: number;
  /** This thread fills the turns `thread`, `thread + threads`, ...; turn 0 is the first step. */
  thread: number;
  threads: number;
  /** The ring: turn t goes to slot t modulo its length. */
  slots: readonly Batch[];
  /** One a slot, see slotState. */
  states: Int32Array;
}

export const slotState = { free: 0, full: 1 } as const;
