import { parentPort, workerData } from 'node:worker_threads';
import { keepReadingNote } from '../../files/reading-note';
import { decodeBatch, type DecodeTask } from './decode-batch';
import type { DecoderData } from './decoder-thread';
import { shareBudget } from './decoding-budget';
import { countIn } from './decoding-watch';

const { note, thread, budget, watch } = workerData as DecoderData;
if (note) keepReadingNote(note);
shareBudget(budget, thread);
countIn(watch);

/** A decoder thread: answers each task with its pictures, in the order in which the tasks come. */
parentPort?.on('message', (task: DecodeTask) => {
  decodeBatch(task).then(
    (decoded) => parentPort?.postMessage(decoded, [decoded.pixels.buffer as ArrayBuffer]),
    (thrown: unknown) => {
      throw thrown;
    },
  );
});
