import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';

/** A process that no later one is taken for, though it may get the same number. */
export interface ProcessIdentity {
  /** Name of the machine. */
  readonly host: string;
  readonly pid: number;
  /** When it started, in the system's own words; null where the system does not tell. */
  readonly started: string | null;
}

/** This very process. */
export function ownIdentity(): ProcessIdentity {
  return { host: hostname(), pid: process.pid, started: startOf(process.pid) };
}

/** Whether it goes on still; of another machine's processes nothing is known: null. */
export function isGoingOn({ host, pid, started }: ProcessIdentity): boolean | null {
  if (host !== hostname()) return null;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  if (hasEnded(pid)) return false;
  const now = startOf(pid);
  return started === null || now === null || now === started;
}

/** Fields of /proc/<pid>/stat after the program's name, which stands in brackets and may hold anything. */
function statOf(pid: number): string[] {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}

/** Whether a process is over and only its entry is left, which in a container may stay for good. */
function hasEnded(pid: number): boolean {
  if (process.platform !== 'linux') return false;
  try {
    return /^[ZX]/.test(statOf(pid)[0] ?? '');
  } catch {
    return false;
  }
}

/** Ticks since the machine was started, and which start of it that was; elsewhere the time, to the second. */
export function startOf(pid: number): string | null {
  try {
    if (process.platform === 'linux') {
      const ticks = statOf(pid)[19];
      return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${ticks}`;
    }
    if (process.platform === 'win32') return null;
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || null;
  } catch {
    return null;
  }
}
