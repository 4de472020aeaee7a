import type { RunConfig } from '../../shared/contract/run';
import { messageOf, UserError } from '../../shared/errors';
import { errorCode } from '../datasets/file-errors';

const full = ['ENOSPC', 'EDQUOT'];
const refused = ['EROFS', 'EACCES', 'EPERM'];

/** Why a run failed, and the way out. */
export function explainFailure(
  error: unknown,
  { batch, variant }: Pick<RunConfig['training'], 'batch' | 'variant'>,
  dataFolder: string,
): string {
  const message = messageOf(error);
  const code = errorCode(error) ?? '';
  if (full.includes(code)) {
    return `The disk of ${dataFolder} is full: a checkpoint or the metrics could not be written. Make room, then resume the run.`;
  }
  if (refused.includes(code)) {
    return `The data folder ${dataFolder} cannot be written to any more (${code}). Make it writable again, then resume the run.`;
  }
  if (code === 'EIO') {
    return `The disk of ${dataFolder} failed while it was read or written. Check the disk, then resume the run.`;
  }
  if (!(error instanceof UserError) && /OOM|out of memory|RESOURCE_EXHAUSTED|failed to allocate/i.test(message)) {
    const smaller = Math.max(1, Math.floor(batch / 2));
    return `There is not enough memory to train ${variant} with a batch of ${batch}. Try a batch of ${smaller}.`;
  }
  return message;
}
