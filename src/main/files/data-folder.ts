import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

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
