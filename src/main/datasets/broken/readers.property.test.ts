import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../../shared/errors';
import { readPickle } from '../readers/pickle';
import { readSource } from '../readers/testing';
import { makeTestFolder, smallDataset, writeFiles } from '../testing';
import { writeTree } from '../pictures/testing-pictures';
import { noise, spoilt } from './mutations';

/** One input that takes so long counts as a hang. */
const longestMillis = 10_000;
/** The same inputs each time, and never for longer than this. */
const bounded = { seed: 20_261_126, interruptAfterTimeLimit: 20_000, timeout: longestMillis };

const archives = join(__dirname, '../fixtures/sources');
const archive = (name: string): Buffer => readFileSync(join(archives, name));
const record = (label: number): Buffer => Buffer.concat([Buffer.of(label), Buffer.alloc(3072, label)]);
const pickled = Buffer.from(
  '\x80\x02}(U\x04dataC\x03abcU\x06labels](K\x01K\x02eX\x01\0\0\0yG\0\0\0\0\0\0\0\0NM\x01\x02\x85u.',
  'latin1',
);

/** Reads a folder; whatever cannot be read has to be told in the user's words, with the place. */
async function readsOrExplains(paths: string[], place: string): Promise<void> {
  const result = await readSource(paths).catch((thrown: unknown) => thrown);
  if (!(result instanceof Error)) {
    expect(result).toHaveProperty('classNames');
    return;
  }
  expect(result).toBeInstanceOf(UserError);
  expect(result.message).toContain(place);
}

/** A file that is spoilt, among others that are sound. */
function holds(files: Record<string, Buffer | string>, spoiltFile: string, numRuns: number, drop = false) {
  return async (): Promise<void> => {
    const folder = await makeTestFolder();
    let count = 0;
    const property = fc.asyncProperty(spoilt(Buffer.from(files[spoiltFile] ?? '')), async (bytes) => {
      const source = join(folder, String(count++));
      await mkdir(source);
      await writeFiles(source, { ...files, [spoiltFile]: bytes });
      await readsOrExplains([drop ? join(source, spoiltFile) : source], source);
    });
    await fc.assert(property, { ...bounded, numRuns });
  };
}

const idx = smallDataset();
const cifar = { 'data_batch_1.bin': Buffer.concat([record(1), record(2)]), 'batches.meta.txt': '' };
const names = Array.from({ length: 10 }, (_, label) => `class ${label}`).join('\n');
const table = 'path,label,split\np/one.jpg,cat,train\n"p/two.jpg","dog",val\np/three.jpg,cat,test\n';
const pictures = { 'one.jpg': 'x', 'two.jpg': 'x', 'three.jpg': 'x' };

describe('whatever the bytes are, a reader reads or explains', () => {
  it.each(Object.keys(idx))('IDX, %s', async (name) => holds(idx, name, 120)());
  it.each(Object.keys(idx))('IDX in gzip, %s', async (name) =>
    holds({ ...idx, [name]: gzipSync(idx[name] ?? '') }, name, 80)(),
  );
  it('names of classes', holds({ ...idx, 'classes.txt': 'cat\ndog\nowl' }, 'classes.txt', 150));
  it('CIFAR-10, binary', holds({ ...cifar, 'batches.meta.txt': names }, 'data_batch_1.bin', 150));
  it('CIFAR-10, names', holds({ ...cifar, 'batches.meta.txt': names }, 'batches.meta.txt', 150));
  it('CIFAR-10, Python', holds({ data_batch_1: pickled }, 'data_batch_1', 400));
  it('a table', holds({ ...pictures, 'labels.csv': table }, 'labels.csv', 250));
  it.each(['folders.zip', 'stored.zip', 'folders.tar', 'folders.tar.gz', 'cifar-100-python.tar.gz', 'table.zip'])(
    'an archive, %s',
    async (name) => holds({ [name]: archive(name) }, name, 100, true)(),
  );
});

describe('whatever it says, a pickle', () => {
  it('gives a value, or an error that names the file', () => {
    const property = fc.property(fc.oneof(spoilt(pickled), noise), (bytes) => {
      try {
        readPickle(bytes, '/the/file');
      } catch (thrown) {
        expect(thrown).toBeInstanceOf(UserError);
        expect(String(thrown)).toContain('/the/file');
      }
    });
    fc.assert(property, { ...bounded, numRuns: 5000 });
  });
});

describe('whatever the names are, a folder', () => {
  const part = fc.stringMatching(/^[A-Za-z0-9 ._()\u00e4\u732b'"`$%-]{1,12}$/).filter((name) => !/^\.+$/.test(name));
  const path = fc
    .tuple(fc.array(part, { maxLength: 3 }), part, fc.constantFrom('.jpg', '.PNG', '.txt', '', '.csv'))
    .map(([folders, name, ending]) => [...folders, name + ending].join('/'));

  it('is read or explained', async () => {
    const root = await makeTestFolder();
    let count = 0;
    const property = fc.asyncProperty(fc.uniqueArray(path, { maxLength: 12 }), async (paths) => {
      const source = join(root, String(count++));
      await mkdir(source);
      // A name cannot be that of a file and of a folder.
      const possible = paths.filter((one) => !paths.some((other) => other !== one && other.startsWith(`${one}/`)));
      await writeTree(source, Object.fromEntries(possible.map((one) => [one, 'x'])));
      await readsOrExplains([source], source);
    });
    await fc.assert(property, { ...bounded, numRuns: 250 });
  });
});
