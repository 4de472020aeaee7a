import { checkpointNameSchema } from '../../../shared/contract/run';
import { UserError } from '../../../shared/errors';
import { message } from '../../../shared/words/message';

/** "20260131-174502-resnet20-3f9a@best" -> the run, by its id or name, and the checkpoint; the last unless it is named. */
export function parseBranch(text: string): { run: string; checkpoint: string } {
  const [, run = text, checkpoint = 'last'] = /^(.+)@([^@]+)$/.exec(text) ?? [];
  if (!checkpointNameSchema.safeParse(checkpoint).success) {
    throw new UserError(message('commandLine.noCheckpointName', { name: checkpoint }));
  }
  return { run, checkpoint };
}
