import { constants, promises as files } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';
import { wordsOf, UserError } from '../../shared/errors';
import { message } from '../../shared/words/message';

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
  if (!isAbsolute(folder)) throw new UserError(message('application.folderNotAbsolute', { folder }));
  try {
    await files.mkdir(folder, { recursive: true });
    await files.access(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (thrown) {
    throw new UserError(message('application.folderUnusable', { folder, reason: wordsOf(thrown) }));
  }
}
