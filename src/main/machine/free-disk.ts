import { execFile } from 'node:child_process';
import * as fileSystem from 'node:fs/promises';
import { promisify } from 'node:util';

/**
 * Bytes that may still be written where a folder lies; infinite where the system does not say. Node has `statfs`
 * since 18.15; before, `df` tells.
 */
export async function freeDisk(folder: string): Promise<number> {
  try {
    if ('statfs' in fileSystem) {
      const { bavail, bsize } = await fileSystem.statfs(folder);
      return bavail * bsize;
    }
    const { stdout } = await promisify(execFile)('df', ['-Pk', folder]);
    const available = Number(stdout.trim().split('\n').at(-1)?.split(/\s+/)[3]);
    return Number.isFinite(available) ? available * 1024 : Infinity;
  } catch {
    return Infinity;
  }
}
