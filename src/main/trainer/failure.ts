import type { RunConfig } from '../../shared/contract/run';
import { messageOf, UserError, wordsOf } from '../../shared/errors';
import { errorCode } from '../files/file-errors';
import { message, type Message } from '../../shared/words/message';

/** What a file system says while a run writes to its folder, and the way out. */
const explanations: Readonly<Record<string, (folder: string) => Message>> = {
  ENOSPC: (folder) => message('training.diskFull', { folder }),
  EDQUOT: (folder) => message('training.quotaUsedUp', { folder }),
  EROFS: (folder) => message('training.readOnly', { folder }),
  EACCES: (folder) => message('training.noPermission', { folder }),
  EPERM: (folder) => message('training.noPermission', { folder }),
  EIO: (folder) => message('training.diskFailed', { folder }),
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
export function explainFailure(
  error: unknown,
  { training }: Pick<RunConfig, 'training'>,
  folder: string,
): Message | string {
  const explain = explanations[codeOf(error) ?? ''];
  if (explain && isBelow(error, folder)) return explain(folder);
  if (codeOf(error) === 'ENOENT' && !(error instanceof UserError) && isBelow(error, folder)) {
    return message('training.gone', { folder });
  }
  if (!(error instanceof UserError) && outOfMemory.test(messageOf(error))) {
    const { batch, variant } = training;
    return message('training.noMemory', { network: variant, batch, smaller: Math.max(1, Math.floor(batch / 2)) });
  }
  return wordsOf(error);
}
