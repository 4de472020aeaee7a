import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, join } from 'node:path';
import { errorCode, withPath } from './file-errors';

/** Moves a folder to where its owner can still find it. */
export type Trash = (folder: string) => Promise<void>;

const two = (value: number): string => String(value).padStart(2, '0');

/** The local time as the trash specification wants it: `2026-01-31T17:45:02`. */
function localTime(date: Date): string {
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-');
  return `${day}T${[date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(':')}`;
}

/** `name`, `name 2`, `name 3`, ... until `take` does not find it there already. @returns what `take` gives. */
async function withFreeName<Result>(name: string, take: (name: string) => Promise<Result>): Promise<Result> {
  for (let count = 1; ; count += 1) {
    try {
      return await take(count === 1 ? name : `${name} ${count}`);
    } catch (thrown) {
      if (!['EEXIST', 'ENOTEMPTY', 'ENOTDIR'].includes(errorCode(thrown) ?? '')) throw thrown;
    }
  }
}

/**
 * The trash of desktops on Linux, as file managers show it (freedesktop.org's trash specification, version 1.0).
 * @throws Error of the system with the code EXDEV where the folder lies on another disk.
 */
async function moveToDesktopTrash(folder: string, trash: string): Promise<void> {
  await mkdir(join(trash, 'info'), { recursive: true, mode: 0o700 });
  await mkdir(join(trash, 'files'), { recursive: true, mode: 0o700 });
  const path = encodeURI(folder).replace(/[#?]/g, encodeURIComponent);
  const text = `[Trash Info]\nPath=${path}\nDeletionDate=${localTime(new Date())}\n`;
  await withFreeName(basename(folder), async (name) => {
    const note = join(trash, 'info', `${name}.trashinfo`);
    // The note comes first: it reserves the name.
    await writeFile(note, text, { flag: 'wx' });
    try {
      await rename(folder, join(trash, 'files', name));
    } catch (thrown) {
      await rm(note, { force: true });
      throw thrown;
    }
  });
}

/**
 * The trash of somebody who has no window open: on Linux that of the desktop, where it is on the same disk; else the
 * folder `.trash` of the data folder.
 */
export function plainTrash(dataFolder: string): Trash {
  const data = process.env['XDG_DATA_HOME'] || join(homedir(), '.local', 'share');
  return (folder) =>
    withPath(folder, async () => {
      if (process.platform === 'linux') {
        try {
          return await moveToDesktopTrash(folder, join(data, 'Trash'));
        } catch (thrown) {
          if (!['EXDEV', 'EACCES', 'EROFS', 'EPERM'].includes(errorCode(thrown) ?? '')) throw thrown;
        }
      }
      const own = join(dataFolder, '.trash');
      await mkdir(own, { recursive: true });
      await withFreeName(basename(folder), (name) => rename(folder, join(own, name)));
    });
}
