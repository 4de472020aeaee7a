import { spawn } from 'node:child_process';
import { constants } from 'node:os';

/**
 * Runs a program with this process's terminal until it ends, and hands each signal on to it once: the terminal signals
 * a whole group, and npm signals its child again, so the program gets a group of its own and repeats are dropped.
 * @param {string} program
 * @param {string[]} args
 * @param {{ repeatMilliseconds?: number }} [options] how long after a signal the same one counts as its repeat
 * @returns {Promise<number>} its exit code; 128 and the signal's number where a signal ended it
 */
export function runInForeground(program, args, { repeatMilliseconds = 300 } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: 'inherit', detached: true });
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
