import { appendFile, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RunState, RunSummary } from '../../shared/contract/run';
import { UserError } from '../../shared/errors';
import type { Trainer } from '../../shared/contract/trainer';
import type { Message } from '../../shared/rpc/carrier';
import type { Emit } from '../../shared/rpc/service';
import type { ChildExit, ChildHandle } from '../launch/child';
import { MetricsWriter } from '../runs/metrics/metrics-file';
import { noNumbers } from '../runs/run-numbers';
import type { RunMetrics } from './run-news';
import { RunService } from './run-service';
import { RunStore } from '../runs/run-store';
import { stateFile } from '../runs/state-file';
import { startFrom } from '../runs/starting-weights';
import { sampleManifest, stepOf } from '../runs/testing';

/** Stands in for the trainer: does to the run's folder what the test says. */
class FakeTrainer implements ChildHandle {
  readonly pid = undefined;
  readonly commands: (Message & { type: 'request' })[] = [];
  readonly #store: RunStore;
  readonly #messages: ((message: unknown) => void)[] = [];
  readonly #exits: ((exit: ChildExit) => void)[] = [];
  #ending = false;

  constructor(home: string) {
    this.#store = new RunStore(home);
  }
  get run(): string {
    const train = this.commands.find(({ name }) => name === 'train');
    if (!train) throw new Error('was not told to train');
    return (train.input as { run: string }).run;
  }
  send = (message: unknown) => {
    const command = message as Message & { type: 'request' };
    this.commands.push(command);
    if (command.name === 'stop') void this.end('stopped');
  };
  onMessage = (listener: (message: unknown) => void) => void this.#messages.push(listener);
  onExit = (listener: (exit: ChildExit) => void) => void this.#exits.push(listener);
  kill = () => this.exit({ code: null, signal: 'SIGKILL' });
  report: Emit<Trainer> = (name, value) => {
    for (const listener of this.#messages) listener({ type: 'event', name, value });
  };
  exit(exit: ChildExit) {
    for (const listener of this.#exits) listener(exit);
  }
  async enter(state: RunState) {
    await this.#store.writeState(this.run, stateFile(state, null, process.pid, noNumbers));
    this.report('state', { state, reason: null });
  }
  async step(number: number) {
    const writer = new MetricsWriter(this.#store.metricsPath(this.run));
    const from = writer.lines;
    writer.append([stepOf(number)]);
    await writer.close();
    this.report('metrics', { from, events: [stepOf(number)] });
  }
  async end(state: RunState) {
    if (this.#ending) return;
    this.#ending = true;
    await this.enter(state);
    this.exit({ code: 0, signal: null });
  }
}

describe('RunService', () => {
  let home = '';
  let service: RunService;
  let trainers: FakeTrainer[] = [];
  let changes: RunSummary[] = [];
  let metrics: RunMetrics[] = [];
  let memory = Infinity;
  let manifest = sampleManifest;
  const request = { dataset: 'shapes', variant: 'resnet8', batch: 10 };
  const stateOf = async (run: string) => (await service.read(run, 0)).summary.state;
  const trainer = (index: number) => {
    const found = trainers[index];
    if (!found) throw new Error(`trainer ${index} was not started`);
    return found;
  };
  const until = async (condition: () => boolean) => {
    while (!condition()) await new Promise((resolve) => setTimeout(resolve, 5));
  };

  beforeEach(async () => {
    home = await mkdtemp(join(tmpdir(), 'service-'));
    [trainers, changes, metrics, memory, manifest] = [[], [], [], Infinity, sampleManifest];
    service = new RunService({
      startFrom,
      dataFolder: home,
      datasets: { read: () => Promise.resolve(manifest) },
      launch: () => {
        const started = new FakeTrainer(home);
        trainers.push(started);
        return started;
      },
      studioVersion: '0.0.0',
      memory: () => Promise.resolve(memory),
    });
    service.onChanged((summary) => changes.push(summary));
    service.onMetrics((event) => metrics.push(event));
  });
  afterEach(async () => {
    await service.close();
    await rm(home, { recursive: true });
  });

  it('trains one run at a time, in the order in which they were started', async () => {
    const [first, second] = [await service.start(request), await service.start(request)];
    expect(first.state).toBe('queued');
    await until(() => trainer(0).commands.length === 1);
    expect(trainer(0).run).toBe(first.run);
    expect(trainers).toHaveLength(1);
    await trainer(0).end('finished');
    await until(() => trainers.length === 2 && trainer(1).commands.length === 1);
    expect(trainer(1).run).toBe(second.run);
    expect(await stateOf(first.run)).toBe('finished');
  });

  it('passes on states and metrics', async () => {
    const { run } = await service.start(request);
    await until(() => trainers[0]?.commands.length === 1);
    await trainer(0).enter('training');
    await trainer(0).step(1);
    await trainer(0).step(2);
    await trainer(0).end('finished');
    await until(() => changes.at(-1)?.state === 'finished');
    expect(metrics).toEqual([
      { run, from: 0, events: [stepOf(1)] },
      { run, from: 1, events: [stepOf(2)] },
    ]);
    expect([...new Set(changes.map(({ state }) => state))]).toEqual(['queued', 'training', 'finished']);
    expect((await service.read(run, 1)).events).toEqual([stepOf(2)]);
  });

  it('marks a run as failed where its process was killed, and keeps what was written', async () => {
    const { run } = await service.start(request);
    await until(() => trainers[0]?.commands.length === 1);
    await trainer(0).enter('training');
    await trainer(0).step(1);
    const store = new RunStore(home);
    await appendFile(store.metricsPath(run), '{"event":"st');
    await writeFile(store.path(run, 'checkpoints', '.last.safetensors.17.tmp'), 'half a checkpoint');
    trainer(0).exit({ code: null, signal: 'SIGKILL' });
    await until(() => changes.at(-1)?.state === 'failed');
    const { summary, events } = await service.read(run, 0);
    expect(summary.reason).toMatch(/SIGKILL.*smaller batch/);
    expect(summary.steps).toBe(1);
    expect(await readdir(store.path(run, 'checkpoints'))).toEqual([]);
    expect(events).toEqual([
      stepOf(1),
      expect.objectContaining({ event: 'end', state: 'failed', steps: 1, trainLoss: 1 }),
    ]);
    expect(metrics.at(-1)).toEqual({ run, from: 1, events: [events[1]] });
  });

  it('takes a waiting run out of the queue', async () => {
    await service.start(request);
    const waiting = await service.start(request);
    await service.stop(waiting.run);
    expect(await stateOf(waiting.run)).toBe('stopped');
    await expect(service.stop(waiting.run)).rejects.toThrow('over already (stopped)');
    await trainer(0).end('finished');
    await service.close();
    expect(trainers).toHaveLength(1);
  });

  it('stops the run that trains, and resolves when it is over', async () => {
    const { run } = await service.start(request);
    await service.stop(run);
    expect(trainer(0).commands.map(({ name }) => name)).toEqual(['train', 'stop']);
    expect(await stateOf(run)).toBe('stopped');
  });

  it('leaves a run as it is where its dataset has changed since', async () => {
    const { run, trainedOn } = await service.start(request);
    expect(trainedOn).toEqual({ dataset: 'shapes', contentHash: 'abc' });
    await service.stop(run);
    manifest = { ...sampleManifest, contentHash: 'other' };
    await expect(service.resume(run)).rejects.toThrow('The dataset "Shapes" has changed since the run was made');
    expect(await stateOf(run)).toBe('stopped');
    expect(trainers).toHaveLength(1);
    manifest = sampleManifest;
    expect((await service.resume(run)).state).toBe('queued');
  });

  it('resumes a run that is over only when its process is gone', async () => {
    const { run } = await service.start(request);
    await until(() => trainers[0]?.commands.length === 1);
    await trainer(0).enter('finished');
    const resumed = service.resume(run, 1000);
    for (let reads = 0; reads < 20; reads++) expect(await stateOf(run)).toBe('finished');
    trainer(0).exit({ code: 0, signal: null });
    expect((await resumed).state).toBe('queued');
    await until(() => trainers.length === 2 && trainer(1).commands.length === 1);
    expect(trainer(1).run).toBe(run);
    expect(await stateOf(run)).toBe('queued');
  });

  it('kills at once where that is wanted', async () => {
    const { run } = await service.start(request);
    await until(() => trainers[0]?.commands.length === 1);
    await service.stop(run, true);
    expect(await service.read(run, 0)).toMatchObject({
      summary: { state: 'interrupted' },
      events: [{ state: 'interrupted' }],
    });
  });

  it('leaves no process and no waiting run when it closes', async () => {
    const [first, second] = [await service.start(request), await service.start(request)];
    await service.close();
    expect(await stateOf(first.run)).toBe('stopped');
    expect(await stateOf(second.run)).toBe('interrupted');
    expect(trainers).toHaveLength(1);
  });

  it('starts nothing where the request does not fit the dataset', async () => {
    await expect(service.start({ ...request, batch: 1000 })).rejects.toThrow(UserError);
    memory = 1024 ** 2;
    await expect(service.start(request)).rejects.toThrow('ResNet-8 with a batch of 10 needs about');
    expect(await service.list()).toEqual([]);
    expect(trainers).toEqual([]);
  });

  it('fails a run whose process cannot be started, and goes on', async () => {
    const broken = new RunService({
      startFrom,
      dataFolder: home,
      datasets: { read: () => Promise.resolve(sampleManifest) },
      studioVersion: '0.0.0',
      launch: () => {
        throw new Error('EAGAIN');
      },
    });
    const { run } = await broken.start(request);
    await broken.close();
    expect((await broken.read(run, 0)).summary).toMatchObject({
      state: 'failed',
      reason: expect.stringContaining('EAGAIN'),
    });
  });
});
