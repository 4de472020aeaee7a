import { createHash } from 'node:crypto';
import type { Manifest, Split } from '../../shared/contract/dataset';
import { breathe } from './cancellation';
import { ChannelStatistics } from './channel-statistics';
import { countClasses, writeKeys, writeLabels, writeSynced } from './pack';
import { keysFile, labelsFile } from './packed-files';
import { pathsFile } from './picture-files';
import { splits, type PicturePool } from './picture-pool';
import type { ReadOptions } from './readers/reader';

type Listed = Pick<Manifest, 'contentHash' | 'classes' | 'normalization' | 'storage'>;

/**
 * Writes where the pictures of a dataset's splits lie, instead of their pixels. The content hash is that of the files'
 * bytes, and the mean is one a channel.
 * @param chosen the pictures of each split, in the order of `splits`.
 */
export async function listPictures(
  pool: PicturePool,
  classNames: readonly string[],
  chosen: readonly Uint32Array[],
  folder: string,
  { signal }: Pick<ReadOptions, 'signal'>,
): Promise<Listed> {
  const { shape, channelSums } = pool;
  if (!channelSums) throw new Error('The pictures were not measured.');
  const hash = createHash('sha256').update(JSON.stringify({ shape, classNames, storage: 'in-place' }));
  const statistics = new ChannelStatistics(shape);
  const classes = classNames.map((name) => ({ name, train: 0, validation: 0, test: 0 }));
  const write = async (split: Split, indices: Uint32Array): Promise<void> => {
    countClasses(classes, split, pool.labels, indices);
    await writeLabels(labelsFile(folder, split), pool.labels, indices, hash);
    await writeKeys(keysFile(folder, split), pool.keys, indices, hash);
    const paths = Array.from(indices, (index) => `${pool.nameOf(index)}\0`).join('');
    await writeSynced(pathsFile(folder, split), [Buffer.from(paths, 'utf8')]);
    if (split === 'train') for (const index of indices) statistics.add(channelSums, index);
    await breathe(signal);
  };
  for (const [place, split] of splits.entries()) await write(split, chosen[place] ?? new Uint32Array(0));
  return { contentHash: hash.digest('hex'), classes, normalization: statistics.normalization(), storage: 'in-place' };
}
