import { mkdtemp, open, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { writeDurably } from './durable-file';

let folder = '';
let path = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'durable-'));
  path = join(folder, 'weights');
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rm(folder, { recursive: true });
});

/** What all open files have in common. */
async function handles(): Promise<{ writev: (parts: Uint8Array[]) => Promise<{ bytesWritten: number }> }> {
  const handle = await open(folder, 'r');
  await handle.close();
  return Object.getPrototypeOf(handle);
}

const parts = Array.from({ length: 3000 }, (_, index) => Uint8Array.of(index, index >> 8));
const whole = Buffer.concat(parts);

describe('writeDurably', () => {
  it('writes thousands of parts at once, since a training lets it go on only between two steps', async () => {
    const writev = vi.spyOn(await handles(), 'writev');
    await writeDurably(path, ['begin ', ...parts, '', ' end']);
    expect(await readFile(path)).toEqual(Buffer.concat([Buffer.from('begin '), whole, Buffer.from(' end')]));
    expect(writev).toHaveBeenCalledTimes(1);
    expect(await readdir(folder)).toEqual(['weights']);
  });

  it('goes on where the system took a part alone', async () => {
    const { writev } = await handles();
    vi.spyOn(await handles(), 'writev').mockImplementation(function (this: unknown, given) {
      const some = given.slice(0, 700);
      // The last of them by half.
      return writev.call(this, [...some.slice(0, -1), (some.at(-1) ?? Buffer.alloc(0)).subarray(0, 1)]);
    });
    await writeDurably(path, parts);
    expect(await readFile(path)).toEqual(whole);
  });

  it('leaves the old file, and nothing else, where it fails', async () => {
    await writeDurably(path, ['old']);
    vi.spyOn(await handles(), 'writev').mockRejectedValue(new Error('full'));
    await expect(writeDurably(path, ['new'])).rejects.toThrow('full');
    expect(await readdir(folder)).toEqual(['weights']);
    expect(await readFile(path, 'utf8')).toBe('old');
  });
});
