import { appendFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RunState } from '../../shared/contract/run';
import { MetricsWriter } from './metrics/metrics-file';
import { endEvent, noNumbers, RunSummation } from './run-numbers';
import { RunStore } from './run-store';
import { stateFile } from './state-file';
import { evaluationOf, sampleConfig, stepOf } from './testing';

/** Above the highest number that Linux, macOS and Windows give. */
const noProcess = 2 ** 30;

describe('RunStore', () => {
  let home = '';
  let store: RunStore;
  beforeEach(async () => {
    home = await mkdtemp(join(tmpdir(), 'runs-'));
    store = new RunStore(home);
  });
  afterEach(() => rm(home, { recursive: true }));

  const create = async (run: string, state: RunState, pid: number | null, createdAt = '2026-01-01T00:00:00.000Z') => {
    await store.create({ ...sampleConfig, run, createdAt });
    await store.writeState(run, stateFile(state, null, pid, { ...noNumbers, steps: 7, validationError: 0.25 }));
  };

  it('lists nothing where there is no folder yet', async () => {
    expect(await store.list()).toEqual([]);
  });

  it('lists the newest first, with the numbers of state.json', async () => {
    await create('old', 'finished', null);
    await create('new', 'stopped', null, '2026-01-02T00:00:00.000Z');
    const runs = await store.list();
    expect(runs.map(({ run }) => run)).toEqual(['new', 'old']);
    expect(runs[0]).toMatchObject({
      state: 'stopped',
      model: 'resnet8',
      steps: 7,
      totalSteps: 40,
      validationError: 0.25,
    });
    expect(runs[0]?.hasCheckpoint).toBe(false);
  });

  it('shows a run as interrupted once its process is gone', async () => {
    await create('gone', 'training', noProcess);
    await create('waiting', 'queued', noProcess);
    await create('alive', 'training', process.pid);
    const states = Object.fromEntries((await store.list()).map(({ run, state }) => [run, state]));
    expect(states).toEqual({ gone: 'interrupted', waiting: 'interrupted', alive: 'training' });
    expect((await store.summary('gone')).reason).toContain('ended while the run trained');
  });

  it('goes on listing beside damaged and foreign folders', async () => {
    await create('good', 'finished', null);
    await create('no-state', 'finished', null);
    await create('bad-config', 'finished', null);
    await writeFile(store.path('no-state', 'state.json'), '{"version":1,"sta');
    await writeFile(store.path('bad-config', 'config.json'), 'not json');
    await mkdir(join(home, 'runs', 'foreign folder'));
    await writeFile(join(home, 'runs', '.DS_Store'), '');
    const runs = Object.fromEntries((await store.list()).map((summary) => [summary.run, summary]));
    expect(Object.keys(runs).sort()).toEqual(['bad-config', 'good', 'no-state']);
    expect(runs['good']?.state).toBe('finished');
    expect(runs['no-state']).toMatchObject({ state: 'interrupted', reason: expect.stringContaining('state.json') });
    expect(runs['bad-config']).toMatchObject({ damaged: true, reason: expect.stringContaining('config.json') });
  });

  it('reads metrics from a line on, without one that was not finished', async () => {
    await create('run', 'training', process.pid);
    const path = store.metricsPath('run');
    expect(await store.readEvents('run', 0)).toEqual([]);
    const events = [stepOf(1), stepOf(2), evaluationOf('validation', 2, 0.5), stepOf(3)];
    const writer = new MetricsWriter(path);
    writer.append(events.slice(0, 3));
    writer.append(events.slice(3));
    await writer.close();
    await appendFile(path, '{"event":"step","st');
    expect(await store.readEvents('run', 0)).toEqual(events);
    expect(await store.readEvents('run', 3)).toEqual(events.slice(3));

    const next = new MetricsWriter(path);
    expect(next.lines).toBe(4);
    next.append([stepOf(4)]);
    await next.close();
    expect(await store.readEvents('run', 0)).toEqual([...events, stepOf(4)]);
  });

  it('prefers the best checkpoint to the last, and says where there is none', async () => {
    await create('run', 'finished', null);
    await expect(store.checkpoints.find('run')).rejects.toThrow('no checkpoint yet');
    await writeFile(store.checkpoints.path('run', 'last'), '');
    expect(await store.checkpoints.find('run')).toBe(store.checkpoints.path('run', 'last'));
    await writeFile(store.checkpoints.path('run', 'best'), '');
    expect(await store.checkpoints.find('run')).toBe(store.checkpoints.path('run', 'best'));
    expect((await store.summary('run')).hasCheckpoint).toBe(true);
  });

  it.each(['..', '../datasets', '.hidden', 'a/b', 'a\\b', ''])('does not take %j for a run', (name) => {
    expect(() => store.path(name)).toThrow('is not a run');
    expect(() => store.removedPath(name)).toThrow('is not a run');
  });

  it('keeps the newest checkpoints of epochs, in the order of the epochs', async () => {
    await create('run', 'training', process.pid);
    for (const epoch of [2, 4, 10, 9_999, 10_000]) {
      await writeFile(store.checkpoints.epochPath('run', epoch), 'weights');
    }
    await writeFile(store.checkpoints.path('run', 'best'), 'weights');
    await store.checkpoints.pruneEpochs('run', 0);
    expect(await store.checkpoints.names('run')).toHaveLength(6);
    await store.checkpoints.pruneEpochs('run', 2);
    expect(await store.checkpoints.names('run')).toEqual(['best', 'epoch-9999', 'epoch-10000']);
  });
});

describe('RunSummation', () => {
  it('sums up a run for its last line', () => {
    const summation = new RunSummation();
    for (let step = 1; step <= 60; step += 1) summation.add({ ...stepOf(step), loss: step });
    summation.add(evaluationOf('validation', 60, 0.5));
    summation.add(evaluationOf('validation', 60, 0.4));
    summation.add(evaluationOf('test', 60, 0.3));
    const numbers = { steps: 60, seconds: 60, trainLoss: 35.5, validationError: 0.4, testError: 0.3 };
    expect(endEvent('run', 'finished', summation.numbers)).toEqual({
      event: 'end',
      run: 'run',
      state: 'finished',
      ...numbers,
    });
  });
});
