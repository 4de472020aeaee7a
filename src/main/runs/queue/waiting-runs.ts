import type { QueueMove } from '../../../shared/contract/queue';
import type { RunStore } from '../run-store';

/** What becomes of the order of the runs that wait. */
export type Edit = (runs: readonly string[]) => readonly string[];

/** The runs that wait for their turn, in order. */
export interface WaitingRuns {
  /** Process that they wait for; null where they wait for whichever works on the queue, also after a restart. */
  readonly pid: number | null;
  read(): Promise<readonly string[]>;
  /** One change after the other. @returns the runs after it. */
  change(edit: Edit): Promise<readonly string[]>;
}

/** Runs that wait for this process alone. */
export class WaitingInMemory implements WaitingRuns {
  readonly pid = process.pid;
  #runs: readonly string[] = [];

  read(): Promise<readonly string[]> {
    return Promise.resolve(this.#runs);
  }

  change(edit: Edit): Promise<readonly string[]> {
    this.#runs = edit(this.#runs);
    return this.read();
  }
}

/** Takes out the first that is to have its turn. @returns undefined where there is none. */
export async function takeFirst(waiting: WaitingRuns, store: Pick<RunStore, 'readState'>): Promise<string | undefined> {
  for (;;) {
    const [first] = await waiting.read();
    if (first === undefined) return undefined;
    // Other processes may have cancelled or removed a run that stands in the queue still.
    if ((await takeOut(waiting, first)) && (await isQueued(store, first))) return first;
  }
}

function isQueued(store: Pick<RunStore, 'readState'>, run: string): Promise<boolean> {
  return store.readState(run).then(
    ({ state }) => state === 'queued',
    () => false,
  );
}

/** @returns whether it waited. */
export async function takeOut(waiting: WaitingRuns, run: string): Promise<boolean> {
  if (!(await waiting.read()).includes(run)) return false;
  let found = false;
  await waiting.change((runs) => {
    found = runs.includes(run);
    return runs.filter((other) => other !== run);
  });
  return found;
}

/** The order after a move; the same where the run does not wait, or stands there already. */
export function moved(runs: readonly string[], run: string, move: QueueMove): readonly string[] {
  const place = runs.indexOf(run);
  if (place < 0) return runs;
  const others = runs.filter((other) => other !== run);
  const places = { up: Math.max(0, place - 1), down: place + 1, first: 0, last: others.length };
  others.splice(places[move], 0, run);
  return others;
}
