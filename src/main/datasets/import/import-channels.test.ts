import { createCanvas } from '@napi-rs/canvas';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { DatasetImporter } from './dataset-importer';
import { makeTestFolder, randomBytes } from '../testing';
import { classFolders, writeTree } from '../pictures/testing-pictures';

const archives = join(__dirname, '../fixtures/sources');
let home: string;
let store: DatasetImporter;

beforeEach(async () => {
  home = await makeTestFolder();
  store = new DatasetImporter(home);
});

describe('channels of an import', () => {
  it('are decided by all pictures, not by a sample', async () => {
    const pictures = classFolders({ cat: 60, dog: 60 });
    const paths = Object.keys(pictures).sort();
    // The sample takes 96 of 120, spread evenly.
    const looked = new Set(Array.from({ length: 96 }, (_, place) => Math.floor((place * 120) / 96)));
    const coloured = paths.filter((_, index) => !looked.has(index)).slice(0, 3);
    for (const path of paths) if (!coloured.includes(path)) pictures[path] = greyPicture(paths.indexOf(path));
    const folder = await writeTree(join(home, 'pets'), pictures);
    const sampled = await store.import([folder]);
    expect(sampled.shape[2]).toBe(1);
    expect(sampled.problems.filter(({ kind }) => kind === 'loses-colour')).toMatchObject([
      { message: expect.stringContaining('3 of 120 pictures lose their colour') as string },
    ]);
    const colour = await store.import([folder], { choices: { channels: 3 } });
    expect(colour.shape[2]).toBe(3);
    expect(colour.problemCounts?.['loses-colour']).toBeUndefined();
    // Elsewhere: here it would be the dataset that is there.
    const elsewhere = new DatasetImporter(await makeTestFolder());
    const grey = await elsewhere.import([folder], { choices: { channels: 1 } });
    expect(grey.shape[2]).toBe(1);
    expect(grey.problemCounts?.['loses-colour']).toBeUndefined();
  });

  it('are those asked for where pictures are held ready, too', async () => {
    const folder = join(archives, 'cifar-10-binary.tar.gz');
    const [colour, grey] = [await store.import([folder]), await store.import([folder], { choices: { channels: 1 } })];
    expect([colour.shape[2], grey.shape[2]]).toEqual([3, 1]);
    const again = (await (await store.open(grey.id)).split('train')).pictureBytes;
    expect(again).toBe(grey.shape[0] * grey.shape[1]);
  });
});

/** A PNG in grey that is unlike those of other seeds. */
function greyPicture(seed: number): Buffer {
  const canvas = createCanvas(12, 12);
  const context = canvas.getContext('2d');
  randomBytes(36, seed).forEach((grey, place) => {
    context.fillStyle = `rgb(${grey}, ${grey}, ${grey})`;
    context.fillRect(2 * (place % 6), 2 * Math.floor(place / 6), 2, 2);
  });
  return canvas.toBuffer('image/png');
}
