import { linkSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { readJson } from './disk.mjs';
import { ownerVariable } from './tools.mjs';

const lookEvery = 200;

/**
 * Does some work while no other set-up of this user does any.
 * @template T
 * @param {string} path the lock file
 * @param {{ line: (text: string) => void }} report
 * @param {(id: string) => Promise<T>} work is given an id for the environment of the programs it starts
 * @returns {Promise<T>}
 */
export async function withLock(path, report, work) {
  const id = `${process.pid}-${startOf(process.pid)}`;
  mkdirSync(dirname(path), { recursive: true });
  await take(path, id, report);
  try {
    return await work(id);
  } finally {
    if (readJson(path)?.id === id) rmSync(path, { force: true });
  }
}

async function take(path, id, report) {
  let told = false;
  for (;;) {
    if (createWhole(path, { id, pid: process.pid, start: startOf(process.pid) })) return;
    const holder = readJson(path);
    if (!holder) continue;
    if (!isAlive(holder)) await takeAway(path, holder);
    else {
      if (!told) report.line(`Another set-up is running (process ${holder.pid}); waiting for it.`);
      told = true;
      await pause(lookEvery);
    }
  }
}

/** A link appears with its content at once: nobody ever reads half a lock. */
function createWhole(path, holder) {
  const own = `${path}.${holder.id}`;
  writeFileSync(own, JSON.stringify(holder));
  try {
    linkSync(own, path);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(own, { force: true });
  }
}

async function takeAway(path, holder) {
  await endLeftovers(holder.id);
  const aside = `${path}.stale-${process.pid}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if (error.code === 'ENOENT') return;
    throw error;
  }
  // Between reading and renaming, somebody else may have cleared the stale lock and taken a new one: give that one back.
  const taken = readJson(aside);
  if (taken && taken.id !== holder.id) linkSync(aside, path);
  rmSync(aside, { force: true });
}

/** Programs of a killed set-up would go on writing where the next one works. */
async function endLeftovers(id) {
  const mark = `${ownerVariable}=${id}`;
  const marked = () => processes().filter((pid) => environmentOf(pid).includes(mark));
  for (let tries = 0; tries < 50; tries += 1) {
    const pids = marked();
    if (pids.length === 0) return;
    for (const pid of pids) {
      try {
        process.kill(pid, 'SIGKILL');
      } catch {
        continue;
      }
    }
    await pause(lookEvery / 4);
  }
}

function processes() {
  try {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map(Number);
  } catch {
    return [];
  }
}

function environmentOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0');
  } catch {
    return [];
  }
}

function isAlive({ pid, start }) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== 'EPERM') return false;
  }
  return startOf(pid) === start;
}

/** When a process started, in the kernel's ticks: a process id alone may have been given to another program since. */
function startOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    return '0';
  }
}
