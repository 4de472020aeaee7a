import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';

/**
 * Where somebody typed `npm run <script>`: npm starts scripts in the project's folder, and what they run would look for
 * relative paths there.
 * @param {string} script
 * @param {NodeJS.ProcessEnv} [env]
 */
export function folderOfUser(script, env = process.env) {
  const { INIT_CWD: folder, npm_lifecycle_event: running } = env;
  return running === script && folder && existsSync(folder) ? folder : process.cwd();
}

/**
 * Runs a program with this process's terminal until it ends, and hands each signal on to it once: the terminal signals
 * a whole group, and npm signals its child again, so the program gets a group of its own and repeats are dropped.
 * @param {string} program
 * @param {string[]} args
 * @param {{ repeatMilliseconds?: number, cwd?: string }} [options] how long after a signal the same one counts as its repeat; where the program starts
 * @returns {Promise<number>} its exit code; 128 and the signal's number where a signal ended it
 */
export function runInForeground(program, args, { repeatMilliseconds = 300, cwd } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: 'inherit', detached: true, cwd });
    const handedOn = new Map();
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
      process.on(signal, () => {
        const repeated = Date.now() - (handedOn.get(signal) ?? 0) < repeatMilliseconds;
        if (!repeated) child.kill(signal);
        handedOn.set(signal, Date.now());
      });
    }
    child.on('error', reject);
    child.on('close', (code, signal) => resolve(code ?? 128 + (constants.signals[signal] ?? 0)));
  });
}
