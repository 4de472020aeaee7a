import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ZipFile } from 'yazl';
import { makeTestFolder } from '../testing';
import { contentsOf, listForTest } from './testing';
import { fullPath } from './listing';

async function zip(files: Record<string, Buffer | string>): Promise<Buffer> {
  const archive = new ZipFile();
  for (const [name, content] of Object.entries(files)) archive.addBuffer(Buffer.from(content as string), name);
  archive.end();
  const chunks: Buffer[] = [];
  for await (const chunk of archive.outputStream as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function write(name: string, bytes: Buffer): Promise<string> {
  const path = join(await makeTestFolder(), name);
  await writeFile(path, bytes);
  return path;
}

describe('archives in what was dropped', () => {
  it('are opened in a folder that holds one a class', async () => {
    const folder = await makeTestFolder();
    for (const name of ['고양이', '강아지']) await writeFile(join(folder, `${name}.zip`), await zip({ '1.png': name }));
    await writeFile(join(folder, 'README.md'), 'Pets.');
    const expected = { '강아지/1.png': '강아지', '고양이/1.png': '고양이', 'README.md': 'Pets.' };
    expect(await contentsOf(await listForTest(folder))).toEqual(expected);
  });

  it('are opened in an archive, with paths that say where a file lies', async () => {
    const inner = await zip({ 'cat/1.png': 'cat', 'dog/1.png': 'dog' });
    const path = await write('outer.zip', await zip({ 'inner.zip': inner }));
    const listing = await listForTest(path);
    expect(await contentsOf(listing)).toEqual({ 'inner/cat/1.png': 'cat', 'inner/dog/1.png': 'dog' });
    expect(listing.files.map(fullPath)).toContain(join(path, 'inner.zip', 'cat', '1.png'));
  });

  it('stay closed beside pictures', async () => {
    const folder = await makeTestFolder();
    await mkdir(join(folder, 'cat'));
    await writeFile(join(folder, 'cat', '1.png'), 'cat');
    await writeFile(join(folder, 'all.zip'), await zip({ 'dog/1.png': 'dog' }));
    expect(await contentsOf(await listForTest(folder))).toHaveProperty('cat/1.png');
    expect((await listForTest(folder)).files).toHaveLength(2);
  });

  it('are refused where they lie too deep', async () => {
    let bytes = await zip({ 'cat/1.png': 'cat' });
    for (let depth = 0; depth < 5; depth++) bytes = await zip({ [`${depth}.zip`]: bytes });
    await expect(listForTest(await write('deep.zip', bytes))).rejects.toThrow('more than 3 deep');
  });
});

describe('an archive that is not read', () => {
  it.each([
    ['lzip', '4c5a495001'],
    ['Cabinet', '4d53434600000000'],
  ])('is refused by its name: %s', async (kind, start) => {
    const path = await write('pets.bin', Buffer.from(start.padEnd(64, '0'), 'hex'));
    await expect(listForTest(path)).rejects.toThrow(`is packed as ${kind}, which is not read`);
  });
});

it('an overlong name in an archive costs itself alone', async () => {
  const path = await write('pets.zip', await zip({ [`cat/${'a'.repeat(5000)}.png`]: 'x', 'cat/1.png': 'cat' }));
  const listing = await listForTest(path);
  expect(listing.files.map((file) => file.path)).toEqual(['cat/1.png']);
  expect(listing.problems.list).toMatchObject([{ kind: 'unreadable', words: { key: 'sources.nameTooLong' } }]);
  expect(listing.problems.list[0]?.path.length).toBeLessThan(600);
});
