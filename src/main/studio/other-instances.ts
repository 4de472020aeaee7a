import { setTimeout as pause } from 'node:timers/promises';
import { instanceService, reached, type RunWant, type ToldOfRun } from '../../shared/contract/instance';
import { isActive, type RunSummary } from '../../shared/contract/run';
import { UserError } from '../../shared/errors';
import { message } from '../../shared/words/message';
import { ClosedError } from '../../shared/rpc/errors';
import { Peer } from '../../shared/rpc/peer';
import { checkingClientOf, type Client } from '../../shared/rpc/service';
import { errorCode } from '../files/file-errors';
import { isGoingOn, type ProcessIdentity } from '../files/process-identity';
import { workedOnElsewhere } from '../runs/run-owner';
import type { RunStore } from '../runs/run-store';
import { isPending, livingProcess } from '../runs/state-file';
import { connectLocally, type Endpoint, livingEndpoints } from '../transport/local-sockets';

type InstanceClient = Client<typeof instanceService, true>;

/** The time within which a process says what it can say without doing anything, unless it is held still. */
const answerMillis = 2_000;
/** A step, an evaluation of a large split or the choice of a precision may take long. */
const patienceMillis = 120_000;
/** A trainer whose host is gone ends after its step, with a checkpoint. */
const orphanMillis = 15_000;
const lookMillis = 250;

/** The other processes that work on a data folder: the studio, and command lines that train. */
export class OtherInstances {
  readonly #dataFolder: string;
  readonly #store: RunStore;

  constructor(dataFolder: string, store: RunStore) {
    this.#dataFolder = dataFolder;
    this.#store = store;
  }

  /**
   * Has a run held still, or go on, by the process that trains it. Resolves when that is so.
   * @throws UserError where nothing trains the run, it ends meanwhile, or nobody answers.
   */
  async hold(run: string, want: RunWant, patience = patienceMillis): Promise<void> {
    const { state } = await this.#store.summary(run);
    if (state === 'queued' || !isPending(state)) {
      const values = { run, state: message(`runs.states.${state}`) };
      throw new UserError(message(want === 'pause' ? 'runs.notPaused' : 'runs.notContinued', values));
    }
    if (state === reached[want]) return;
    await this.#askOwner(run, (client) =>
      client.request(`runs.${want}`, { run }, { signal: AbortSignal.timeout(patience) }),
    );
  }

  /** Resolves when the run is over. @throws UserError where nobody answers that trains it. */
  async stop(run: string, atOnce: boolean): Promise<void> {
    await this.#askOwner(run, (client) => client.request('runs.stop', { run, atOnce }));
  }

  /** Tells what becomes of a run until it is over. @throws UserError where nobody answers that trains it. */
  watch(run: string, tell: (news: ToldOfRun) => void, signal: AbortSignal): Promise<RunSummary> {
    return this.#askOwner(run, (client) => client.request('runs.watch', { run }, { signal, onProgress: tell }));
  }

  /** Tells everybody that the state of a run has changed; nobody needs to be there. */
  async runChanged(run: string): Promise<void> {
    await this.#askAll((client, signal) => client.request('runs.changed', { run }, { signal }));
  }

  /** Tells everybody that the queue has changed; nobody needs to be there. */
  async queueChanged(): Promise<void> {
    await this.#askAll((client, signal) => client.request('queue.look', undefined, { signal }));
  }

  /** Resolves when the run is over whose host is gone and which therefore ends by itself; at once where it has a host. */
  async untilOrphanEnds(run: string, patience = orphanMillis): Promise<void> {
    const end = Date.now() + patience;
    while (isActive((await this.#store.summary(run)).state) && Date.now() < end) {
      if (await this.#ownerOf(run)) return;
      await pause(lookMillis);
    }
  }

  async #askOwner<Result>(run: string, ask: (client: InstanceClient) => Promise<Result>): Promise<Result> {
    const owner = await this.#ownerOf(run);
    const { state } = await this.#store.summary(run);
    if (!isPending(state)) throw new UserError(message('runs.over', { run, state: message(`runs.states.${state}`) }));
    if (!owner) throw doesNotAnswer(run, livingProcess(await this.#store.readState(run)));
    try {
      return await withInstance(owner, ask);
    } catch (thrown) {
      throw thrown instanceof UserError || !isLost(thrown) ? thrown : doesNotAnswer(run, owner);
    }
  }

  /** Null where no process says that it trains the run. */
  async #ownerOf(run: string): Promise<Endpoint | null> {
    const told = await this.#askAll((client, signal) => client.request('runs.active', undefined, { signal }));
    return told.find(({ answer }) => answer === run)?.endpoint ?? null;
  }

  /** @returns what each answers; null where one does not. */
  async #askAll<Answer>(
    ask: (client: InstanceClient, signal: AbortSignal) => Promise<Answer>,
  ): Promise<{ endpoint: Endpoint; answer: Answer | null }[]> {
    const signal = AbortSignal.timeout(answerMillis);
    const endpoints = await livingEndpoints(this.#dataFolder);
    return Promise.all(
      endpoints.map(async (endpoint) => {
        const answer = await withInstance(endpoint, (client) => ask(client, signal)).catch(() => null);
        return { endpoint, answer };
      }),
    );
  }
}

/** Connects to a process for as long as `ask` takes. */
async function withInstance<Result>(
  endpoint: Endpoint,
  ask: (client: InstanceClient) => Promise<Result>,
): Promise<Result> {
  const peer = new Peer(await connectLocally(endpoint));
  try {
    return await ask(checkingClientOf(peer, instanceService));
  } finally {
    peer.close();
  }
}

/** Whether the other process was gone, could not be reached or took too long, rather than having failed. */
function isLost(thrown: unknown): boolean {
  if (thrown instanceof ClosedError || errorCode(thrown) !== undefined) return true;
  return thrown instanceof Error && thrown.name === 'TimeoutError';
}

/** @param worker The process that works on the run. */
function doesNotAnswer(run: string, worker: ProcessIdentity | null): UserError {
  if (worker && isGoingOn(worker) === null) return workedOnElsewhere(run, worker);
  return new UserError(message('runs.noAnswer', { pid: worker?.pid ?? '', run }));
}

/** Brings the window of the studio to the front that runs as that process. @returns whether it has answered. */
export async function showWindowOf(dataFolder: string, pid: number): Promise<boolean> {
  const endpoint = (await livingEndpoints(dataFolder)).find((found) => found.pid === pid);
  if (!endpoint) return false;
  const signal = AbortSignal.timeout(answerMillis);
  return withInstance(endpoint, (client) => client.request('window.show', undefined, { signal })).then(
    () => true,
    () => false,
  );
}
