import { unwatchFile, watchFile } from 'node:fs';
import { access, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { UserError } from '../../shared/errors';
import { FileLock, takeLock } from '../files/file-lock';

/** So often the holder looks whether somebody calls it, and so long the caller waits for that. */
const lookMillis = 250;
const patienceMillis = 8_000;

export interface DataFolder {
  /** Called when another start of the studio on this folder wants its window. */
  onCalled: () => void;
  close(): Promise<void>;
}

/**
 * Takes the data folder for this studio; Electron's own lock knows the folder of the settings alone. Where another
 * studio has it, that one is called: its window comes to the front.
 * @returns null where another studio has answered the call.
 * @throws UserError where it has not.
 */
export async function holdDataFolder(folder: string, patience = patienceMillis): Promise<DataFolder | null> {
  const call = join(folder, 'studio.call');
  const end = Date.now() + patience;
  let called = false;
  for (;;) {
    const taken = await takeLock(join(folder, 'studio.lock'));
    if (taken instanceof FileLock) return hold(taken, call);
    if (taken.host !== hostname()) {
      throw new UserError(
        `The data folder ${folder} is open in a studio on ${taken.host}. Close that one, or choose another folder with RESIDUAL_STUDIO_HOME.`,
      );
    }
    if (called && !(await exists(call))) return null;
    if (!called) await writeFile(call, `${process.pid}\n`);
    called = true;
    if (Date.now() > end) {
      await rm(call, { force: true });
      throw new UserError(
        `The data folder ${folder} is open in another studio, process ${taken.pid}, which does not answer. End that process, and start the studio again.`,
      );
    }
    await pause(lookMillis / 2);
  }
}

async function hold(lock: FileLock, call: string): Promise<DataFolder> {
  // A call that nobody has answered was meant for the studio before.
  await rm(call, { force: true });
  const look = async (): Promise<void> => {
    if (!(await exists(call))) return;
    await rm(call, { force: true });
    held.onCalled();
  };
  const listener = (): void => void look().catch(console.error);
  watchFile(call, { interval: lookMillis, persistent: false }, listener);
  const held: DataFolder = {
    onCalled: () => undefined,
    close: async () => {
      unwatchFile(call, listener);
      await lock.release();
    },
  };
  return held;
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
