import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { SetupError } from './errors.mjs';
import { formatBytes } from './report.mjs';

/** Bytes that this user may still write on the disk that holds a folder, whether the folder exists or not. */
function freeBytes(folder) {
  let existing = folder;
  while (!existsSync(existing)) existing = dirname(existing);
  const { bavail, bsize } = statfsSync(existing);
  return bavail * bsize;
}

/** Refuses at once what could not end well. */
export function requireFreeBytes(folder, needed, what, free = freeBytes(folder)) {
  if (free >= needed) return;
  throw new SetupError(
    `${what} needs ${formatBytes(needed)} of free disk space in ${folder}, and ${formatBytes(free)} is free: free some space, or set XDG_CACHE_HOME to a folder on a larger disk, then run the same command again.`,
  );
}

/** Bytes of all files in a folder; files that vanish meanwhile count nothing. */
export function folderBytes(folder) {
  let bytes = 0;
  let entries;
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch {
    return 0;
  }
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) bytes += folderBytes(path);
    else bytes += statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  }
  return bytes;
}

/** Puts a finished folder in its place; what stood there before goes away afterwards. */
export function replaceFolder(finished, place) {
  const old = `${place}.old`;
  rmSync(old, { recursive: true, force: true });
  mkdirSync(dirname(place), { recursive: true });
  if (existsSync(place)) renameSync(place, old);
  renameSync(finished, place);
  rmSync(old, { recursive: true, force: true });
}

/** The object in a JSON file, or undefined where the file is missing or broken. */
export function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Writes a JSON file so that it is there in full or not at all. */
export function writeJson(path, value) {
  mkdirSync(dirname(path), { recursive: true });
  const temporary = `${path}.${process.pid}.tmp`;
  writeFileSync(temporary, `${JSON.stringify(value, null, 2)}\n`);
  renameSync(temporary, path);
}
