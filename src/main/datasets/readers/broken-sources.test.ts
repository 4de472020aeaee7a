import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { UserError } from '../../../shared/errors';
import { ExpansionLimit } from '../sources/archive-limits';
import { makeTestFolder, randomBytes } from '../testing';
import { writeTree } from '../testing-pictures';
import { readSource } from './testing';

const archives = join(__dirname, '../fixtures/sources');
let root: string;
let counter = 0;

beforeAll(async () => {
  root = await makeTestFolder();
});

async function failureOf(paths: string[]): Promise<string> {
  const failure = await readSource(paths).catch((thrown: unknown) => thrown);
  expect(failure).toBeInstanceOf(UserError);
  return failure instanceof UserError ? failure.message : '';
}

/** The names of files, and what the message says. */
const folders: [string, Record<string, string>, string][] = [
  ['one class', { 'cat/1.png': 'x', 'cat/2.png': 'x' }, 'holds pictures of one class only, "cat" (2)'],
  ['one class in each split', { 'train/cat/1.png': 'x', 'test/cat/1.png': 'x' }, 'of one class only, "cat" (2)'],
  ['pictures side by side', { '1.png': 'x', '2.png': 'x' }, 'The 2 pictures in'],
  ['names without a class', { 'IMG_1.png': 'x', 'IMG_2.png': 'x' }, 'nothing says their classes'],
  ['a class for each name', { 'sun.png': 'x', 'sea.png': 'x', 'sky.png': 'x' }, 'nothing says their classes'],
  ['other files', { 'a.txt': 'x', 'b/c.json': 'x' }, 'Found: a.txt, b/c.json. Expected:'],
  [
    'many other files',
    Object.fromEntries(Array.from({ length: 12 }, (_, at) => [`${at}.txt`, 'x'])),
    'and 4 more. Expected:',
  ],
  ['hidden files', { '.a.png': 'x', '.git/b.png': 'x' }, 'is empty. Expected:'],
  ['a table of nothing', { 'labels.csv': 'path,label\n', 'a.txt': 'x' }, 'labels.csv names no picture that is there'],
  ['a table of what is not there', { 'labels.csv': 'path,label\na.png,cat\n' }, 'Its first row: a.png, cat'],
  ['a table of other things', { 'numbers.csv': '1,2\n3,4\n' }, 'Found: numbers.csv. Expected:'],
];

describe('a folder', () => {
  it.each(folders)('with %s is refused', async (_, files, message) => {
    const folder = await writeTree(join(root, `folder-${counter++}`), files);
    const failure = await failureOf([folder]);
    expect(failure).toContain(message);
    expect(failure).toContain(folder);
    expect(failure).toMatch(/cat\/one\.jpg|pictures\/one\.jpg/);
  });
});

async function damaged(name: string, change: (bytes: Buffer) => Buffer): Promise<string> {
  const path = join(root, `${counter++}-${name}`);
  await writeFile(path, change(await readFile(join(archives, name))));
  return path;
}

const encrypted = (bytes: Buffer): Buffer => {
  for (let at = bytes.indexOf('PK\x01\x02', 0, 'latin1'); at >= 0; at = bytes.indexOf('PK\x01\x02', at + 4, 'latin1'))
    bytes.writeUInt16LE(1, at + 8);
  return bytes;
};
const claiming = (bytes: Buffer, offset: number, value: number): Buffer => {
  for (let at = bytes.indexOf('PK\x01\x02', 0, 'latin1'); at >= 0; at = bytes.indexOf('PK\x01\x02', at + 4, 'latin1'))
    bytes.writeUInt32LE(value, at + offset);
  return bytes;
};

const broken: [string, string, (bytes: Buffer) => Buffer, string][] = [
  ['a zip that is cut off', 'folders.zip', (bytes) => bytes.subarray(0, bytes.length / 2), 'is damaged or cut off'],
  ['a zip without its directory', 'folders.zip', (bytes) => bytes.fill(0, bytes.length - 22), 'is damaged or cut off'],
  [
    'a zip with another number of files',
    'folders.zip',
    (bytes) => {
      bytes.writeUInt16LE(999, bytes.length - 12);
      return bytes;
    },
    'is damaged or cut off',
  ],
  ['a zip that is encrypted', 'folders.zip', encrypted, 'It is encrypted. Unpack the archive'],
  [
    'a zip of an unknown method',
    'folders.zip',
    (bytes) => claiming(bytes, 8, 0x000c0000),
    'compressed by a method (12)',
  ],
  [
    'a zip that claims too much',
    'folders.zip',
    (bytes) => claiming(bytes, 24, 0x70000000),
    'expands to more than 200 times its size',
  ],
  ['a zip whose files overlap', 'folders.zip', (bytes) => claiming(bytes, 20, 6000), 'is damaged or made to do harm'],
  [
    'a tar.gz that is cut off',
    'folders.tar.gz',
    (bytes) => bytes.subarray(0, bytes.length / 2),
    'is cut off: the end of the archive is missing',
  ],
  ['a tar.gz with a wrong byte', 'folders.tar.gz', (bytes) => bytes.fill(255, 2800, 2820), 'is damaged'],
  ['a tar that is cut off', 'folders.tar', (bytes) => bytes.subarray(0, 700), 'is cut off'],
  ['a tar with a wrong header', 'folders.tar', (bytes) => bytes.fill(255, 1024, 1100), 'is damaged'],
  ['a gzip of something else', 'folders.tar', () => gzipSync('hello'), 'Found: '],
];

describe('an archive', () => {
  it.each(broken)('%s is refused', async (_, name, change, message) => {
    const path = await damaged(name, change);
    const failure = await failureOf([path]);
    expect(failure).toContain(message);
    expect(failure).toContain(path.slice(root.length + 1));
  });

  it('that holds nothing is refused', async () => {
    const path = join(root, 'nothing.zip');
    await writeFile(path, Buffer.concat([Buffer.from('PK\x05\x06'), Buffer.alloc(18)]));
    expect(await failureOf([path])).toContain('nothing.zip is empty. Expected:');
  });

  it('that expands without end is refused while it is read', async () => {
    const limit = new ExpansionLimit('/bomb.tar.gz', 10_000_000);
    await limit.add(1_900_000_000);
    await expect(limit.add(200_000_000)).rejects.toThrow('/bomb.tar.gz expands to more than 200 times its size');
    await new ExpansionLimit('/small.tar.gz', 100).add(1_000_000_000);
  });

  it('of damaged bytes is refused or read, and never crashes or hangs', async () => {
    for (let seed = 0; seed < 150; seed++) {
      const name = ['folders.zip', 'folders.tar.gz', 'folders.tar'][seed % 3] ?? '';
      const path = await damaged(name, (bytes) => {
        const [first = 0, second = 0] = randomBytes(2, seed);
        const place = Math.floor(((first * 256 + second) / 65536) * bytes.length);
        bytes.set(randomBytes(Math.min(1 + (seed % 30), bytes.length - place), seed + 1), place);
        return seed % 4 === 0 ? bytes.subarray(0, place) : bytes;
      });
      const result = await readSource([path]).catch((thrown: unknown) => thrown);
      if (result instanceof Error) expect(result, `${name}, seed ${seed}`).toBeInstanceOf(UserError);
      else expect(result).toHaveProperty('classNames');
    }
  });
});

describe('what was dropped together', () => {
  it('must go together', async () => {
    const one = await writeTree(join(root, 'one'), { 'same/1.png': 'x', 'labels.csv': 'x' });
    const two = await writeTree(join(root, 'two'), { 'same/1.png': 'x', '1.png': 'x' });
    expect(await failureOf([join(one, 'same'), join(two, 'same')])).toContain(
      'Two of what was given are called "same"',
    );
    expect(await failureOf([join(one, 'labels.csv'), join(two, '1.png')])).toContain('lie in one folder');
    expect(await failureOf([join(one, 'same'), join(two, '1.png')])).toContain(
      'Folders and single files were given together',
    );
  });
});
