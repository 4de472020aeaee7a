import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { processesFolder } from '../../runs/testing';

export const exitOf = (child: ChildProcess) => new Promise<number | null>((resolve) => child.once('exit', resolve));

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
