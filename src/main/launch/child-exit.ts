import { constants } from 'node:os';
import type { ChildExit } from './child';

/** Exit codes with which Windows ends a process that crashed. */
const windowsCrashes: Record<number, string> = {
  0xc0000005: 'access violation',
  0xc0000017: 'out of memory',
  0xc00000fd: 'stack overflow',
  0xc0000409: 'aborted',
};

/** A shell adds 128 to a signal's number, and Electron gives the number alone; the studio's processes use 0 and 1 only. */
export function signalOf({ code, signal }: ChildExit): string | null {
  if (signal !== null || code === null || code < 2) return signal;
  const number = code > 128 && code < 192 ? code - 128 : code;
  return Object.entries(constants.signals).find(([, value]) => value === number)?.[0] ?? null;
}

/** Whether Windows ended a process because there was no memory left. */
export function isOutOfMemory({ code }: ChildExit): boolean {
  return code !== null && windowsCrashes[code >>> 0] === 'out of memory';
}

/** Why a process ended that should have gone on, and the way out. */
export function describeExit(exit: ChildExit): string {
  const signal = signalOf(exit);
  if (signal === 'SIGKILL' || isOutOfMemory(exit)) {
    return 'The process was killed from outside (SIGKILL), by the system when memory runs out. Try a smaller batch, or close other programs.';
  }
  if (signal !== null) {
    return `The process crashed (${signal}). Try a smaller batch; if it happens again, \`doctor\` checks the installation.`;
  }
  const crash = exit.code === null ? null : windowsCrashes[exit.code >>> 0];
  const how = crash ?? (exit.code === null ? 'it could not be started' : `exit code ${exit.code}`);
  return `The process ended unexpectedly (${how}). \`doctor\` checks the installation.`;
}
