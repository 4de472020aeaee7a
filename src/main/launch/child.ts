import { fork } from 'node:child_process';

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

/** A plain Node process. What it prints goes to standard error, so that standard output stays the caller's. */
export function launchNodeChild(entryPath: string, environment: NodeJS.ProcessEnv = process.env): ChildHandle {
  const child = fork(entryPath, [], { serialization: 'advanced', stdio: ['ignore', 2, 2, 'ipc'], env: environment });
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
