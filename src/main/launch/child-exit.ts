import { constants } from 'node:os';
import type { ChildExit } from './child';
import { message, type Message } from '../../shared/words/message';

/** Exit codes with which Windows ends a process that crashed. */
const windowsCrashes: Readonly<Record<number, 'accessViolation' | 'outOfMemory' | 'stackOverflow' | 'aborted'>> = {
  0xc0000005: 'accessViolation',
  0xc0000017: 'outOfMemory',
  0xc00000fd: 'stackOverflow',
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
  return code !== null && windowsCrashes[code >>> 0] === 'outOfMemory';
}

/** Why a process ended that should have gone on, and the way out. */
export function describeExit(exit: ChildExit): Message {
  const signal = signalOf(exit);
  if (signal === 'SIGKILL' || isOutOfMemory(exit)) {
    return message('processes.killed');
  }
  if (signal !== null) {
    return message('processes.crashed', { signal });
  }
  const crash = exit.code === null ? null : windowsCrashes[exit.code >>> 0];
  let how = message('processes.notStarted');
  if (crash) how = message(`processes.${crash}`);
  else if (exit.code !== null) how = message('processes.exitCode', { code: exit.code });
  return message('processes.ended', { how });
}
