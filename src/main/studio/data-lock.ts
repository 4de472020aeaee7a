import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { UserError } from '../../shared/errors';
import { message } from '../../shared/words/message';
import { FileLock, takeLock } from '../files/file-lock';
import { showWindowOf } from './other-instances';

/** The time within which a studio that starts or ends answers. */
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
      throw new UserError(message('application.folderOpenElsewhere', { folder, host: taken.host }));
    }
    if (await showWindowOf(folder, taken.pid)) return null;
    if (Date.now() > end) {
      throw new UserError(message('application.folderHeld', { folder, pid: taken.pid }));
    }
    await pause(lookMillis);
  }
}
