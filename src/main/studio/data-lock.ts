import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { UserError } from '../../shared/errors';
import { FileLock, takeLock } from '../files/file-lock';
import { showWindowOf } from './other-instances';

/** A studio that starts or ends answers within so long. */
const patienceMillis = 8_000;
const lookMillis = 125;

/**
 * Takes the data folder for this studio; Electron's own lock knows the folder of the settings alone. Where another
 * studio has it, the window of that one comes to the front.
 * @returns null where another studio has answered.
 * @throws UserError where it has not.
 */
export async function holdDataFolder(folder: string, patience = patienceMillis): Promise<FileLock | null> {
  const end = Date.now() + patience;
  for (;;) {
    const taken = await takeLock(join(folder, 'studio.lock'));
    if (taken instanceof FileLock) return taken;
    if (taken.host !== hostname()) {
      throw new UserError(
        `The data folder ${folder} is open in a studio on ${taken.host}. Close that one, or choose another folder with RESIDUAL_STUDIO_HOME.`,
      );
    }
    if (await showWindowOf(folder, taken.pid)) return null;
    if (Date.now() > end) {
      throw new UserError(
        `The data folder ${folder} is open in another studio, process ${taken.pid}, which does not answer. End that process, and start the studio again.`,
      );
    }
    await pause(lookMillis);
  }
}
