import { shell } from 'electron';
import { messageOf } from '../../../shared/errors';
import { plainTrash, type Trash } from '../../files/trash';
import type { Log } from '../../studio/log';

/** The system's trash; where it refuses, as on desktops without one, that of the command line. */
export function systemTrash(dataFolder: string, log: Log): Trash {
  const otherwise = plainTrash(dataFolder);
  return async (folder) => {
    try {
      await shell.trashItem(folder);
    } catch (thrown) {
      log.write('trash', `the system's trash did not take ${folder}: ${messageOf(thrown)}`);
      await otherwise(folder);
    }
  };
}
