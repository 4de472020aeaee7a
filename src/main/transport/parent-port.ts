import type { Carrier } from '../../shared/rpc/carrier';

/** The way from one of the studio's processes to the one that started it; `onClose`: the parent is gone. */
export interface ParentPort extends Carrier {
  /** Ends this process once everything that was sent has left. */
  exit(code: 0 | 1): void;
}

/** What Electron puts on `process` in a utility process. */
interface UtilityProcess {
  readonly parentPort?: {
    postMessage(message: unknown): void;
    on(event: 'message', listener: (message: { data: unknown }) => void): void;
  };
}

/** Electron tells nothing when a message has left; local pipes take far less. */
const electronExitMillis = 200;

/**
 * Electron's port in a utility process, Node's channel in a forked one.
 * @throws Error where the process has no parent to talk to.
 */
export function openParentPort(): ParentPort {
  const utilityPort = (process as UtilityProcess).parentPort;
  if (utilityPort) {
    return {
      send: (message) => utilityPort.postMessage(message),
      onMessage: (listener) => utilityPort.on('message', ({ data }) => listener(data)),
      // Chromium ends a utility process with its parent.
      onClose: () => undefined,
      exit: (code) => setTimeout(() => process.exit(code), electronExitMillis),
      close: () => process.exit(0),
    };
  }
  if (!process.send) throw new Error('this program is started by the studio, not by hand');
  const send = process.send.bind(process);
  let leaving = 0;
  let exitCode: 0 | 1 | null = null;
  const exitWhenSent = (): void => {
    if (exitCode !== null && leaving === 0) process.exit(exitCode);
  };
  return {
    send: (message) => {
      if (!process.connected) return;
      leaving += 1;
      send(message, undefined, undefined, () => {
        leaving -= 1;
        exitWhenSent();
      });
    },
    onMessage: (listener) => process.on('message', listener),
    onClose: (listener) => process.on('disconnect', () => listener()),
    exit: (code) => {
      exitCode = code;
      exitWhenSent();
    },
    close: () => process.exit(0),
  };
}
