import { UserError } from '../../shared/errors';
import { message } from '../../shared/words/message';

/** @throws UserError where the import was cancelled. */
export function stopIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new UserError(message('imports.cancelled'));
}

/** Lets other work of this process go on, and looks whether the import was cancelled. */
export async function breathe(signal: AbortSignal | undefined): Promise<void> {
  await new Promise((resume) => setImmediate(resume));
  stopIfCancelled(signal);
}
