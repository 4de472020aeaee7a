import { parentPort, workerData } from 'node:worker_threads';
import { UserError } from '../../../shared/errors';
import { BatchSequence } from './batches';
import { slotState, type LoaderTask } from './loader-task';

/**
 * A loader thread: fills its share of the ring's slots, each as soon as it is free. It ends when it is terminated.
 */
async function fillSlots({ options, firstStep, thread, threads, slots, states }: LoaderTask): Promise<never> {
  const sequence = new BatchSequence(options);
  for (let turn = thread; ; turn += threads) {
    const slot = turn % slots.length;
    const target = slots[slot];
    if (!target) throw new RangeError(`No slot ${slot}.`);
    while (Atomics.load(states, slot) !== slotState.free) Atomics.wait(states, slot, slotState.full);
    const reading = sequence.fill(firstStep + turn, target);
    if (reading) await reading;
    Atomics.store(states, slot, slotState.full);
    parentPort?.postMessage(turn);
  }
}

fillSlots(workerData as LoaderTask).catch((thrown: unknown) => {
  if (!(thrown instanceof UserError)) throw thrown;
  // An error's kind does not travel between threads.
  parentPort?.postMessage({ words: thrown.words });
});
