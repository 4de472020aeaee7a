import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RunWant, ToldOfRun } from '../../shared/contract/instance';
import type { RunState } from '../../shared/contract/run';
import { noNumbers } from '../runs/run-numbers';
import { RunStore } from '../runs/run-store';
import { stateFile } from '../runs/state-file';
import { sampleConfig, stepOf } from '../runs/testing';
import type { LocalListener } from '../transport/local-sockets';
import { instanceHandlers, serveInstances } from './instance-service';
import { OtherInstances } from './other-instances';
import type { RunTurns } from './run-turns';

describe('a request to the process that trains a run', () => {
  let home = '';
  let store: RunStore;
  let others: OtherInstances;
  let listeners: LocalListener[] = [];
  beforeEach(async () => {
    home = await mkdtemp(join(tmpdir(), 'instances-'));
    store = new RunStore(home);
    others = new OtherInstances(home, store);
    await store.create(sampleConfig);
  });
  afterEach(async () => {
    for (const listener of listeners) await listener.close();
    listeners = [];
    await rm(home, { recursive: true });
  });
  const enter = (state: RunState, pid: number | null = process.pid) =>
    store.writeState('sample', stateFile(state, null, pid, noNumbers));

  /** A process that trains a run; what it does not say here it never answers. */
  async function train(run: string | null, turns: Partial<RunTurns> = {}) {
    const never = () => new Promise<never>(() => undefined);
    const all = { active: run, hold: never, stop: never, watch: never, ...turns } as RunTurns;
    const listener = await serveInstances(home, instanceHandlers({ turns: all }));
    listeners.push(listener);
    return listener;
  }

  it('is done by that process, and resolves when it is done', async () => {
    await enter('training');
    const wanted: [string, RunWant][] = [];
    await train(null);
    await train('sample', {
      hold: async (run, want) => {
        wanted.push([run, want]);
        await enter(want === 'pause' ? 'paused' : 'training');
      },
    });
    await others.hold('sample', 'pause');
    expect((await store.summary('sample')).state).toBe('paused');
    await others.hold('sample', 'continue');
    expect((await store.summary('sample')).state).toBe('training');
    expect(wanted).toEqual([
      ['sample', 'pause'],
      ['sample', 'continue'],
    ]);
    expect(await readdir(store.path('sample'))).not.toContain('.request.json');
  });

  it('that an earlier version has left in a file does no harm', async () => {
    await enter('training');
    await train('sample', { hold: () => enter('paused') });
    const path = store.path('sample', '.request.json');
    for (const text of [JSON.stringify({ version: 1, want: 'continue', pid: process.pid }), '{"version": 2', '']) {
      await writeFile(path, text);
      await others.hold('sample', 'pause');
      expect((await store.summary('sample')).state).toBe('paused');
      await enter('training');
    }
  });

  it('is refused where nothing trains the run', async () => {
    await expect(others.hold('sample', 'pause')).rejects.toThrow('does not train (queued)');
    await enter('training', 2 ** 30);
    await expect(others.hold('sample', 'pause')).rejects.toThrow('does not train (interrupted)');
    await enter('stopped', null);
    await expect(others.hold('sample', 'continue')).rejects.toThrow('cannot be continued');
    await expect(others.hold('other', 'pause')).rejects.toThrow('There is no run "other"');
  });

  it('ends where the process does not answer, and is taken back', async () => {
    await enter('training');
    const takenBack = new Promise<void>((resolve) => {
      const hold: RunTurns['hold'] = (_run, _want, signal) =>
        new Promise(() => signal.addEventListener('abort', () => resolve()));
      void train('sample', { hold });
    });
    await expect.poll(() => readdir(home)).toContain('sockets');
    await expect(others.hold('sample', 'pause', 100)).rejects.toThrow(/does not answer/);
    await takenBack;
  });

  it('ends where no process says that it trains the run, or the one that does is gone', async () => {
    await enter('training');
    await train('another');
    await expect(others.hold('sample', 'pause')).rejects.toThrow(`The process ${process.pid} that trains run sample`);
    const asked: (() => void)[] = [];
    const listener = await train('sample', { hold: () => new Promise(() => asked.forEach((tell) => tell())) });
    const isAsked = new Promise<void>((resolve) => asked.push(resolve));
    const held = expect(others.hold('sample', 'pause')).rejects.toThrow(/does not answer/);
    await isAsked;
    await listener.close();
    await held;
  });

  it('has a run stopped, with a checkpoint or at once', async () => {
    await enter('training');
    const wanted: [string, boolean][] = [];
    await train('sample', {
      stop: async (run, atOnce) => {
        wanted.push([run, atOnce]);
        return true;
      },
    });
    await others.stop('sample', false);
    await others.stop('sample', true);
    expect(wanted).toEqual([
      ['sample', false],
      ['sample', true],
    ]);
  });

  it('shows what becomes of a run until it is over', async () => {
    await enter('training');
    await train('sample', {
      watch: async (run, tell) => {
        tell({ type: 'metrics', from: 3, events: [stepOf(4)] });
        tell({ type: 'note', text: 'It goes on.' });
        await enter('finished', null);
        return store.summary(run);
      },
    });
    const told: ToldOfRun[] = [];
    const { signal } = new AbortController();
    const last = await others.watch('sample', (news) => void told.push(news), signal);
    expect(last).toEqual(await store.summary('sample'));
    expect(told).toEqual([
      { type: 'metrics', from: 3, events: [stepOf(4)] },
      { type: 'note', text: 'It goes on.' },
    ]);
  });
});
