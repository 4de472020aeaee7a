import { join } from 'node:path';
import { isActive, type RunSummary } from '../../../shared/contract/run';
import { lockHolder } from '../../files/file-lock';
import type { Context } from './context';
import { exitCodes } from './context';
import type { Services } from './services';

/** Says which runs train already, since a run of the command line starts beside them. */
export async function noteOthers({ runs }: Pick<Services, 'runs'>, context: Context): Promise<void> {
  for (const { run, name } of (await runs.list()).filter(({ state }) => isActive(state))) {
    context.note(
      `${name} (run ${run}) trains in another process on this data folder. This run starts now, beside it: both are slower, and share the memory. With --queue it waits for its turn in the window's queue.\n`,
    );
  }
}

/**
 * Puts a run into the window's queue, and says when it has its turn.
 * @returns the exit code.
 */
export async function enqueue(
  { dataFolder, queue, runs }: Pick<Services, 'dataFolder' | 'queue' | 'runs'>,
  start: () => Promise<RunSummary>,
  json: boolean,
  context: Context,
): Promise<number> {
  const { run, name } = await start();
  const { state } = await runs.summary(run);
  const place = state === 'queued' ? (await queue.read()).indexOf(run) + 1 : 0;
  if (json) context.print(JSON.stringify({ event: 'queued', run, place }));
  else
    context.print(place > 0 ? `${name}, run ${run}, is number ${place} in the queue.` : `${name}, run ${run}, starts.`);
  const window = await lockHolder(join(dataFolder, 'studio.lock'));
  if (!window)
    context.note('The window of the studio is not open on this data folder: open it, and the queue starts.\n');
  return exitCodes.done;
}
