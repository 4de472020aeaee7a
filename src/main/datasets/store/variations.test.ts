import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Picture } from '../../../shared/contract/dataset';
import { BatchSequence } from '../batches/batches';
import { DatasetImporter } from '../import/dataset-importer';
import { makeTestFolder, smallDataset, writeFiles } from '../testing';

const options = { augmentation: 'imagenet', seed: 3, pictures: 4, versions: 5 } as const;

async function importSmall() {
  const home = await makeTestFolder();
  const source = await writeFiles(join(home, 'source'), smallDataset());
  const store = new DatasetImporter(home);
  return { store, manifest: await store.import([source]) };
}

/** The stored bytes of a grey picture. */
const stored = ({ pixels }: Picture): number[] => [...pixels.filter((_, index) => index % 4 === 0)];

describe('the versions of a picture', () => {
  it('are what the loader makes of it in the first steps', async () => {
    const { store, manifest } = await importSmall();
    const drawn = await store.variations(manifest.id, options);
    expect(
      drawn
        .map(({ original }) => original.label)
        .slice(0, 3)
        .sort(),
    ).toEqual(['0', '1', '2']);
    expect(drawn).toHaveLength(4);
    const images = Uint8Array.from(drawn.flatMap(({ original }) => stored(original)));
    const data = { images, labels: new Int32Array(4), count: 4, pictureBytes: 20 };
    const { shape, mirrorKeepsClass: mirror } = manifest;
    const sequence = new BatchSequence({ ...options, data, shape, mirror, batch: 4, shuffle: false });
    for (let step = 0; step < options.versions; step++) {
      const target = { images: new Uint8Array(80), labels: new Int32Array(4) };
      expect(sequence.fill(step, target)).toBeUndefined();
      expect([...target.images]).toEqual(drawn.flatMap(({ versions }) => stored(versions[step] as Picture)));
    }
  });

  it('follow from the seed; the pictures stay the same', async () => {
    const { store, manifest } = await importSmall();
    const [first, again, other] = await Promise.all(
      [3, 3, 4].map((seed) => store.variations(manifest.id, { ...options, seed })),
    );
    expect(again).toEqual(first);
    expect(other).not.toEqual(first);
    expect(other?.map(({ original }) => original)).toEqual(first?.map(({ original }) => original));
  });
});
