import { open } from 'node:fs/promises';
import type { Manifest, Picture, Split } from '../../../shared/contract/dataset';
import { withPath } from '../../files/file-errors';
import { countOf, imagesFile, labelsFile, pictureBytesOf, readFully, readSplit } from './packed-files';
import { pathOf, shownPath, pathsFile, readPaths, readPicturesOf } from './picture-files';
import { toPicture } from '../pictures/decode-picture';

/** A dataset that is looked at, and how its pixels are read. */
export interface DatasetReading {
  readonly manifest: Manifest;
  readonly folder: string;
  readonly pixels: (split: Split, indices: readonly number[]) => Promise<Uint8Array[]>;
}

/** The first `perClass` pictures of each class in the training split, read one by one. */
export async function readSamples({ folder, manifest, pixels }: DatasetReading, perClass: number): Promise<Picture[]> {
  const labels = await readLabels(folder, manifest);
  const places = manifest.classes.flatMap(({ name }, label) =>
    placesOf(labels, label, perClass).map((index) => ({ name, index })),
  );
  const read = await pixels(
    'train',
    places.map(({ index }) => index),
  );
  return places.map(({ name }, place) => toPicture(name, read[place] as Uint8Array, manifest.shape));
}

/** Those pictures of a split that `choose` picks by their class numbers. */
export async function readChosen(
  { folder, manifest, pixels }: DatasetReading,
  split: Split,
  choose: (labels: Int32Array) => number[],
): Promise<Picture[]> {
  const labels = await readLabels(folder, manifest, split);
  const indices = choose(labels);
  const [read, files] = [await pixels(split, indices), await filesOf({ folder, manifest }, split, indices)];
  return indices.map((index, place) => {
    const label = manifest.classes[labels[index] as number]?.name ?? '';
    const file = files[place];
    const picture = toPicture(label, read[place] as Uint8Array, manifest.shape);
    return { ...picture, index, ...(file !== undefined && { file }) };
  });
}

/** The files of pictures that were left in place; none where they are packed. */
async function filesOf(
  { folder, manifest }: Pick<DatasetReading, 'folder' | 'manifest'>,
  split: Split,
  indices: readonly number[],
): Promise<string[]> {
  if (manifest.storage !== 'in-place') return [];
  const path = pathsFile(folder, split);
  const paths = await withPath(path, () => readPaths(path, countOf(manifest, split), manifest.name));
  return indices.map((index) => shownPath(pathOf(paths, index), manifest.name));
}

/** Class numbers of a split. */
export async function readLabels(folder: string, manifest: Manifest, split: Split = 'train'): Promise<Int32Array> {
  const labels = new Int32Array(countOf(manifest, split));
  const path = labelsFile(folder, split);
  await withPath(path, async () => {
    const file = await open(path);
    try {
      await readFully(file, new Uint8Array(labels.buffer), 0);
    } finally {
      await file.close();
    }
  });
  return labels;
}

/** Where the first `count` pictures of a class stand in a split. */
export function placesOf(labels: Int32Array, label: number, count: number): number[] {
  const found: number[] = [];
  for (
    let index = labels.indexOf(label);
    index >= 0 && found.length < count;
    index = labels.indexOf(label, index + 1)
  ) {
    found.push(index);
  }
  return found;
}

/** Pixels of pictures of a split as training sees them, read one by one. */
export async function readPixels(
  folder: string,
  manifest: Manifest,
  split: Split,
  indices: readonly number[],
): Promise<Uint8Array[]> {
  if (manifest.storage === 'in-place') {
    const { files } = await readSplit(folder, manifest, split);
    const found: Uint8Array[] = [];
    if (files) await readPicturesOf(files, indices, (place, pixels) => (found[place] = pixels));
    return found;
  }
  const pictureBytes = pictureBytesOf(manifest);
  const path = imagesFile(folder, split);
  return withPath(path, async () => {
    const file = await open(path);
    try {
      const pictures: Uint8Array[] = [];
      for (const index of indices) {
        const pixels = new Uint8Array(pictureBytes);
        await readFully(file, pixels, index * pictureBytes);
        pictures.push(pixels);
      }
      return pictures;
    } finally {
      await file.close();
    }
  });
}
