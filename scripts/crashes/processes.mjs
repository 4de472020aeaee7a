import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** Processes that were started by that one, and whose command line names a file; as Linux's /proc tells. */
export function childrenOf(parent, named) {
  return readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      const [state, from] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      if (Number(from) !== parent || state === 'Z') return [];
      return readFileSync(`/proc/${name}/cmdline`, 'utf8').includes(named) ? [Number(name)] : [];
    } catch {
      // It has ended in between.
      return [];
    }
  });
}

export function isAlive(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2)[0] !== 'Z';
  } catch {
    return false;
  }
}

/** @throws Error where it goes on for longer than a minute. */
export async function untilGone(pid, millis = 60_000) {
  const end = Date.now() + millis;
  while (isAlive(pid)) {
    if (Date.now() > end) throw new Error(`process ${pid} goes on after ${millis} ms`);
    await pause(10);
  }
}

/** @returns whether it was there to be killed. */
export function kill(pid) {
  try {
    process.kill(pid, 'SIGKILL');
    return true;
  } catch {
    return false;
  }
}
