import { randomBytes } from 'node:crypto';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** Makes a rename in `folder` last. Windows cannot open a folder, and needs no such call. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * All parts in one call, or as few as the system takes: a process that computes between two turns of the event loop gets
 * only as many calls a second as it takes turns.
 */
async function writeAll(handle: FileHandle, parts: readonly (Uint8Array | string)[]): Promise<void> {
  let left = parts
    .map((part) => (typeof part === 'string' ? Buffer.from(part) : part))
    .filter(({ length }) => length > 0);
  while (left.length > 0) {
    let { bytesWritten } = await handle.writev(left);
    const first = left.findIndex(({ length }) => {
      if (bytesWritten < length) return true;
      bytesWritten -= length;
      return false;
    });
    left = first < 0 ? [] : left.slice(first);
    if (left[0] && bytesWritten > 0) left[0] = left[0].subarray(bytesWritten);
  }
}

/** Where nobody else writes a file until it is whole. */
export function temporaryOf(path: string): string {
  return join(dirname(path), `.${basename(path)}.${process.pid}-${randomBytes(4).toString('hex')}.tmp`);
}

/**
 * Writes a file so that at any moment, power cuts included, the old one or the whole new one is there, also where several
 * write it at once. Resolves when it is on the disk.
 * @param parts All at once, or as they come, however much that is.
 * @param temporary Where it lies until it is whole, beside it.
 */
export async function writeDurably(
  path: string,
  parts: readonly (Uint8Array | string)[] | AsyncIterable<Uint8Array | string>,
  temporary = temporaryOf(path),
): Promise<void> {
  try {
    const handle = await open(temporary, 'wx');
    try {
      if (Symbol.asyncIterator in parts) for await (const part of parts) await writeAll(handle, [part]);
      else await writeAll(handle, parts);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await syncFolder(dirname(path));
}
