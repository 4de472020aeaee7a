import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { previewSchema } from '../../../shared/contract/preview';
import { manifestSchema, type Manifest } from '../../../shared/contract/dataset';
import { DatasetImporter } from './dataset-importer';
import { makeTestFolder } from '../testing';
import { classFolders, pictureOf, writeTree } from '../pictures/testing-pictures';
import { buildThread } from '../pictures/testing-thread';

const archives = join(__dirname, '../fixtures/sources');
let decoder: string;
let home: string;
let store: DatasetImporter;

beforeAll(async () => {
  decoder = await buildThread('decoder');
});

beforeEach(async () => {
  home = await makeTestFolder();
  store = new DatasetImporter(home, decoder);
});

function source(files: Record<string, Buffer | string>): Promise<string> {
  return writeTree(join(home, 'source', 'pets'), files);
}

function counts({ classes }: Manifest): Record<string, number[]> {
  return Object.fromEntries(classes.map(({ name, train, validation, test }) => [name, [train, validation, test]]));
}

async function stored(): Promise<string[]> {
  return readdir(join(home, 'datasets'));
}

describe('an import of pictures', () => {
  it('keeps those that can be read, and names the others with what is wrong', async () => {
    const folder = await source({
      ...classFolders({ cat: 20, dog: 20 }),
      'cat/text.jpg': 'I am no picture.',
      'cat/empty.png': '',
      'dog/cut.png': pictureOf(500).subarray(0, 60),
      'dog/broken.png': damagedPng(),
      'dog/huge.png': hugePng(),
      'cat/copy.png': pictureOf(0),
      'dog/cat.png': pictureOf(1),
    });
    const manifest = await store.import([folder]);
    expect(manifestSchema.parse(manifest)).toEqual(manifest);
    expect(manifest).toMatchObject({ name: 'pets', format: 'class folders', shape: [12, 12, 3] });
    expect(counts(manifest)).toEqual({ cat: [19, 2, 0], dog: [19, 2, 0] });
    const found = manifest.problems.map(({ kind, path }) => `${kind} ${path.slice(folder.length + 1)}`);
    expect(found).toEqual(
      [
        'unreadable dog/broken.png',
        'truncated dog/cut.png',
        'empty cat/empty.png',
        'not-a-picture cat/text.jpg',
        'too-large dog/huge.png',
        'duplicate cat/copy.png',
        'in-two-classes dog/cat.png',
      ].map((line) =>
        line === 'duplicate cat/copy.png' ? expect.stringMatching(/^duplicate cat\/(copy|0)\.png$/) : line,
      ),
    );
    expect(manifest.problemCounts).toMatchObject({ truncated: 1, empty: 1 });
    expect(await stored()).toEqual([manifest.id]);
  });

  it('gives the same dataset from a folder, a zip and a tar.gz, with threads and without', async () => {
    const zip = await store.import([join(archives, 'folders.zip')]);
    expect(await new DatasetImporter(await makeTestFolder()).import([join(archives, 'folders.tar.gz')])).toMatchObject({
      contentHash: zip.contentHash,
    });
    expect((await store.import([join(archives, 'folders.tar')])).id).toBe(zip.id);
  });

  it('keeps the splits of the source, and the pixels', async () => {
    const manifest = await store.import([join(archives, 'splits.zip')]);
    expect(counts(manifest)).toEqual({ cat: [4, 2, 3], dog: [4, 2, 3], owl: [4, 2, 3] });
    const { labels, count } = await (await store.open(manifest.id)).split('test');
    expect([count, [...labels]]).toEqual([9, [0, 0, 0, 1, 1, 1, 2, 2, 2]]);
  });

  it('cuts to the size that is chosen, and is grey where all pictures are', async () => {
    const grey = Buffer.from(
      await (await import('node:fs/promises')).readFile(join(__dirname, '../fixtures/grey.jpg')),
    );
    const folder = await source({ 'a/1.jpg': grey, 'b/2.jpg': grey });
    expect((await store.import([folder], { choices: { size: 32 } })).shape).toEqual([32, 32, 1]);
  });

  it('renames, merges and leaves out classes', async () => {
    const folder = await source(classFolders({ cat: 10, dog: 10, lion: 10, owl: 10 }));
    const choices = { rename: { lion: 'cat', dog: 'hound' }, leaveOut: ['owl'], validationShare: 0, testShare: 0.5 };
    expect(counts(await store.import([folder], { choices }))).toEqual({ cat: [10, 0, 10], hound: [5, 0, 5] });
    await expect(store.import([folder], { choices: { leaveOut: ['fox'] } })).rejects.toThrow('There is no class "fox"');
    await expect(store.import([folder], { choices: { leaveOut: ['cat', 'dog', 'owl'] } })).rejects.toThrow(
      'Only 1 class',
    );
    await expect(store.import([folder], { choices: { validationShare: 0.5, testShare: 0.6 } })).rejects.toThrow(
      'testShare',
    );
  });

  it('takes classes from names where somebody says so', async () => {
    const names = ['cat_1', 'cat_2', 'dog_1', 'dog_2'];
    const folder = await source(Object.fromEntries(names.map((name, at) => [`${name}.png`, pictureOf(at)])));
    await expect(store.import([folder])).rejects.toThrow(
      'by their names they are of 2 classes: cat, dog. Confirm that',
    );
    await expect(store.import([folder])).rejects.toMatchObject({ option: '--classes-from-names' });
    expect(counts(await store.import([folder], { choices: { classesFromNames: true } }))).toEqual({
      cat: [2, 0, 0],
      dog: [2, 0, 0],
    });
  });

  it('fails where nothing can be used, and keeps nothing', async () => {
    const folder = await source({ 'cat/1.png': 'x', 'dog/1.png': pictureOf(1) });
    await expect(store.import([folder])).rejects.toThrow(/Nothing usable was found.*only the class "dog" has/s);
    expect(await stored()).toEqual([]);
  });

  it.each(['Looking for pictures', 'Decoding pictures', 'Writing'])(
    'keeps nothing when it is cancelled while %s',
    async (stage) => {
      const folder = await source(classFolders({ cat: 60, dog: 60 }));
      for (let number = 0; number < 1000 && stage.startsWith('Looking'); number++)
        await writeFile(join(folder, 'cat', `${number}.txt`), '');
      const cancellation = new AbortController();
      const onProgress = (progress: { stage: string }): void => {
        if (progress.stage === stage) cancellation.abort();
      };
      await expect(store.import([folder], { onProgress, signal: cancellation.signal })).rejects.toThrow(
        'was cancelled',
      );
      expect(cancellation.signal.aborted).toBe(true);
      expect(await stored()).toEqual([]);
    },
  );

  it('tells imbalance, lonely pictures, and pictures in train and test', async () => {
    const folder = await source({
      ...classFolders({ cat: 30, dog: 1 }, 'train/'),
      'test/cat/0.png': pictureOf(0 + 7 * 6),
      'test/owl/0.png': pictureOf(999),
    });
    const { problems } = await store.import([folder]);
    expect(problems.map(({ kind }) => kind)).toEqual([
      ...['in-two-splits', 'few-pictures', 'few-pictures'],
      ...['missing-from-split', 'missing-from-split', 'missing-from-split', 'missing-from-split', 'imbalance'],
    ]);
    expect(problems.map(({ message }) => message)).toContain(
      'The class "owl" has no training pictures: the network cannot learn it, and every picture of it will be wrong.',
    );
    expect(problems[0]?.message).toContain('in train and test');
  });
});

describe('an import after the source changed', () => {
  it('tells the difference, and never moves a picture to another split', async () => {
    const folder = await source(classFolders({ cat: 40, dog: 40 }));
    const first = await store.import([folder]);
    const before = await keysBySplit(first);
    await rm(join(folder, 'cat/3.png'));
    await writeTree(folder, classFolders({ cat: 0, dog: 0, owl: 20 }));
    await writeFile(join(folder, 'cat/moved.png'), pictureOf(1005));
    await rm(join(folder, 'dog/5.png'));
    const second = await store.import([folder]);
    expect(second.difference).toEqual({
      contentHash: first.contentHash,
      added: 20,
      removed: 1,
      relabelled: 1,
      classesAdded: ['owl'],
      classesRemoved: [],
    });
    const after = await keysBySplit(second);
    for (const [key, split] of before) if (after.has(key)) expect(after.get(key)).toBe(split);
    expect((await store.list()).length).toBe(2);
  });

  it('puts the result in the place of a dataset where that is wanted', async () => {
    const folder = await source(classFolders({ cat: 10, dog: 10 }));
    const first = await store.import([folder], { name: 'Mine', choices: { size: 32, rename: { cat: 'puss' } } });
    expect(await store.update(first.id)).toEqual(first);
    await writeFile(join(folder, 'cat/more.png'), pictureOf(77));
    const second = await store.update(first.id);
    expect(second).toMatchObject({
      id: first.id,
      name: 'Mine',
      shape: [32, 32, 3],
      difference: { added: 1, removed: 0 },
    });
    expect(second.contentHash).not.toBe(first.contentHash);
    expect(await store.list()).toEqual([second]);
    expect(await stored()).toEqual([first.id]);
    expect((await store.preview([folder])).existing).toEqual([{ id: first.id, name: 'Mine' }]);
    await rm(folder, { recursive: true });
    await expect(store.update(first.id)).rejects.toThrow('There is no file or folder');
    expect(await store.list()).toEqual([second]);
  });

  async function keysBySplit({ id }: Manifest): Promise<Map<string, string>> {
    const dataset = await store.open(id);
    const keys = new Map<string, string>();
    for (const name of ['train', 'validation', 'test'] as const) {
      const { images, count, pictureBytes } = await dataset.split(name);
      for (let index = 0; index < count; index++)
        keys.set(images.subarray(index * pictureBytes, (index + 1) * pictureBytes).join(), name);
    }
    return keys;
  }
});

describe('a preview', () => {
  it('shows what an import would take, and keeps nothing', async () => {
    const folder = await source({
      ...classFolders({ cat: 20, dog: 10 }),
      'cat/text.jpg': 'x',
      'dog/wide.png': pictureOf(9, 60, 20),
    });
    await mkdir(join(home, 'datasets'), { recursive: true });
    const preview = await store.preview([folder]);
    expect(previewSchema.parse(preview)).toEqual(preview);
    expect(preview).toMatchObject({
      format: 'class folders',
      name: 'pets',
      pictures: 31,
      channels: 3,
      storedShape: null,
    });
    expect(preview.classes).toEqual([
      { name: 'cat', train: 20, validation: 0, test: 0 },
      { name: 'dog', train: 11, validation: 0, test: 0 },
    ]);
    expect(preview.sizes).toMatchObject({ surveyed: 31, width: { least: 12, median: 12, most: 60 } });
    expect(preview.sizes?.aspects.at(-1)).toBe(3);
    expect(preview.samples).toHaveLength(31);
    expect(preview.samples[0]).toMatchObject({ label: 'cat', width: 64, height: 64 });
    expect(preview.problems.map(({ kind }) => kind)).toEqual(['not-a-picture']);
    expect(await stored()).toEqual([]);
  });

  it('shows archives, pictures that are ready, and classes that are offered', async () => {
    expect(await store.preview([join(archives, 'splits.zip')])).toMatchObject({
      pictures: 27,
      proposal: { height: 12, width: 12 },
    });
    const cifar = await store.preview([join(archives, 'cifar-10-python-2.tar.gz')]);
    expect(cifar).toMatchObject({ format: 'CIFAR', pictures: 13, storedShape: [32, 32, 3], sizes: null });
    expect(cifar.samples).toHaveLength(13);
    const folder = await source(
      Object.fromEntries(['a_1', 'a_2', 'b_1', 'b_2'].map((name, at) => [`${name}.png`, pictureOf(at)])),
    );
    expect(await store.preview([folder])).toMatchObject({ classesFromNames: true, sourceClasses: ['a', 'b'] });
    expect(await stored()).toEqual([]);
  });

  it('can be cancelled', async () => {
    const cancellation = new AbortController();
    cancellation.abort();
    await expect(store.preview([join(archives, 'folders.tar.gz')], { signal: cancellation.signal })).rejects.toThrow(
      'was cancelled',
    );
    expect(await stored()).toEqual([]);
  });
});

/** Whole, with pixels that cannot be unpacked. */
function damagedPng(): Buffer {
  const bytes = Buffer.from(pictureOf(501));
  const start = bytes.indexOf('IDAT', 0, 'latin1') + 4;
  return bytes.fill(7, start, start + 20);
}

/** The header of a picture of 20,000 x 20,000 pixels. */
function hugePng(): Buffer {
  const bytes = Buffer.from(pictureOf(502));
  bytes.writeUInt32BE(20_000, 16);
  bytes.writeUInt32BE(20_000, 20);
  return bytes;
}
