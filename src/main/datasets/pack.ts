import { createHash, type Hash } from 'node:crypto';
import { open } from 'node:fs/promises';
import type { Manifest, Split } from '../../shared/contract/dataset';
import { breathe } from './cancellation';
import { withPath } from './file-errors';
import { imagesFile, labelsFile } from './packed-files';
import type { LabelledPictures, ReadOptions, SourceData } from './readers/reader';
import { splitByContent } from './split';
import { PixelStatistics } from './statistics';

const chunkBytes = 1 << 22;

type Packed = Pick<Manifest, 'contentHash' | 'classes' | 'normalization'>;

/**
 * Writes a dataset's splits to a folder, and measures them on the way: each picture is touched once for the split
 * and once for the file, the content hash and the statistics.
 */
export async function pack(source: SourceData, folder: string, options: ReadOptions): Promise<Packed> {
  const { shape, classNames, train, test } = source;
  const total = 2 * train.labels.length + test.labels.length;
  const report = (stage: string, done: number): void => options.report({ stage, done, total });
  const pictureBytes = shape[0] * shape[1] * shape[2];
  const indices = await splitByContent(train, pictureBytes, options.signal, (done) => report('Splitting', done));

  const hash = createHash('sha256').update(JSON.stringify({ shape, classNames }));
  const statistics = new PixelStatistics(shape);
  const classes = classNames.map((name) => ({ name, train: 0, validation: 0, test: 0 }));
  let done = train.labels.length;
  const write = async (split: Split, pictures: LabelledPictures, chosen: Uint32Array): Promise<void> => {
    for (const index of chosen) {
      const counts = classes[pictures.labels[index] as number];
      if (counts) counts[split]++;
    }
    await writeLabels(labelsFile(folder, split), pictures.labels, chosen, hash);
    await writeImages(imagesFile(folder, split), pictures.images, chosen, pictureBytes, async (chunk) => {
      hash.update(chunk);
      if (split === 'train') statistics.add(chunk);
      done += chunk.length / pictureBytes;
      report('Writing', done);
      await breathe(options.signal);
    });
  };
  await write('train', train, indices.train);
  await write('validation', train, indices.validation);
  await write('test', test, Uint32Array.from(test.labels.keys()));
  return { contentHash: hash.digest('hex'), classes, normalization: statistics.normalization() };
}

async function writeLabels(path: string, labels: Uint8Array, chosen: Uint32Array, hash: Hash): Promise<void> {
  const bytes = Buffer.alloc(chosen.length * Int32Array.BYTES_PER_ELEMENT);
  chosen.forEach((index, at) => bytes.writeInt32LE(labels[index] as number, at * Int32Array.BYTES_PER_ELEMENT));
  hash.update(bytes);
  await writeSynced(path, [bytes]);
}

/** Gathers the chosen pictures chunk by chunk; `visit` sees each chunk before it is written. */
async function writeImages(
  path: string,
  images: Uint8Array,
  chosen: Uint32Array,
  pictureBytes: number,
  visit: (chunk: Uint8Array) => Promise<void>,
): Promise<void> {
  const perChunk = Math.max(1, Math.floor(chunkBytes / pictureBytes));
  async function* chunks(): AsyncGenerator<Uint8Array> {
    for (let start = 0; start < chosen.length; start += perChunk) {
      const part = chosen.subarray(start, start + perChunk);
      const chunk = new Uint8Array(part.length * pictureBytes);
      part.forEach((index, at) =>
        chunk.set(images.subarray(index * pictureBytes, (index + 1) * pictureBytes), at * pictureBytes),
      );
      await visit(chunk);
      yield chunk;
    }
  }
  await writeSynced(path, chunks());
}

async function writeSynced(path: string, chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): Promise<void> {
  await withPath(path, async () => {
    const file = await open(path, 'wx');
    try {
      for await (const chunk of chunks) await file.writeFile(chunk);
      await file.sync();
    } finally {
      await file.close();
    }
  });
}
