import { mkdir, rmdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import archives from '../fixtures/names.json';
import { joinDisk, toOpen } from '../../files/disk-path';
import { makeTestFolder } from '../testing';
import { listDropped } from './list-dropped';
import { locate, type Listing } from './listing';
import { openLocation } from './read-location';
import { TextDecoding } from './text-decoding';

const list = (...paths: string[]): Promise<Listing> =>
  listDropped(paths, {
    signal: undefined,
    temporary: makeTestFolder,
    found: () => undefined,
    decoding: new TextDecoding(),
  });
const pathsOf = ({ files }: Listing): string[] => files.map(({ path }) => path).sort();

async function contents({ files }: Listing): Promise<string[]> {
  const read: string[] = [];
  for (const file of files) {
    const stream = await openLocation(locate(file));
    for await (const chunk of stream as AsyncIterable<Buffer>) read.push(chunk.toString());
  }
  return read.sort();
}

describe('an archive', () => {
  it.each(archives)('with $title has the names that Python reads in it', async ({ kind, data, names }) => {
    const path = join(await makeTestFolder(), `pets.${kind}`);
    await writeFile(path, Buffer.from(data, 'base64'));
    const listing = await list(path);
    expect(pathsOf(listing)).toEqual(names);
    expect(await contents(listing)).toEqual(names.map(() => 'x'));
    expect(listing.problems.list).toEqual([]);
  });
});

/** Linux takes any bytes as a name. */
describe.runIf(process.platform === 'linux')('a folder', () => {
  /** Writes each path, whose names are in an encoding each, with its own text as content. */
  async function write(folder: string, names: readonly (readonly [encoding: string, ...path: string[]])[]) {
    for (const [encoding, ...path] of names) {
      const bytes = path.map((name) => Uint8Array.from(iconv.encode(name, encoding)));
      const file = bytes.reduce(joinDisk, folder as string | Uint8Array);
      const above = bytes.slice(0, -1).reduce(joinDisk, folder as string | Uint8Array);
      await mkdir(toOpen(above), { recursive: true });
      await writeFile(toOpen(file), path.join('/'));
    }
    return folder;
  }

  it('with names of cp949 is shown as they read and opened as they lie', async () => {
    const folder = await write(await makeTestFolder(), [
      ['cp949', '고양이', '사진1.png'],
      ['cp949', '강아지', '사진2.png'],
      ['utf-8', '친구', '사진3.png'],
      ['cp949', '친', '4.png'],
    ]);
    const listing = await list(folder);
    const expected = ['강아지/사진2.png', '고양이/사진1.png', '친/4.png', '친구/사진3.png'];
    expect(pathsOf(listing)).toEqual(expected);
    expect(await contents(listing)).toEqual(expected);
    expect(listing.decoding.readings).toMatchObject([{ place: folder, encoding: 'cp949', guessed: true }]);
  });

  it('with decomposed names is shown composed and opened as it lies', async () => {
    const name = '고양이'.normalize('NFD');
    const folder = await write(join(await makeTestFolder(), name), [
      ['utf-8', name, '1.png'],
      ['utf-8', 'Müller', '2.png'.normalize('NFD')],
    ]);
    const listing = await list(folder.normalize('NFC'));
    expect(pathsOf(listing)).toEqual(['Müller/2.png', '고양이/1.png']);
    expect(listing.name).toBe('고양이');
    expect((await contents(listing)).map((text) => text.normalize('NFC'))).toEqual(['Müller/2.png', '고양이/1.png']);
    expect(listing.problems.list).toEqual([]);
  });

  it('with two folders that read alike takes them together and says so', async () => {
    const folder = await write(await makeTestFolder(), [
      ['utf-8', '고양이', '1.png'],
      ['utf-8', '고양이'.normalize('NFD'), '2.png'],
      ['utf-8', '개', '3.png'],
    ]);
    const listing = await list(folder);
    expect(pathsOf(listing)).toEqual(['개/3.png', '고양이/1.png', '고양이/2.png']);
    expect(listing.problems.list).toMatchObject([{ kind: 'same-name', path: `${folder}: 고양이` }]);
  });

  it('whose own name other programs cannot hand on is found by what they make of it', async () => {
    const above = await makeTestFolder();
    await write(above, [['cp949', '동물', 'cat', '1.png']]);
    const given = join(above, Buffer.from(iconv.encode('동물', 'cp949')).toString());
    expect(basename(given)).toContain('\uFFFD');
    const listing = await list(given);
    expect(pathsOf(listing)).toEqual(['cat/1.png']);
    expect(await contents(listing)).toEqual(['동물/cat/1.png']);
    expect(listing.place).toBe(join(above, '동물'));
  });

  it('nested beyond the longest path of the system costs itself alone', async () => {
    const folder = await makeTestFolder();
    await write(folder, [['utf-8', 'cat', '1.png']]);
    const before = process.cwd();
    const name = 'a'.repeat(200);
    try {
      process.chdir(folder);
      for (let depth = 0; depth < 30; depth++) {
        await mkdir(name);
        process.chdir(name);
      }
      const listing = await list(folder);
      expect(pathsOf(listing)).toEqual(['cat/1.png']);
      expect(listing.problems.list).toMatchObject([{ kind: 'unreadable', words: { key: 'files.nameTooLong' } }]);
    } finally {
      // From below: no path from above reaches the deepest.
      for (let depth = 0; depth < 30; depth++) {
        process.chdir('..');
        await rmdir(name);
      }
      process.chdir(before);
    }
  });
});
