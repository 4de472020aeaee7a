import type { RunConfig } from '../../shared/contract/run';
import { messageOf, UserError } from '../../shared/errors';
import { errorCode } from '../files/file-errors';

const onward = 'and resume the run';

/** What a file system says while a run writes to its folder, and the way out. */
const explanations: Record<string, (folder: string) => string> = {
  ENOSPC: (folder) =>
    `The disk of ${folder} is full: a checkpoint or the metrics could not be written. Make room, ${onward}.`,
  EDQUOT: (folder) =>
    `The disk quota for ${folder} is used up: a checkpoint or the metrics could not be written. Make room, ${onward}.`,
  EROFS: (folder) =>
    `The disk of ${folder} has become read-only, so that nothing more could be written. Make it writable again, ${onward}.`,
  EACCES: (folder) => `Writing to ${folder} is no longer permitted. Give the studio permission again, ${onward}.`,
  EPERM: (folder) => `Writing to ${folder} is no longer permitted. Give the studio permission again, ${onward}.`,
  EIO: (folder) => `The disk of ${folder} failed while the run was written. Check the disk, ${onward}.`,
};

/** In TensorFlow's words, and in those of oneDNN, whose status 1 is dnnl_out_of_memory. */
const outOfMemory = /OOM|out of memory|RESOURCE_EXHAUSTED|failed to allocate|bad_alloc|Status: 1, message: could not/i;

/** Where an error was put into words already, the system's own is its cause. */
function codeOf(error: unknown): string | undefined {
  return errorCode(error) ?? (error instanceof Error ? errorCode(error.cause) : undefined);
}

/** Whether the error is about a file below that folder, or does not say which. */
function isBelow(error: unknown, folder: string): boolean {
  const { path } = ((error as Error).cause ?? error) as NodeJS.ErrnoException;
  return path === undefined || path.startsWith(folder);
}

/**
 * Why a run failed, and the way out.
 * @param folder Of the run.
 */
export function explainFailure(error: unknown, { training }: Pick<RunConfig, 'training'>, folder: string): string {
  const message = messageOf(error);
  const explain = explanations[codeOf(error) ?? ''];
  if (explain && isBelow(error, folder)) return explain(folder);
  if (codeOf(error) === 'ENOENT' && !(error instanceof UserError) && isBelow(error, folder)) {
    return `Something of ${folder} is gone: it was moved or deleted while the run trained. Put it back, ${onward}.`;
  }
  if (!(error instanceof UserError) && outOfMemory.test(message)) {
    const { batch, variant } = training;
    return `There is not enough memory to train ${variant} with a batch of ${batch}. Try a batch of ${Math.max(1, Math.floor(batch / 2))}.`;
  }
  return message;
}
