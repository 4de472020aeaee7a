import { spawnSync } from 'node:child_process';
import { SetupError } from './errors.mjs';
import { findProgram } from './tools.mjs';

const howToGetPip =
  'install it (on Debian and Ubuntu: sudo apt-get install python3-pip), then run the same command again.';

/** The path of a Python 3 that has pip. */
export function findPython(env = process.env) {
  const pythons = ['python3', 'python']
    .map((name) => findProgram(name, env))
    .filter((path) => path && isPython3(path, env));
  if (pythons.length === 0)
    throw new SetupError(`Python 3 is missing, and TensorFlow comes through its pip: ${howToGetPip}`);
  const withPip = pythons.find((path) => spawnSync(path, ['-m', 'pip', '--version'], { env }).status === 0);
  if (!withPip) throw new SetupError(`pip for Python 3 is missing (${pythons[0]} -m pip fails): ${howToGetPip}`);
  return withPip;
}

function isPython3(path, env) {
  return spawnSync(path, ['-c', 'import sys; sys.exit(sys.version_info < (3, 7))'], { env }).status === 0;
}
