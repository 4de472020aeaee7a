import { checkpointBytes } from '../../shared/network/checkpoint-size';
import { type RunConfig, usualCheckpoints } from '../../shared/contract/run';
import { UserError } from '../../shared/errors';
import { freeDisk } from '../machine/free-disk';
import { networkOf } from '../../shared/network/run-network';

const gibibytes = (bytes: number): string => `${(bytes / 2 ** 30).toFixed(1)} GiB`;

/** @throws UserError where the disk of the data folder has no room for a run's checkpoints, with the ways out. */
export async function checkCheckpointRoom(config: RunConfig, dataFolder: string): Promise<void> {
  const rule = config.checkpoints ?? usualCheckpoints;
  const needed = checkpointBytes(networkOf(config), config.training, rule);
  const free = await freeDisk(dataFolder);
  if (needed <= free) return;
  const fewer = rule.every > 0 ? ', keep fewer checkpoints' : '';
  throw new UserError(
    `The checkpoints of the run need ${gibibytes(needed)}, and the disk of ${dataFolder} has ${gibibytes(free)} free: make room${fewer}, or choose another data folder.`,
  );
}
