import { parentPort, workerData } from 'node:worker_threads';
import { keepReadingNote, type ReadingNotePlace } from '../../files/reading-note';
import { decodeBatch, type DecodeTask } from './decode-batch';

const note = workerData as ReadingNotePlace | null;
if (note) keepReadingNote(note);

/** A decoder thread: answers each task with its pictures, in the order in which the tasks come. */
parentPort?.on('message', (task: DecodeTask) => {
  decodeBatch(task).then(
    (decoded) => parentPort?.postMessage(decoded, [decoded.pixels.buffer as ArrayBuffer]),
    (thrown: unknown) => {
      throw thrown;
    },
  );
});
