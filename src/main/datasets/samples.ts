import { open } from 'node:fs/promises';
import type { Manifest, Picture } from '../../shared/contract/dataset';
import { withPath } from './file-errors';
import { countOf, imagesFile, labelsFile, pictureBytesOf, readFully } from './packed-files';
import { toPicture } from './picture';

/** The first `perClass` pictures of each class in the training split, read one by one. */
export async function readSamples(folder: string, manifest: Manifest, perClass: number): Promise<Picture[]> {
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
  const places = manifest.classes.flatMap(({ name }, label) =>
    firstOf(labels, label, perClass).map((index) => ({ name, index })),
  );
  return readPictures(imagesFile(folder, 'train'), manifest, places);
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

async function readPictures(
  path: string,
  manifest: Manifest,
  places: { name: string; index: number }[],
): Promise<Picture[]> {
  const pictureBytes = pictureBytesOf(manifest);
  return withPath(path, async () => {
    const file = await open(path);
    try {
      const pictures: Picture[] = [];
      for (const { name, index } of places) {
        const pixels = new Uint8Array(pictureBytes);
        await readFully(file, pixels, index * pictureBytes);
        pictures.push(toPicture(name, pixels, manifest.shape));
      }
      return pictures;
    } finally {
      await file.close();
    }
  });
}
