import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import packed from '../fixtures/packed.json';
import { makeTestFolder } from '../testing';
import { contentsOf, listForTest } from './testing';

const archives: Readonly<Record<string, string>> = packed.archives;

async function write(name: string, bytes = Buffer.from(archives[name] ?? '', 'base64')): Promise<string> {
  // A name that 7-Zip may take for a pattern, and that is not ASCII.
  const path = join(await makeTestFolder(), `동물*[1] ${name}`);
  await writeFile(path, bytes);
  return path;
}

describe('an archive that 7-Zip reads', () => {
  it.each(['pets.tar.xz', 'pets.tar.bz2'])('is read as it was packed: %s', async (name) => {
    expect(await contentsOf(await listForTest(await write(name)))).toEqual(packed.files);
  });

  it('is read as it was packed: pets.7z', async () => {
    const listing = await listForTest(await write('pets.7z'));
    expect(await contentsOf(listing)).toEqual({ ...packed.files, 'empty/0.png': '' });
    expect(listing.name).toBe('동물*[1] pets');
  });

  it.each([
    ['encrypted', 'encrypted.7z', 'is encrypted'],
    ['a single file', 'table.csv.xz', 'is a single file packed as xz'],
  ])('is refused with the way out where it is %s', async (_, name, reason) => {
    await expect(listForTest(await write(name))).rejects.toThrow(reason);
  });

  it.each(['pets.7z', 'pets.tar.xz', 'pets.tar.bz2'])('is refused where it is cut off: %s', async (name) => {
    const bytes = Buffer.from(archives[name] ?? '', 'base64');
    const path = await write(name, bytes.subarray(0, bytes.length - 40));
    await expect(listForTest(path)).rejects.toThrow(/cut off|damaged/);
  });
});
