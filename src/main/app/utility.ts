import { utilityProcess } from 'electron';
import { join } from 'node:path';
import type { LaunchProcess } from '../training/child';
import type { Log } from './log';

/** Starts `<folder>/<entry>.cjs` as a utility process; what it prints goes to the log. */
export function utilityLauncher(folder: string, log: Log): LaunchProcess {
  return (entry) => {
    const child = utilityProcess.fork(join(folder, `${entry}.cjs`), [], { serviceName: entry, stdio: 'pipe' });
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (data: Buffer) => log.write(entry, data.toString()));
    }
    return {
      get pid() {
        return child.pid;
      },
      send: (message) => child.postMessage(message),
      onMessage: (listener) =>
        child.on('message', (message: unknown) => {
          try {
            listener(message);
          } catch (thrown) {
            log.fault(`message of ${entry}`, thrown);
          }
        }),
      onExit: (listener) => child.once('exit', (code) => listener({ code, signal: null })),
      kill: () => killAtOnce(child.pid),
    };
  };
}

/** Electron's own kill() asks politely. */
function killAtOnce(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It is gone already.
  }
}
