import { app, utilityProcess, type Details, type Event, type UtilityProcess } from 'electron';
import { join } from 'node:path';
import type { LaunchProcess } from '../../launch/child';
import type { Log } from '../../studio/log';

const lookMillis = 20;
/** The time within which a process that Electron calls ended is gone, the kernel's clearing up included. */
const goneMillis = 5_000;
/** The time within which news of a crash comes after the process is gone. */
const crashNewsMillis = 250;

/** Starts `<folder>/<entry>.cjs` as a utility process; what it prints goes to the log. `environment` is asked at each start. */
export function utilityLauncher(folder: string, log: Log, environment: () => Record<string, string>): LaunchProcess {
  return (entry) => {
    const child = utilityProcess.fork(join(folder, `${entry}.cjs`), [], {
      serviceName: entry,
      stdio: 'pipe',
      env: { ...process.env, ...environment() },
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (data: Buffer) => log.write(entry, data.toString()));
    }
    const exited = exitCodeOf(child, entry);
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
      onExit: (listener) => void exited.then((code) => listener({ code, signal: null })),
      kill: () => killAtOnce(child.pid),
    };
  };
}

/**
 * Resolves when the process is gone. Electron tells of the end when the connection closes: at times before the process
 * is gone, and then with code 0 for one that crashed; the true code comes with another event.
 */
function exitCodeOf(child: UtilityProcess, name: string): Promise<number> {
  return new Promise((resolve) => {
    let pid: number | undefined;
    let crashCode: number | undefined;
    const note = (_event: Event, details: Details) => {
      if (details.name === name) crashCode = details.exitCode;
    };
    app.on('child-process-gone', note);
    child.once('spawn', () => (pid = child.pid));
    child.once('exit', (code) => {
      void settle(code).then((settled) => {
        app.off('child-process-gone', note);
        resolve(settled);
      });
    });

    async function settle(code: number): Promise<number> {
      await until(() => pid === undefined || !isAlive(pid), goneMillis);
      if (code === 0) await until(() => crashCode !== undefined, crashNewsMillis);
      return crashCode ?? code;
    }
  });
}

async function until(isReached: () => boolean, patienceMillis: number): Promise<void> {
  const end = Date.now() + patienceMillis;
  while (!isReached() && Date.now() < end) await new Promise((resume) => setTimeout(resume, lookMillis));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
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
