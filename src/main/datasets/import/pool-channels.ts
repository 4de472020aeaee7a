import type { Shape } from '../../../shared/network/layer';
import { spreadGrey, toLuminance } from '../pictures/grey';
import type { PicturePool } from './picture-pool';

/** The same pictures in grey (ITU-R 601 luma), or with their grey as red, green and blue. */
export function withChannels(pool: PicturePool, channels: 1 | 3): PicturePool {
  const [height, width, before] = pool.shape;
  if (before === channels || (before !== 1 && before !== 3)) return pool;
  const shape: Shape = [height, width, channels];
  const convert = channels === 3 ? spreadGrey : toLuminance;
  return { ...pool, shape, gather: async (indices) => convert(await pool.gather(indices)) };
}
