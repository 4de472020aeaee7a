import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RunState, RunSummary } from '../../shared/contract/run';
import type { Message } from '../../shared/rpc/carrier';
import type { ChildExit, ChildHandle } from '../launch/child';
import { QueueFile } from '../runs/queue/queue-file';
import { noNumbers } from '../runs/run-numbers';
import { cancelWaiting, moveWaiting, RunQueue } from './run-queue';
import { instanceHandlers, serveInstances } from './instance-service';
import { OtherInstances } from './other-instances';
import { RunService } from './run-service';
import { RunStore } from '../runs/run-store';
import { stateFile } from '../runs/state-file';
import type { LocalListener } from '../transport/local-sockets';
import { startFrom } from '../runs/starting-weights';
import { sampleManifest } from '../runs/testing';

const request = { dataset: 'shapes', variant: 'resnet8', batch: 10 };

describe('the queue', () => {
  let home = '';
  let store: RunStore;
  let open: Studio[] = [];
  beforeEach(async () => {
    home = await mkdtemp(join(tmpdir(), 'run-queue-'));
    store = new RunStore(home);
    open = [];
  });
  afterEach(async () => {
    for (const studio of open) await studio.close();
    await rm(home, { recursive: true });
  });

  const stateOf = async (run: string) => (await store.readState(run)).state;
  const until = (condition: () => boolean | Promise<boolean>) => expect.poll(condition, { interval: 5 }).toBe(true);

  /** One start of the studio on the data folder; its trainers do what the test says. */
  class Studio {
    readonly trained: string[] = [];
    readonly told: RunSummary[] = [];
    readonly runs: RunService;
    readonly queue: RunQueue;
    #listener: LocalListener | null = null;
    #end: (state: RunState, exit?: ChildExit) => Promise<void> = () => Promise.resolve();

    constructor() {
      const file = new QueueFile(home);
      this.runs = new RunService({
        startFrom,
        dataFolder: home,
        studioVersion: '0.0.0',
        waiting: file,
        launch: () => this.#launch(),
        datasets: { read: () => Promise.resolve(sampleManifest) },
      });
      this.queue = new RunQueue(home, file, this.runs);
      this.runs.onChanged((summary) => this.told.push(summary));
      open.push(this);
    }

    /** The queue as another process has it. */
    elsewhere() {
      const queue = new QueueFile(home);
      const others = new OtherInstances(home, store);
      queue.onChanged(() => others.queueChanged());
      return { dataFolder: home, queue, others };
    }

    /** From now on other processes can tell that they have changed the queue. */
    async listen() {
      const handlers = instanceHandlers({
        turns: this.runs.turns,
        runChanged: (run) => this.runs.announce(run),
        lookAtQueue: () => this.queue.look(),
      });
      this.#listener = await serveInstances(home, handlers);
    }

    start = async () => (await this.runs.start(request)).run;
    /** What trains now comes to its end. */
    end = (state: RunState) => this.#end(state);
    crash = () => this.#end('training', { code: null, signal: 'SIGSEGV' });

    async close() {
      this.queue.close();
      await this.runs.close();
      await this.#listener?.close();
      open = open.filter((other) => other !== this);
    }

    #launch(): ChildHandle {
      let run = '';
      let ended = false;
      const messages: ((message: unknown) => void)[] = [];
      const exits: ((exit: ChildExit) => void)[] = [];
      const enter = async (state: RunState) => {
        const pid = state === 'training' ? process.pid : null;
        await store.writeState(run, stateFile(state, null, pid, noNumbers));
        const told: Message = { type: 'event', name: 'state', value: { state, reason: null } };
        for (const listener of messages) listener(told);
      };
      const end = async (state: RunState, exit: ChildExit = { code: 0, signal: null }) => {
        if (ended) return;
        ended = true;
        await enter(state);
        for (const listener of exits) listener(exit);
      };
      return {
        pid: undefined,
        send: (message) => {
          const { name, input } = message as Message & { type: 'request' };
          if (name === 'stop') void end('stopped');
          if (name !== 'train') return;
          run = (input as { run: string }).run;
          this.#end = end;
          void enter('training').then(() => this.trained.push(run));
        },
        onMessage: (listener) => void messages.push(listener),
        onExit: (listener) => void exits.push(listener),
        kill: () => undefined,
      };
    }
  }

  async function started(count: number) {
    const studio = new Studio();
    await studio.queue.begin();
    const runs = [];
    for (let index = 0; index < count; index += 1) runs.push(await studio.start());
    await until(() => studio.trained.length === 1);
    const [a = '', b = '', c = ''] = runs;
    return { studio, a, b, c };
  }

  it('starts the next run however the one before ended', async () => {
    const { studio, a, b, c } = await started(3);
    expect(await studio.queue.list()).toEqual([b, c]);
    await studio.crash();
    await until(() => studio.trained.length === 2);
    expect([await stateOf(a), await stateOf(b), await stateOf(c)]).toEqual(['failed', 'training', 'queued']);
    await studio.runs.stop(b);
    await until(() => studio.trained.length === 3);
    await studio.end('finished');
    await until(() => studio.runs.active === null);
    expect(studio.trained).toEqual([a, b, c]);
    expect(await studio.queue.list()).toEqual([]);
  });

  it('is put in another order, and tells so', async () => {
    const { studio, b, c } = await started(3);
    const orders: (readonly string[])[] = [];
    studio.queue.onChanged((order) => orders.push(order));
    expect(await studio.queue.move(c, 'up')).toEqual([c, b]);
    await until(() => orders.at(-1)?.[0] === c);
    await studio.end('finished');
    await until(() => studio.trained.length === 2);
    expect(studio.trained[1]).toBe(c);
    await expect(studio.queue.move(c, 'up')).rejects.toThrow(`Run ${c} does not wait in the queue`);
  });

  it('waits for the next start of the studio, which asks nothing', async () => {
    const { studio, a, b, c } = await started(3);
    await studio.queue.move(c, 'first');
    await studio.close();
    expect([await stateOf(a), await stateOf(b)]).toEqual(['stopped', 'queued']);
    expect((await store.summary(b)).state).toBe('queued');

    const next = new Studio();
    await next.queue.begin();
    await until(() => next.trained.length === 1);
    await next.end('finished');
    await until(() => next.trained.length === 2);
    expect(next.trained).toEqual([c, b]);
    expect(await stateOf(a)).toBe('stopped');
  });

  it('is found again without its file, and with a run that had just been taken out', async () => {
    const { studio, b, c } = await started(3);
    await studio.close();
    await rm(join(home, 'queue.json'));
    const next = new Studio();
    await next.queue.begin();
    await until(() => next.trained.length === 1);
    expect([next.trained, await next.queue.list()]).toEqual([[b], [c]]);
  });

  it('gives a run its turn now, and goes on with the one that trained right afterwards', async () => {
    const { studio, a, b, c } = await started(3);
    await studio.queue.startNow(c);
    await until(() => studio.trained.length === 2);
    expect([studio.trained[1], await studio.queue.list(), await stateOf(a)]).toEqual([c, [a, b], 'queued']);
    await studio.end('finished');
    await until(() => studio.trained.length === 3);
    expect(studio.trained[2]).toBe(a);
  });

  it('sees what another process adds, moves and cancels', async () => {
    const { studio, b, c } = await started(3);
    await studio.listen();
    const elsewhere = studio.elsewhere();
    const file = elsewhere.queue;
    await moveWaiting(file, c, 'first');
    await cancelWaiting(elsewhere, b);
    await until(() => studio.told.some(({ run, state }) => run === b && state === 'stopped'));
    await expect(cancelWaiting(elsewhere, b)).rejects.toThrow('does not wait');
    await studio.end('finished');
    await until(() => studio.trained.length === 2);
    await studio.end('finished');
    await until(() => studio.runs.active === null);
    expect(studio.trained[1]).toBe(c);

    const other = new RunService({
      startFrom,
      dataFolder: home,
      studioVersion: '0.0.0',
      waiting: file,
      startsRuns: false,
      datasets: { read: () => Promise.resolve(sampleManifest) },
      launch: () => {
        throw new Error('starts nothing');
      },
    });
    const { run } = await other.start(request);
    await other.close();
    await until(() => studio.trained.includes(run));
  });
});
