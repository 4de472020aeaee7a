import { createHash } from 'node:crypto';
import type { Manifest, Split } from '../../../shared/contract/dataset';
import { breathe } from '../cancellation';
import { countClasses, writeKeys, writeLabels, writeSynced } from './pack';
import { keysFile, labelsFile } from '../store/packed-files';
import { pathsFile } from '../store/picture-files';
import { splits, type PicturePool } from './picture-pool';
import type { ReadOptions } from '../readers/reader';
import { inTrain } from './split';
import type { PixelStatistics } from './statistics';

type Listed = Pick<Manifest, 'contentHash' | 'classes' | 'normalization' | 'storage'>;
type Options = Pick<ReadOptions, 'report' | 'signal'>;

const picturesAtOnce = 128;

/**
 * Writes where the pictures of a dataset's splits lie, instead of their pixels. The content hash is that of the files'
 * bytes; the normalisation is that of a copy, so that a network which trains on either becomes the same.
 * @param chosen the pictures of each split, in the order of `splits`.
 */
export async function listPictures(
  pool: PicturePool,
  classNames: readonly string[],
  chosen: readonly Uint32Array[],
  folder: string,
  options: Options,
): Promise<Listed> {
  const { shape, sourceStatistics, fileOf } = pool;
  if (!sourceStatistics || !fileOf) throw new Error('The pictures were not measured.');
  const hash = createHash('sha256').update(JSON.stringify({ shape, classNames, storage: 'in-place' }));
  const classes = classNames.map((name) => ({ name, train: 0, validation: 0, test: 0 }));
  const write = async (split: Split, indices: Uint32Array): Promise<void> => {
    countClasses(classes, split, pool.labels, indices);
    await writeLabels(labelsFile(folder, split), pool.labels, indices, hash);
    await writeKeys(keysFile(folder, split), pool.keys, indices, hash);
    const paths = Array.from(indices, (index) => [Buffer.from(fileOf(index)), Buffer.of(0)]);
    await writeSynced(pathsFile(folder, split), [Buffer.concat(paths.flat())]);
    await breathe(options.signal);
  };
  for (const [place, split] of splits.entries()) await write(split, chosen[place] ?? new Uint32Array(0));
  await takeOut(pool, sourceStatistics, chosen, options);
  const normalization = sourceStatistics.normalization();
  return { contentHash: hash.digest('hex'), classes, normalization, storage: 'in-place' };
}

/** Takes the pictures that the split moved out of the training pictures out of their statistics, too. */
async function takeOut(
  pool: PicturePool,
  statistics: PixelStatistics,
  chosen: readonly Uint32Array[],
  { report, signal }: Options,
): Promise<void> {
  const others = chosen.filter((_, place) => place !== inTrain);
  const moved = Uint32Array.from(
    others.flatMap((indices) => [...indices.filter((index) => pool.splits[index] === inTrain)]),
  );
  for (let start = 0; start < moved.length; start += picturesAtOnce) {
    const some = moved.subarray(start, start + picturesAtOnce);
    statistics.remove(await pool.gather(some));
    report({ stage: 'Measuring pictures', done: start + some.length, total: moved.length });
    await breathe(signal);
  }
}
