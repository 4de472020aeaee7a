import { readFile, rm } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { RunState } from '../../shared/contract/run';
import { UserError } from '../../shared/errors';
import { withPath } from '../files/file-errors';
import { writeDurably } from '../files/durable-file';
import type { RunStore } from './run-store';
import { isPending, livingProcess } from './state-file';

const wantSchema = z.enum(['pause', 'continue']);
export type RunWant = z.infer<typeof wantSchema>;

/** `.request.json` of a run: what somebody wants of the process that trains it, and is no parent of it. */
const requestSchema = z.object({
  version: z.literal(1),
  want: wantSchema,
  /** Process that is meant; whatever else trains the run later leaves it alone. */
  pid: z.int(),
});

/** So often the trainer looks, and so often the one that asks. */
const lookMillis = 200;
/** A step, an evaluation of a large split or the choice of a precision may take long. */
const patienceMillis = 120_000;
const reached: Record<RunWant, RunState> = { pause: 'paused', continue: 'training' };

/** Looks for requests as long as this process trains a run. @param act Does what is wanted. */
export function watchRequests(store: RunStore, run: string, act: (want: RunWant) => void): void {
  const path = store.requestPath(run);
  const look = async (): Promise<void> => {
    const text = await readFile(path, 'utf8').catch(() => null);
    if (text === null) return;
    await rm(path, { force: true });
    const { want, pid } = requestSchema.parse(JSON.parse(text));
    if (pid === process.pid) act(want);
  };
  let looking = false;
  setInterval(() => {
    if (looking) return;
    looking = true;
    void look()
      .catch(console.error)
      .finally(() => (looking = false));
  }, lookMillis).unref();
}

/**
 * Asks the process that trains a run, whichever started it. Resolves when it has done so.
 * @throws UserError where nothing trains the run, it ends meanwhile, or nobody answers.
 */
export async function askTrainer(
  store: RunStore,
  run: string,
  want: RunWant,
  patience = patienceMillis,
): Promise<void> {
  await store.summary(run);
  const before = await store.readState(run);
  const pid = livingProcess(before);
  if (pid === null || before.state === 'queued' || !isPending(before.state)) {
    const { state } = await store.summary(run);
    throw new UserError(
      `Run ${run} does not train (${state}), so it cannot be ${want === 'pause' ? 'paused' : 'continued'}.`,
    );
  }
  const path = store.requestPath(run);
  if (before.state === reached[want]) return;
  await withPath(path, () => writeDurably(path, [JSON.stringify(requestSchema.parse({ version: 1, want, pid }))]));
  const end = Date.now() + patience;
  while (Date.now() < end) {
    const { state } = await store.summary(run);
    if (state === reached[want]) return;
    if (!isPending(state)) throw new UserError(`Run ${run} is over (${state}).`);
    await pause(lookMillis);
  }
  await rm(path, { force: true });
  throw new UserError(
    `The process ${pid} that trains run ${run} does not answer. See what it does, or end it: the run can be resumed.`,
  );
}
