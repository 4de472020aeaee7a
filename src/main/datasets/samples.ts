import { open } from 'node:fs/promises';
import type { Manifest, Picture } from '../../shared/contract/dataset';
import { withPath } from './file-errors';
import { countOf, imagesFile, labelsFile, pictureBytesOf, readFully } from './packed-files';
import { toPicture } from './picture';

/** The first `perClass` pictures of each class in the training split, read one by one. */
export async function readSamples(folder: string, manifest: Manifest, perClass: number): Promise<Picture[]> {
  const labels = await readLabels(folder, manifest);
  const places = manifest.classes.flatMap(({ name }, label) =>
    firstOf(labels, label, perClass).map((index) => ({ name, index })),
  );
  const pixels = await readPixels(
    folder,
    manifest,
    places.map(({ index }) => index),
  );
  return places.map(({ name }, place) => toPicture(name, pixels[place] as Uint8Array, manifest.shape));
}

/** Class numbers of the training split. */
export async function readLabels(folder: string, manifest: Manifest): Promise<Int32Array> {
  const labels = new Int32Array(countOf(manifest, 'train'));
  const path = labelsFile(folder, 'train');
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

function firstOf(labels: Int32Array, label: number, count: number): number[] {
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

/** Stored pixels of pictures of the training split, read one by one. */
export async function readPixels(
  folder: string,
  manifest: Manifest,
  indices: readonly number[],
): Promise<Uint8Array[]> {
  const pictureBytes = pictureBytesOf(manifest);
  const path = imagesFile(folder, 'train');
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
