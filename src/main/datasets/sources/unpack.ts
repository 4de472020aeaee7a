import { Worker } from 'node:worker_threads';
import { stopIfCancelled } from '../cancellation';
import type { ExpansionLimit } from './archive-limits';
import { unpackInto } from './seven-zip';

export interface UnpackTask {
  /** The file that is written. */
  target: string;
  archive: string;
}

let entry: string | undefined;

/** From now on archives are unpacked by a thread. @param compiled its path. */
export function unpackByThread(compiled: string): void {
  entry = compiled;
}

/**
 * Unpacks an archive into one file, see `unpackInto`; by a thread of its own where one is known, so that it can be
 * cancelled at any moment.
 */
export async function unpack(task: UnpackTask, limit: ExpansionLimit, signal: AbortSignal | undefined): Promise<void> {
  stopIfCancelled(signal);
  if (entry === undefined) {
    let bytes = 0;
    await unpackInto(task.target, task.archive, (more) => (bytes += more));
    await limit.add(bytes);
    return;
  }
  const thread = new Worker(entry, { workerData: task });
  try {
    await new Promise<void>((resolve, reject) => {
      const cancel = (): void => {
        try {
          stopIfCancelled(signal);
        } catch (thrown) {
          reject(thrown as Error);
        }
      };
      signal?.addEventListener('abort', cancel, { once: true });
      thread.on('message', (bytes: number) => void limit.add(bytes).catch(reject));
      thread.on('error', reject);
      thread.on('exit', () => {
        signal?.removeEventListener('abort', cancel);
        resolve();
      });
    });
  } finally {
    await thread.terminate();
  }
}
