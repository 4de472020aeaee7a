import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';

/** Marks the processes of one set-up, so that the next one finds what a killed one left running. */
export const ownerVariable = 'RESIDUAL_STUDIO_SETUP';

/** The full path of a program on PATH, or undefined. */
export function findProgram(name, env = process.env) {
  const candidates = isAbsolute(name)
    ? [name]
    : (env.PATH ?? '')
        .split(delimiter)
        .filter(Boolean)
        .map((folder) => join(folder, name));
  return candidates.find((path) => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/**
 * Runs a program to its end.
 * @param {string} program
 * @param {string[]} args
 * @param {object} [options]
 * @param {string} [options.cwd]
 * @param {NodeJS.ProcessEnv} [options.env]
 * @param {(line: string) => void} [options.onLine] each line of standard output
 * @param {() => number} [options.measure] called twice a second; a number that grows while the program gets on
 * @param {number} [options.stallSeconds] ends the program when the measure has not grown for so long
 * @returns {Promise<{ ok: boolean, code: number | null, signal: string | null, output: string }>}
 */
export function runTool(program, args, { cwd, env, onLine, measure, stallSeconds = Infinity } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    let rest = '';
    let stalled = false;
    let last = { value: -1, at: Date.now() };
    const timer = measure && setInterval(watch, 500);
    function watch() {
      const value = measure();
      if (value !== last.value) last = { value, at: Date.now() };
      else if (Date.now() - last.at > stallSeconds * 1000) {
        stalled = true;
        child.kill('SIGKILL');
      }
    }
    child.stdout.setEncoding('utf8').on('data', (text) => {
      output += text;
      if (!onLine) return;
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      lines.forEach(onLine);
    });
    child.stderr.setEncoding('utf8').on('data', (text) => (output += text));
    const end = (code, signal, extra = '') => {
      clearInterval(timer);
      resolve({ ok: code === 0, code, signal, output: output + extra });
    };
    child.on('error', (error) => end(null, null, error.message));
    child.on('close', (code, signal) =>
      end(code, signal, stalled ? `\nETIMEDOUT: nothing came for ${stallSeconds} s` : ''),
    );
  });
}
