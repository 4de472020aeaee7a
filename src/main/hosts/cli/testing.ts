import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { processesFolder } from '../../runs/testing';

/** The exit code of a process, which may be over already; null where a signal ended it. */
export const exitOf = (child: ChildProcess): Promise<number | null> =>
  child.exitCode === null && child.signalCode === null
    ? new Promise((resolve) => child.once('exit', resolve))
    : Promise.resolve(child.exitCode);

/** The command line as users start it, in processes of its own, on a data folder. */
export function commandLine(home: string) {
  const start = (...words: string[]) =>
    spawn(process.execPath, [join(processesFolder, 'cli.cjs'), ...words], {
      env: { ...process.env, RESIDUAL_STUDIO_HOME: home },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  const run = async (...words: string[]) => {
    const child = start(...words);
    const [exitCode, output, notes] = await Promise.all([exitOf(child), text(child.stdout), text(child.stderr)]);
    return { exitCode, output, notes };
  };
  return { start, run };
}
