import { readFileSync } from 'node:fs';
import { freemem, totalmem } from 'node:os';
import { dirname, join } from 'node:path';

export interface MachineMemory {
  /** What this machine, or the container that the process runs in, has. */
  readonly totalBytes: number;
  /** What of it could be used now. */
  readonly availableBytes: number;
}

type ReadText = (path: string) => string | null;

function readText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

/** Files of Linux' control groups: version 2, and the memory controller of version 1. */
const versions = [
  { line: /^0::(.*)$/m, root: '/sys/fs/cgroup', limit: 'memory.max', used: 'memory.current' },
  {
    line: /^\d+:(?:[^:]*,)?memory(?:,[^:]*)?:(.*)$/m,
    root: '/sys/fs/cgroup/memory',
    limit: 'memory.limit_in_bytes',
    used: 'memory.usage_in_bytes',
  },
] as const;

/** This process's group and those around it, the innermost first; a container sees its own as the root. */
function groupFolders(root: string, group: string): string[] {
  const folders = [root];
  for (let path = group; path !== '/' && path !== '.' && path !== ''; path = dirname(path)) {
    folders.unshift(join(root, path));
  }
  return folders;
}

/** Limits of the control groups that hold this process, each with what is used of it. */
function groupLimits(read: ReadText): { limit: number; used: number }[] {
  const groups = read('/proc/self/cgroup') ?? '';
  return versions.flatMap(({ line, root, limit, used }) => {
    const group = line.exec(groups)?.[1];
    if (group === undefined) return [];
    return groupFolders(root, group).flatMap((folder) => {
      const most = Number(read(join(folder, limit)) ?? NaN);
      return Number.isFinite(most) ? [{ limit: most, used: Number(read(join(folder, used)) ?? 0) }] : [];
    });
  });
}

/** The memory of the machine, or of the control group where that is less; what files take in caches counts as free. */
export function machineMemory(
  read: ReadText = readText,
  machine = { total: totalmem(), free: freemem() },
): MachineMemory {
  const told = /^MemAvailable:\s+(\d+) kB$/m.exec(read('/proc/meminfo') ?? '')?.[1];
  const available = told === undefined ? machine.free : 1024 * Number(told);
  const limits = groupLimits(read).filter(({ limit }) => limit < machine.total);
  return {
    totalBytes: Math.min(machine.total, ...limits.map(({ limit }) => limit)),
    availableBytes: Math.max(0, Math.min(available, ...limits.map(({ limit, used }) => limit - used))),
  };
}

/** The rest of the system and of the studio needs some. */
const usableShare = 0.9;

/** What a training may use of the machine's memory, in bytes. */
export function usableMemory({ totalBytes }: Pick<MachineMemory, 'totalBytes'> = machineMemory()): number {
  return usableShare * totalBytes;
}
