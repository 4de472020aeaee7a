import { constants, promises as files } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';
import { messageOf, UserError } from '../../shared/errors';

const folderName = 'residual-studio';

/**
 * Absolute path of the folder that holds datasets and runs: RESIDUAL_STUDIO_HOME, else `chosen`, else the
 * platform's place for an application's data.
 */
export function dataFolder(chosen?: string): string {
  return resolve(process.env.RESIDUAL_STUDIO_HOME || chosen || join(platformFolder(), folderName));
}

function platformFolder(): string {
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support');
  if (process.platform === 'win32') return process.env.APPDATA || join(homedir(), 'AppData', 'Roaming');
  return process.env.XDG_DATA_HOME || join(homedir(), '.local', 'share');
}

/** @throws UserError where `folder` cannot hold datasets and runs. */
export async function requireWritableFolder(folder: string): Promise<void> {
  if (!isAbsolute(folder)) throw new UserError(`${folder} is not a full path. Choose a folder with its full path.`);
  try {
    await files.mkdir(folder, { recursive: true });
    await files.access(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (thrown) {
    throw new UserError(`${folder} cannot be used as the data folder: ${messageOf(thrown)}. Choose another folder.`);
  }
}
