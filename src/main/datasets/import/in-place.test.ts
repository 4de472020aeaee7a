import { rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Manifest } from '../../../shared/contract/dataset';
import { BatchLoader } from '../batches/batch-loader';
import { orderedBatches } from '../batches/batches';
import { readPictureOf } from '../store/picture-files';
import { DatasetImporter } from './dataset-importer';
import { makeTestFolder } from '../testing';
import { buildThread } from '../pictures/testing-thread';
import { classFolders, pictureOf, writeTree } from '../pictures/testing-pictures';

let source: string;
let entry: string;
let store: DatasetImporter;
let copies: Manifest;
let originals: Manifest;

beforeAll(async () => {
  entry = await buildThread('loader');
});

beforeEach(async () => {
  const home = await makeTestFolder();
  source = await writeTree(join(home, 'animals'), classFolders({ cat: 20, dog: 15, 'long tailed owl': 9 }));
  store = new DatasetImporter(home);
  const choices = { size: 32, testShare: 0.2 } as const;
  copies = await store.import([source], { choices });
  originals = await store.import([source], { choices: { ...choices, keep: 'originals' } });
});

async function split(manifest: Manifest, name: 'train' | 'validation' = 'train') {
  return (await store.open(manifest.id)).split(name);
}

async function batchesOf(manifest: Manifest, count: number): Promise<string[]> {
  const data = await split(manifest);
  const options = { data, shape: manifest.shape, batch: 8, seed: 5, shuffle: true, mirror: true, threads: 2, entry };
  const loader = await BatchLoader.start({ ...options, augmentation: 'standard' });
  try {
    const batches: string[] = [];
    while (batches.length < count) {
      const { images, labels } = await loader.next();
      batches.push(`${labels.join()}:${Buffer.from(images).toString('hex')}`);
    }
    return batches;
  } finally {
    await loader.close();
  }
}

async function firstTrainingPicture(): Promise<string> {
  const { files } = await split(originals);
  if (!files) throw new Error('The pictures were copied.');
  return Buffer.from(files.paths.subarray(0, files.starts[1] as number) as Uint8Array)
    .toString()
    .slice(0, -1);
}

describe('a dataset whose pictures are left where they are', () => {
  it('says so, and has the classes, splits and statistics of its copy', async () => {
    expect(originals.storage).toBe('in-place');
    expect(copies.storage).toBeUndefined();
    expect(originals.classes).toEqual(copies.classes);
    expect(originals.contentHash).not.toBe(copies.contentHash);
    expect((await store.list()).map(({ id }) => id)).toContain(originals.id);
    expect(originals.normalization).toEqual(copies.normalization);
  });

  it('gives the very batches of its copy, from files and from the cache', async () => {
    expect(await batchesOf(originals, 14)).toEqual(await batchesOf(copies, 14));
    for (const name of ['train', 'validation'] as const) {
      const [left, packed] = [await split(originals, name), await split(copies, name)];
      for (let round = 0; round < 2; round++) {
        const pixels: number[] = [];
        for await (const { images, labels } of orderedBatches(left, 7)) {
          pixels.push(...images);
          expect(labels.length).toBeLessThanOrEqual(7);
        }
        expect(Buffer.from(pixels).equals(Buffer.from(packed.images))).toBe(true);
      }
    }
  });

  it('shows samples and variations as its copy does', async () => {
    expect(await store.samples(originals.id, 3)).toEqual(await store.samples(copies.id, 3));
    const options = { augmentation: 'imagenet', seed: 1, pictures: 3, versions: 2 } as const;
    expect(await store.variations(originals.id, options)).toEqual(await store.variations(copies.id, options));
  });

  it('keeps no more decoded pictures than its cache has room for', async () => {
    const { files } = await split(originals);
    if (!files) throw new Error('The pictures were copied.');
    const room = { ...files.cache, pixels: files.cache.pixels.subarray(0, 2 * files.cache.pictureBytes) };
    const small = { ...files, cache: room };
    for (let index = 0; index < 6; index++) await readPictureOf(small, index);
    expect([...room.places].filter((place) => place > 0)).toEqual([1, 2]);
  });

  it('ends the training with the name of a file that is gone', async () => {
    const path = await firstTrainingPicture();
    await rm(path);
    await expect(batchesOf(originals, 20)).rejects.toThrow(`There is no file or folder ${path}`);
    await expect(batchesOf(originals, 20)).rejects.toThrow('put the file back, or update the dataset');
  });

  it('ends the training with the name of a file that has changed', async () => {
    const path = await firstTrainingPicture();
    await writeFile(path, pictureOf(999_999));
    await expect(batchesOf(originals, 20)).rejects.toThrow(`${path} is not the picture that was imported`);
  });

  it('is updated in its way when the source has changed', async () => {
    await rename(join(source, 'cat', '0.png'), join(source, 'dog', 'was a cat.png'));
    const updated = await store.update(originals.id);
    expect(updated).toMatchObject({ id: originals.id, storage: 'in-place' });
    expect(updated.difference).toMatchObject({ added: 0, removed: 0, relabelled: 1 });
    expect(await batchesOf(updated, 3)).toHaveLength(3);
  });

  it('cannot be an archive', async () => {
    const archive = join(__dirname, '..', 'fixtures', 'sources', 'folders.zip');
    await expect(store.import([archive], { choices: { keep: 'originals' } })).rejects.toThrow('unpack the archive');
    expect((await store.import([archive])).storage).toBeUndefined();
  });
});
