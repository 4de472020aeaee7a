import type { QueueMove } from '../../shared/contract/queue';
import { UserError } from '../../shared/errors';
import { message } from '../../shared/words/message';
import { endRun } from '../runs/end-run';
import type { QueueFile } from '../runs/queue/queue-file';
import type { OtherInstances } from './other-instances';
import type { RunService } from './run-service';
import { RunStore } from '../runs/run-store';
import { moved, takeOut } from '../runs/queue/waiting-runs';

/** Processes of another machine that shares the data folder can change the queue, but no socket leads from there. */
const elsewhereMillis = 20_000;

type Listener = (runs: readonly string[]) => void;

/** The queue of a data folder in the process that works it off: its runs are started one after the other. */
export class RunQueue {
  readonly #file: QueueFile;
  readonly #runs: RunService;
  readonly #store: RunStore;
  readonly #listeners = new Set<Listener>();
  #known: readonly string[] = [];
  #looking: Promise<void> = Promise.resolve();
  #looks: NodeJS.Timeout | undefined;

  /** @param runs With this file as the place where its runs wait. */
  constructor(dataFolder: string, file: QueueFile, runs: RunService) {
    this.#file = file;
    this.#runs = runs;
    this.#store = new RunStore(dataFolder);
  }

  /** The waiting runs, the next one first. @throws UserError where a newer version wrote the queue. */
  list(): Promise<readonly string[]> {
    return this.#file.read();
  }

  /** Takes up what the last process left, and starts the next run. From now on changes are seen. */
  async begin(): Promise<void> {
    const waiting = await waitingRuns(this.#store);
    // Those that the file does not name were about to start, or it was lost: they come first, the oldest ahead.
    await this.#file.change((runs) => [
      ...waiting.filter((run) => !runs.includes(run)),
      ...runs.filter((run) => waiting.includes(run)),
    ]);
    this.#file.onChanged(() => this.look());
    this.#runs.onChanged(() => this.look());
    this.#looks = setInterval(() => this.look(), elsewhereMillis);
    this.look();
    await this.#looking;
    await this.#runs.startNext();
  }

  /** @returns the new order. @throws UserError where the run does not wait. */
  async move(run: string, move: QueueMove): Promise<readonly string[]> {
    const order = await moveWaiting(this.#file, run, move);
    this.look();
    return order;
  }

  /**
   * Gives a run its turn now. One that trains is stopped with a checkpoint, and goes on from it right afterwards.
   * @throws UserError where the run does not wait.
   */
  async startNow(run: string): Promise<void> {
    await this.move(run, 'first');
    const { active } = this.#runs;
    if (active === null) return this.#runs.startNext();
    await this.#runs.stop(active).catch(ignoreUserError);
    const { state } = await this.#store.readState(active);
    // It may have come to its end in the meantime.
    if (state !== 'stopped') return;
    await this.#runs.resume(active);
    // Where nothing else was to be done, it has started again already.
    await this.move(active, 'first').catch(ignoreUserError);
  }

  /** @returns a function that ends the subscription. */
  onChanged(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  close(): void {
    clearInterval(this.#looks);
  }

  /** Tells what is new, and starts a run that another process has put into an idle queue. That one says so. */
  look(): void {
    this.#looking = this.#looking.then(async () => {
      try {
        const [before, now] = [this.#known, await this.#file.read()];
        if (before.join() === now.join()) return;
        this.#known = now;
        for (const run of [...before, ...now]) {
          if (before.includes(run) !== now.includes(run)) this.#runs.announce(run);
        }
        for (const listener of this.#listeners) listener(now);
        void this.#runs.startNext();
      } catch (error) {
        console.error(error);
      }
    });
  }
}

/** The runs that wait for no process in particular, the oldest first. */
async function waitingRuns(store: RunStore): Promise<string[]> {
  const queued = (await store.list()).filter(({ state }) => state === 'queued').reverse();
  const states = await Promise.all(queued.map(async ({ run }) => ({ run, ...(await store.readState(run)) })));
  return states.filter(({ pid }) => pid === null).map(({ run }) => run);
}

/** @returns the new order. @throws UserError where the run does not wait. */
export async function moveWaiting(file: QueueFile, run: string, move: QueueMove): Promise<readonly string[]> {
  const order = await file.change((runs) => moved(runs, run, move));
  if (!order.includes(run)) throw notWaiting(run);
  return order;
}

interface Cancelling {
  readonly dataFolder: string;
  readonly queue: QueueFile;
  readonly others: Pick<OtherInstances, 'runChanged'>;
}

/** Takes a run out of the queue, and ends it as stopped. @throws UserError where it does not wait. */
export async function cancelWaiting({ dataFolder, queue, others }: Cancelling, run: string): Promise<void> {
  if (!(await takeOut(queue, run))) throw notWaiting(run);
  await endRun(new RunStore(dataFolder), run, 'stopped', null);
  await others.runChanged(run);
}

function ignoreUserError(error: unknown): void {
  if (!(error instanceof UserError)) throw error;
}

const notWaiting = (run: string): UserError => new UserError(message('runs.notWaiting', { run }));
