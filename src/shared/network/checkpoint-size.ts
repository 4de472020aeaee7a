import type { Network } from './build';
import type { CheckpointRule } from '../contract/run';
import type { Training } from '../contract/training';

/** Bytes of metadata and tensor names, at most. */
const overhead = 64 * 1024;
const float = 4;

/** Checkpoints of epochs that lie in a run's folder at its end. */
export function epochCheckpoints({ every, keep }: Pick<CheckpointRule, 'every' | 'keep'>, epochs: number): number {
  if (every === 0) return 0;
  const written = Math.floor(epochs / every);
  return keep === 0 ? written : Math.min(keep, written);
}

/**
 * Bytes that a run's checkpoints take at most: the last, the best and those of epochs, and one more while it is written.
 * Each holds the weights with the statistics of batch normalisation, what the optimiser keeps, and averages.
 */
export function checkpointBytes(
  network: Network,
  { optimizer, ema, epochs }: Pick<Training, 'optimizer' | 'ema' | 'epochs'>,
  rule: Pick<CheckpointRule, 'every' | 'keep'>,
): number {
  const statistics = network.layers
    .filter(({ kind }) => kind === 'batchNormalization')
    .reduce((sum, { outputShape }) => sum + 2 * outputShape[2], 0);
  const copies = 1 + (optimizer === 'adamw' ? 2 : 1) + (ema > 0 ? 1 : 0);
  const one = float * (copies * network.parameters + statistics) + overhead;
  return one * (3 + epochCheckpoints(rule, epochs));
}
