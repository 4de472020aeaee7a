import { fork } from 'node:child_process';
import { closeSync, mkdirSync, openSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

const standardError = 2;

/** A process that was started for the studio, whatever started it. */
export interface ChildHandle {
  readonly pid: number | undefined;
  readonly send: (message: unknown) => void;
  readonly onMessage: (listener: (message: unknown) => void) => void;
  readonly onExit: (listener: (exit: ChildExit) => void) => void;
  /** At once, without a chance to finish. */
  readonly kill: () => void;
}

export interface ChildExit {
  readonly code: number | null;
  readonly signal: string | null;
}

/** Starts one of the studio's processes: Electron's utility process in the window, a plain child process elsewhere. */
export type LaunchProcess = (entry: 'trainer' | 'inspector' | 'importer') => ChildHandle;

/** Bytes; a longer log is put aside before the next process writes to it. */
const longestLog = 2 ** 20;

/** The log of a data folder, open for adding to it; standard error where the folder takes none. */
function openProcessLog(file: string): number {
  try {
    mkdirSync(dirname(file), { recursive: true });
    if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > longestLog) renameSync(file, `${file}.previous`);
    return openSync(file, 'a');
  } catch {
    return standardError;
  }
}

interface NodeChildOptions {
  readonly environment?: NodeJS.ProcessEnv;
  /** What the process prints, TensorFlow's greetings included, is added to it; to standard error where it is left out. */
  readonly logFile?: string;
}

/** A plain Node process; standard output stays the caller's. */
export function launchNodeChild(
  entryPath: string,
  { environment = process.env, logFile }: NodeChildOptions = {},
): ChildHandle {
  const log = logFile === undefined ? standardError : openProcessLog(logFile);
  const child = fork(entryPath, [], {
    serialization: 'advanced',
    stdio: ['ignore', log, log, 'ipc'],
    env: environment,
  });
  if (log !== standardError) closeSync(log);
  const exitListeners: ((exit: ChildExit) => void)[] = [];
  let exited = false;
  const end = (exit: ChildExit): void => {
    if (exited) return;
    exited = true;
    for (const listener of exitListeners) listener(exit);
  };
  child.once('exit', (code, signal) => end({ code, signal }));
  child.on('error', () => {
    if (child.pid === undefined) end({ code: null, signal: null });
  });
  return {
    pid: child.pid,
    send: (message) => {
      // A message to a child that has just ended is lost; its exit tells.
      if (child.connected) child.send(message as object, () => undefined);
    },
    onMessage: (listener) => child.on('message', listener),
    onExit: (listener) => exitListeners.push(listener),
    kill: () => child.kill('SIGKILL'),
  };
}
