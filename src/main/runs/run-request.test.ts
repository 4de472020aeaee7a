import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { noNumbers } from './run-numbers';
import { askTrainer, watchRequests, type RunWant } from './run-request';
import { RunStore } from './run-store';
import { stateFile } from './state-file';
import { sampleConfig } from './testing';

describe('a request to the process that trains a run', () => {
  let home = '';
  let store: RunStore;
  beforeEach(async () => {
    home = await mkdtemp(join(tmpdir(), 'requests-'));
    store = new RunStore(home);
    await store.create(sampleConfig);
  });
  afterEach(() => rm(home, { recursive: true }));
  const enter = (state: 'training' | 'paused' | 'stopped', pid: number | null = process.pid) =>
    store.writeState('sample', stateFile(state, null, pid, noNumbers));

  it('is done by that process, and resolves when it is done', async () => {
    await enter('training');
    const wanted: RunWant[] = [];
    watchRequests(store, 'sample', (want) => {
      wanted.push(want);
      void enter(want === 'pause' ? 'paused' : 'training');
    });
    await askTrainer(store, 'sample', 'pause');
    expect((await store.summary('sample')).state).toBe('paused');
    await askTrainer(store, 'sample', 'continue');
    expect((await store.summary('sample')).state).toBe('training');
    expect(wanted).toEqual(['pause', 'continue']);
    expect(await readdir(store.path('sample'))).not.toContain('.request.json');
  });

  it('is left alone where another process was meant, or nobody can understand it', async () => {
    const wanted: RunWant[] = [];
    watchRequests(store, 'sample', (want) => wanted.push(want));
    for (const text of [JSON.stringify({ version: 1, want: 'pause', pid: process.pid + 1 }), '{"version": 2', '']) {
      await writeFile(store.requestPath('sample'), text);
      await expect.poll(() => readdir(store.path('sample'))).not.toContain('.request.json');
    }
    expect(wanted).toEqual([]);
  });

  it('is refused where nothing trains the run', async () => {
    await expect(askTrainer(store, 'sample', 'pause')).rejects.toThrow('does not train (queued)');
    await enter('training', 2 ** 30);
    await expect(askTrainer(store, 'sample', 'pause')).rejects.toThrow('does not train (interrupted)');
    await enter('stopped', null);
    await expect(askTrainer(store, 'sample', 'continue')).rejects.toThrow('cannot be continued');
    await expect(askTrainer(store, 'other', 'pause')).rejects.toThrow('There is no run "other"');
  });

  it('ends where the process does not answer, and is taken back', async () => {
    await enter('training');
    await expect(askTrainer(store, 'sample', 'pause', 1)).rejects.toThrow(/does not answer/);
    expect(await readdir(store.path('sample'))).not.toContain('.request.json');
  });
});
