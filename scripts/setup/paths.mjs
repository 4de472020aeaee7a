import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout that these scripts belong to. */
export const projectFolder = fileURLToPath(new URL('../..', import.meta.url)).replace(/[/\\]$/, '');

/** The folder of this user for what every checkout shares and what can be fetched again. */
export function cacheFolder(env = process.env, platform = process.platform, home = homedir()) {
  return join(cacheRoot(env, platform, home), 'residual-studio');
}

function cacheRoot(env, platform, home) {
  if (env.XDG_CACHE_HOME && isAbsolute(env.XDG_CACHE_HOME)) return env.XDG_CACHE_HOME;
  if (platform === 'darwin') return join(home, 'Library', 'Caches');
  if (platform === 'win32') return env.LOCALAPPDATA ?? join(home, 'AppData', 'Local');
  return join(home, '.cache');
}

/**
 * What every part of the set-up is given.
 * @typedef {object} Context
 * @property {string} project the checkout
 * @property {string} cache the user's cache folder of this product
 * @property {NodeJS.ProcessEnv} env
 * @property {import('./report.mjs').Report} report
 */
