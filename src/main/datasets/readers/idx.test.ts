import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Shape } from '../../../shared/network/layer';
import type { Split } from '../../../shared/contract/dataset';
import { makeTestFolder, idxFile, randomBytes, smallDataset, writeFiles } from '../testing';
import { readSource } from './testing';
import type { LabelledPictures } from './reader';

let root: string;
let counter = 0;

beforeAll(async () => {
  root = await makeTestFolder();
});

type Files = Record<string, Buffer | string | null>;

async function folderOf(files: Files): Promise<string> {
  return writeFiles(join(root, `dataset-${counter++}`), files);
}

interface Read {
  name: string;
  shape: Shape;
  classNames: readonly string[];
  train: LabelledPictures;
  test: LabelledPictures;
}

async function read(...paths: string[]): Promise<Read> {
  const { name, classNames, pictures } = await readSource(paths);
  if (pictures.kind !== 'raw') throw new TypeError('Expected pictures that are ready.');
  const part = (wanted: Split): LabelledPictures =>
    pictures.parts.find(({ split }) => split === wanted) ?? { images: new Uint8Array(0), labels: new Uint8Array(0) };
  return { name, classNames, shape: pictures.shape, train: part('train'), test: part('test') };
}

const files = smallDataset();
const content = (name: string, header: number): Uint8Array => new Uint8Array(files[name]?.subarray(header) ?? []);

function expectWhole(data: Read): void {
  expect(data.shape).toEqual([4, 5, 1]);
  expect(data.classNames).toEqual(['0', '1', '2']);
  expect(data.train.images).toEqual(content('train-images-idx3-ubyte', 16));
  expect(data.train.labels).toEqual(content('train-labels-idx1-ubyte', 8));
  expect(data.test.images).toEqual(content('t10k-images-idx3-ubyte', 16));
  expect(data.test.labels).toEqual(content('t10k-labels-idx1-ubyte', 8));
}

describe('the IDX reader', () => {
  it('reads plain files', async () => {
    expectWhole(await read(await folderOf(files)));
  });

  it('reads compressed files, whatever they are called', async () => {
    const packed = Object.entries(files).map(([name, bytes]) => [`${name}.gz`, gzipSync(bytes)]);
    expectWhole(await read(await folderOf(Object.fromEntries(packed))));
    const renamed = Object.entries(files).map(([name, bytes]) => [name, gzipSync(bytes)]);
    expectWhole(await read(await folderOf(Object.fromEntries(renamed))));
    const unpacked = Object.entries(files).map(([name, bytes]) => [`${name}.gz`, bytes]);
    expectWhole(await read(await folderOf(Object.fromEntries(unpacked))));
  });

  it('reads names with dots, and a dropped file or all of them instead of the folder', async () => {
    const dotted = Object.entries(files).map(([name, bytes]) => [name.replace('-idx', '.idx'), bytes]);
    const folder = await folderOf(Object.fromEntries(dotted));
    expectWhole(await read(folder));
    expectWhole(await read(join(folder, 't10k-labels.idx1-ubyte')));
    expectWhole(await read(join(folder, 'train-images.idx3-ubyte'), join(folder, 'train-labels.idx1-ubyte')));
  });

  it('reads pictures in colour from four dimensions', async () => {
    const colour = randomBytes(90 * 60, 3);
    const folder = await folderOf({
      'train-images-idx4-ubyte': idxFile([90, 4, 5, 3], colour),
      'train-labels-idx1-ubyte': files['train-labels-idx1-ubyte'] ?? null,
    });
    const data = await read(folder);
    expect(data.shape).toEqual([4, 5, 3]);
    expect(data.train.images).toEqual(colour);
    expect(data.test.labels).toHaveLength(0);
  });

  it('takes the names of the classes from classes.txt or labels.txt', async () => {
    const named = await read(await folderOf({ ...files, 'classes.txt': '\uFEFFcat\r\ndog \r\nbird\r\n\r\n' }));
    expect(named.classNames).toEqual(['cat', 'dog', 'bird']);
    const labelled = await read(await folderOf({ ...files, 'labels.txt': 'a\nb\nc' }));
    expect(labelled.classNames).toEqual(['a', 'b', 'c']);
  });

  it('takes the dataset of the file that was chosen where several share a folder', async () => {
    const prefixed = Object.entries(files).map(([name, bytes]) => [`letters-${name}`, bytes]);
    const folder = await folderOf({ ...Object.fromEntries(prefixed), ...files });
    await expect(read(folder)).rejects.toThrow('letters-t10k-images-idx3-ubyte, t10k-images-idx3-ubyte are files');
    const data = await read(join(folder, 'letters-train-images-idx3-ubyte'));
    expectWhole(data);
    expect(data.name).toBe('letters');
  });

  it('knows the bundled sample', async () => {
    const data = await read(join(__dirname, '../../../../resources/sample/fashion-mnist'));
    expect(data.name).toBe('Fashion-MNIST sample');
    expect(data.classNames[9]).toBe('Ankle boot');
    expect([data.train.labels.length, data.test.labels.length]).toEqual([6000, 1000]);
    for (let label = 0; label < 10; label++) {
      expect(data.train.labels.filter((value) => value === label)).toHaveLength(600);
      expect(data.test.labels.filter((value) => value === label)).toHaveLength(100);
    }
  });
});
