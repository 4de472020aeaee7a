import { spawnSync } from 'node:child_process';
import { chmod, mkdir, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { manifestSchema, type ImportProgress } from '../../../shared/contract/dataset';
import { DatasetImporter } from '../import/dataset-importer';
import { sampleFolderName } from './store';
import { asOrdinaryUser, idxFile, makeTestFolder, randomBytes, smallDataset, writeFiles } from '../testing';

const sample = join(__dirname, '../../../../resources', sampleFolderName);
let home: string;
let source: string;
let store: DatasetImporter;

beforeEach(async () => {
  home = await makeTestFolder();
  source = await writeFiles(join(home, 'source', 'Small shapes'), {
    ...smallDataset(),
    'classes.txt': 'disc\nring\nstar',
  });
  store = new DatasetImporter(home);
});

/** Everything in the folder of all datasets, hidden things too. */
async function stored(): Promise<string[]> {
  return readdir(join(home, 'datasets')).catch(() => []);
}

describe('DatasetStore', () => {
  it('imports a dataset with a manifest that says what it is', async () => {
    const manifest = await store.import([source]);
    expect(manifestSchema.parse(manifest)).toEqual(manifest);
    expect(manifest).toMatchObject({ name: 'Small shapes', format: 'IDX', source, shape: [4, 5, 1], problems: [] });
    expect(manifest.id).toBe(`small-shapes-${manifest.contentHash.slice(0, 8)}`);
    expect(manifest.classes).toEqual(
      ['disc', 'ring', 'star'].map((name) => ({ name, train: 27, validation: 3, test: 4 })),
    );
    expect(manifest.mirrorKeepsClass).toBe(true);
    expect(manifest.normalization.mean).toHaveLength(20);
    expect(await store.list()).toEqual([manifest]);
    expect(await stored()).toEqual([manifest.id]);
  });

  it('gives back every picture with its label, in one split', async () => {
    const { id } = await store.import([source]);
    const dataset = await store.open(id);
    const found = new Map<string, number>();
    for (const name of ['train', 'validation', 'test'] as const) {
      const { images, labels, count, pictureBytes } = await dataset.split(name);
      expect([images.buffer, labels.buffer].map((buffer) => buffer instanceof SharedArrayBuffer)).toEqual([true, true]);
      expect([labels.length, pictureBytes]).toEqual([count, 20]);
      labels.forEach((label, index) => found.set(images.subarray(index * 20, (index + 1) * 20).join(), label));
    }
    const expected = new Map<string, number>();
    for (const [prefix, count] of [
      ['train', 90],
      ['t10k', 12],
    ] as const) {
      const images = smallDataset()[`${prefix}-images-idx3-ubyte`] ?? Buffer.alloc(0);
      for (let index = 0; index < count; index++)
        expected.set(images.subarray(16 + index * 20, 36 + index * 20).join(), index % 3);
    }
    expect(found).toEqual(expected);
  });

  it('imports the sample alike on every machine', async () => {
    const manifest = await store.import([sample]);
    expect(manifest.contentHash).toBe('80c54715f5f7487570f5ae815f493de8e684d2198770e31a95d58a0abe010f9e');
    expect(manifest.name).toBe('Fashion-MNIST sample');
    expect(
      manifest.classes.every(({ train, validation, test }) => train === 540 && validation === 60 && test === 100),
    ).toBe(true);
    // Published for all 60,000 training pictures: mean 0.2860, standard deviation 0.3530.
    const { mean, standardDeviation } = manifest.normalization;
    expect(mean.reduce((sum, value) => sum + value, 0) / mean.length).toBeCloseTo(0.286, 2);
    expect(standardDeviation[0]).toBeCloseTo(0.353, 2);
  });

  it('keeps the same content once, and other names of its classes as another dataset', async () => {
    const first = await store.import([source], { name: 'First' });
    expect(await store.import([source], { name: 'Second' })).toEqual(first);
    await writeFile(join(source, 'classes.txt'), 'a\nb\nc');
    const renamed = await store.import([source], { name: 'Third' });
    expect(renamed.mirrorKeepsClass).toBe(false);
    expect((await store.list()).map(({ name }) => name).sort()).toEqual(['First', 'Third']);
  });

  it('keeps one of two imports of the same content at the same time', async () => {
    const [first, second] = await Promise.all([store.import([source]), new DatasetImporter(home).import([source])]);
    expect(first?.id).toBe(second?.id);
    expect(await stored()).toEqual([first?.id]);
  });

  it('finds a dataset by its id or by a name that it alone has', async () => {
    const manifest = await store.import([source], { name: 'Shapes' });
    expect(await store.read(manifest.id)).toEqual(manifest);
    expect(await store.read('Shapes')).toEqual(manifest);
    await expect(store.read('shape')).rejects.toThrow(`There is no dataset "shape". There are: ${manifest.id}.`);
    await writeFile(join(source, 'classes.txt'), 'x\ny\nz');
    await store.import([source], { name: 'Shapes' });
    await expect(store.read('Shapes')).rejects.toThrow('Several datasets are called "Shapes"');
    await expect(store.read('../source')).rejects.toThrow('There is no dataset');
  });

  it('shows the first pictures of each class', async () => {
    const { id } = await store.import([source]);
    const { images, labels } = await (await store.open(id)).split('train');
    const samples = await store.samples(id, 2);
    expect(samples.map(({ label }) => label)).toEqual(['disc', 'disc', 'ring', 'ring', 'star', 'star']);
    const first = labels.indexOf(1) * 20;
    expect(samples[2]).toMatchObject({ width: 5, height: 4 });
    expect([...(samples[2]?.pixels ?? [])]).toEqual(
      [...images.subarray(first, first + 20)].flatMap((grey) => [grey, grey, grey, 255]),
    );
  });

  it('removes a dataset, and none that is not there', async () => {
    const { id } = await store.import([source]);
    await store.remove(id);
    expect(await stored()).toEqual([]);
    await expect(store.remove(id)).rejects.toThrow('There is none yet');
  });

  it('reports progress that grows to its total', async () => {
    const reports: ImportProgress[] = [];
    await store.import([sample], { onProgress: (progress) => reports.push(progress) });
    expect([...new Set(reports.map(({ stage }) => stage))]).toEqual(['Reading files', 'Splitting', 'Writing']);
    for (const stage of ['Splitting', 'Writing']) {
      const done = reports.filter((report) => report.stage === stage).map((report) => report.done);
      expect(done).toEqual([...done].sort((a, b) => a - b));
    }
    expect(reports.at(-1)).toEqual({ stage: 'Writing', done: 7000, total: 7000 });
  });
});

describe('an import that fails', () => {
  it.each(['Reading files', 'Splitting', 'Writing'])('keeps nothing when it is cancelled while %s', async (stage) => {
    const cancellation = new AbortController();
    const onProgress = (progress: ImportProgress): void => {
      if (progress.stage === stage) cancellation.abort();
    };
    await expect(store.import([sample], { onProgress, signal: cancellation.signal })).rejects.toThrow('was cancelled');
    expect(await stored()).toEqual([]);
  });

  it('keeps nothing of a broken source', async () => {
    await truncate(join(source, 't10k-images-idx3-ubyte'), 100);
    await expect(store.import([source])).rejects.toThrow('t10k-images-idx3-ubyte is cut off');
    expect(await stored()).toEqual([]);
  });

  it('says where a data folder cannot be written', async () => {
    await chmod(home, 0o555);
    await asOrdinaryUser(async () => {
      await expect(store.import([source])).rejects.toThrow(`No permission to read or write ${join(home, 'datasets')}`);
    });
    await chmod(home, 0o755);
  });
});

describe('a store after a crash', () => {
  it('sweeps what a dead process left, and leaves what a living one works on', async () => {
    const { pid: dead } = spawnSync(process.execPath, ['--version']);
    const left = join(home, 'datasets', `.temporary-${dead}-abc`);
    const busy = join(home, 'datasets', `.temporary-${process.ppid}-abc`);
    await mkdir(left, { recursive: true });
    await mkdir(busy);
    await writeFile(join(left, 'manifest.json'), '{}');
    expect(await store.list()).toEqual([]);
    expect(await stored()).toEqual([`.temporary-${process.ppid}-abc`]);
  });

  it('passes over folders that are no datasets', async () => {
    const manifest = await store.import([source]);
    const folder = join(home, 'datasets');
    await writeFiles(join(folder, 'broken'), { 'manifest.json': '{"version": 1' });
    await writeFiles(join(folder, 'moved'), {
      'manifest.json': await readFile(join(folder, manifest.id, 'manifest.json')),
    });
    await writeFiles(join(folder, 'bare'), {});
    await writeFile(join(folder, 'note.txt'), 'hello');
    expect(await store.list()).toEqual([manifest]);
  });

  it('names the file that is damaged or missing', async () => {
    const { id } = await store.import([source]);
    const path = join(home, 'datasets', id, 'train-images.u8');
    await truncate(path, 100);
    const dataset = await store.open(id);
    await expect(dataset.split('train')).rejects.toThrow(`${path} is damaged: 100 bytes where 1620 belong`);
    expect((await dataset.split('test')).count).toBe(12);
    await rm(path);
    await expect(dataset.split('train')).rejects.toThrow(`There is no file or folder ${path}`);
  });
});

describe('pictures in colour', () => {
  it('keep their channels and have a deviation for each', async () => {
    const labels = Uint8Array.from({ length: 40 }, (_, index) => index % 2);
    const colour = await writeFiles(join(home, 'source', 'colour'), {
      'train-images-idx4-ubyte': idxFile([40, 2, 2, 3], randomBytes(480, 5)),
      'train-labels-idx1-ubyte': idxFile([40], labels),
    });
    const manifest = await store.import([colour]);
    expect(manifest.shape).toEqual([2, 2, 3]);
    expect(manifest.normalization.standardDeviation).toHaveLength(3);
    expect(manifest.classes).toEqual(['0', '1'].map((name) => ({ name, train: 18, validation: 2, test: 0 })));
    expect((await (await store.open(manifest.id)).split('test')).count).toBe(0);
    const { images } = await (await store.open(manifest.id)).split('train');
    const [sampleOfFirst] = await store.samples(manifest.id, 1);
    expect([...(sampleOfFirst?.pixels.subarray(0, 4) ?? [])]).toEqual([...images.subarray(0, 3), 255]);
  });
});
