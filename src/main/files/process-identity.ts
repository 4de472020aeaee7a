import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { z } from 'zod';
import { errorCode } from './file-errors';

/** A process that no later one is taken for, though it may get the same number. A newer version may say more. */
export const processIdentitySchema = z.object({
  /** Name of the machine. */
  host: z.string(),
  /** What the system has called itself since it was installed; null where it does not tell. */
  machine: z.string().nullable().optional(),
  /** What its number counts in: a container has a namespace of its own. Null where the system has none. */
  namespace: z.string().nullable().optional(),
  pid: z.int().positive(),
  /** When it started, in the system's own words; null where the system does not tell. */
  started: z.string().nullable(),
});
export type ProcessIdentity = z.infer<typeof processIdentitySchema>;

let own: ProcessIdentity | null = null;

/** This very process. */
export function ownIdentity(): ProcessIdentity {
  return (own ??= {
    host: hostname(),
    machine: machineName(),
    namespace: namespaceName(),
    pid: process.pid,
    started: startOf(process.pid),
  });
}

/** Whether it goes on still; null where that cannot be seen from here: on another machine, or in another container. */
export function isGoingOn({ host, machine, namespace, pid, started }: ProcessIdentity): boolean | null {
  const here = ownIdentity();
  if (host !== here.host || differ(machine, here.machine)) return null;
  // Since the machine was started anew nothing goes on from before.
  if (differ(bootOf(started), bootOf(here.started))) return false;
  if (differ(namespace, here.namespace)) return null;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (errorCode(error) !== 'EPERM') return false;
  }
  if (hasEnded(pid)) return false;
  const now = startOf(pid);
  return started === null || now === null || now === started;
}

/** Whether both are known, and not the same. */
const differ = (one: string | null | undefined, other: string | null | undefined): boolean =>
  !!one && !!other && one !== other;

/** Which start of the machine the start of a process tells of; null where it tells none. */
const bootOf = (started: string | null): string | null => /^[\da-f-]{36}(?= )/.exec(started ?? '')?.[0] ?? null;

function machineName(): string | null {
  try {
    return readFileSync('/etc/machine-id', 'utf8').trim() || null;
  } catch {
    return null;
  }
}

function namespaceName(): string | null {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    return null;
  }
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
