import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { UserError } from '../../../shared/errors';
import byPython from '../fixtures/sources.json';
import { makeTestFolder, randomBytes } from '../testing';
import { readPickle } from './pickle';
import { readSource } from './testing';

const archives = join(__dirname, '../fixtures/sources');
const split = z.object({ labels: z.array(z.number()), sha256: z.string() });
const expected = z
  .record(z.string(), z.object({ classNames: z.array(z.string()), train: split, test: split }))
  .parse(byPython);

describe('CIFAR', () => {
  it.each(Object.entries(expected))('%s is read as Python reads it', async (name, { classNames, train, test }) => {
    const source = await readSource([join(archives, name)]);
    expect([source.name, source.classNames]).toEqual([
      name.slice(0, name.startsWith('cifar-100') ? 9 : 8).toUpperCase(),
      classNames,
    ]);
    if (source.pictures.kind !== 'raw') throw new TypeError('Expected pictures that are ready.');
    const { parts } = source.pictures;
    for (const [wanted, { labels, sha256 }] of [
      ['train', train],
      ['test', test],
    ] as const) {
      const own = parts.filter((part) => part.split === wanted);
      expect(own.flatMap((part) => [...part.labels])).toEqual(labels);
      const hash = createHash('sha256');
      for (const { images } of own) hash.update(images);
      expect(hash.digest('hex')).toBe(sha256);
    }
  });

  it('as a folder may lack files, which are named', async () => {
    const folder = await makeTestFolder();
    await writeFile(
      join(folder, 'data_batch_2.bin'),
      randomBytes(3073 * 4, 1).map((byte, at) => (at % 3073 === 0 ? 3 : byte)),
    );
    const source = await readSource([folder]);
    expect(source.problems.map(({ kind, path }) => `${kind} ${path.split(': ')[1]}`)).toEqual(
      ['data_batch_1.bin', 'data_batch_3.bin', 'data_batch_4.bin', 'data_batch_5.bin', 'test_batch.bin'].map(
        (name) => `missing ${name}`,
      ),
    );
    expect(source.classNames).toHaveLength(10);
  });

  it('with a folder in the place of a file is refused', async () => {
    const folder = await makeTestFolder();
    await mkdir(join(folder, 'data_batch_1.bin'));
    await expect(readSource([folder])).rejects.toThrow(UserError);
  });
});

describe('readPickle', () => {
  it('runs nothing that a pickle asks for', async () => {
    const bytes = await readFile(join(archives, 'harmful.pickle'));
    expect(() => readPickle(bytes, '/a/b')).toThrow(/^\/a\/b cannot be read as a Python pickle: it asks for .*eval/);
  });

  it.each([
    ['cposix\nsystem\n(S"ls"\ntR.', 'it asks for posix.system'],
    ['\x8c\x02os\x8c\x06system\x93.', 'it asks for os.system'],
    ['cnumpy\nndarray\n.', 'it holds the function numpy.ndarray'],
    ['(R.', 'it takes what is not there'],
    ['K\x01K\x02R.', 'it calls what is no function'],
    ['h\x05.', 'it recalls what was not kept'],
    ['K\x01K\x02a.', 'it appends to what is no list'],
    ['K\x01K\x02K\x03s.', 'it assigns to what is no dictionary'],
    ['\x8e\xff\xff\xff\xff\xff\xff\xff\x7f.', 'it ends too early'],
    ['\x8a\xffxxxxx.', 'absurdly large'],
    ['Pabc\n.', 'it uses the instruction "P"'],
    ['e.', 'a list in it has no beginning'],
    [']q\x00h\x00a.', 'it is nested too deeply'],
    [`]q\x00${'(h\x00h\x00lq\x00'.repeat(60)}.`, 'it is nested too deeply'],
  ])('refuses %j', (text, message) => {
    expect(() => readPickle(Buffer.from(text, 'latin1'), '/a')).toThrow(message);
  });

  it.each([
    ['lists', ']'.repeat(2_000_000), 'it holds more than 1,000,000 values'],
    ['beginnings', '('.repeat(2_000_000), 'it holds more than 1,000,000 values'],
    [
      'arrays of one text',
      `X\0\0\x10\0${'x'.repeat(2 ** 20)}q\0${'c_codecs\nencode\nh\0X\x06\0\0\0latin1\x86R'.repeat(300)}.`,
      'its arrays take more than 256 MiB',
    ],
  ])('refuses more %s than any file of CIFAR has', (_, text, message) => {
    expect(() => readPickle(Buffer.from(text, 'latin1'), '/a')).toThrow(message);
  });
});
