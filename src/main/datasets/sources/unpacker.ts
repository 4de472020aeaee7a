import { parentPort, workerData } from 'node:worker_threads';
import { setFlagsFromString } from 'node:v8';
import { unpackInto } from './seven-zip';
import type { UnpackTask } from './unpack';

const { target, archive } = workerData as UnpackTask;
// Else engines of the age of Node 16 optimise all of it before the first call.
setFlagsFromString('--wasm-lazy-compilation');

/** A thread that unpacks one archive, tells how many bytes came, and ends; it can be ended at any moment. */
unpackInto(target, archive, (bytes) => parentPort?.postMessage(bytes)).catch((thrown: unknown) => {
  throw thrown;
});
