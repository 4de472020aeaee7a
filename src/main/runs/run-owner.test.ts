import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ownIdentity } from '../files/process-identity';
import { RunLibrary } from './run-library';
import { noNumbers } from './run-numbers';
import { holdRun, settleElsewhere, withRun } from './run-owner';
import { RunStore } from './run-store';
import { stateFile } from './state-file';
import { sampleConfig } from './testing';

const run = 'sample';

describe('the owner of a run', () => {
  let home = '';
  let store: RunStore;
  let library: RunLibrary;
  beforeEach(async () => {
    home = await mkdtemp(join(tmpdir(), 'owner-'));
    store = new RunStore(home);
    library = new RunLibrary({ dataFolder: home, trash: () => Promise.resolve() });
    await store.create(sampleConfig);
    await store.writeState(run, stateFile('finished', null, null, noNumbers));
  });
  afterEach(() => rm(home, { recursive: true }));

  const leave = (of: 'owner' | 'trainer', change: object) =>
    writeFile(
      store.lockPath(run, of),
      JSON.stringify({ version: 1, ...ownIdentity(), since: '', token: 'other', ...change }),
    );
  const work = () => withRun(store, run, () => Promise.resolve('done'));

  it('is one at a time, and leaves nothing behind', async () => {
    const lock = await holdRun(store, run);
    await expect(work()).rejects.toThrow(`Run ${run} is in use by process ${process.pid}`);
    await expect(library.remove(run)).rejects.toThrow('is in use');
    await expect(library.export(run, join(home, 'run.zip'))).rejects.toThrow('is in use');
    await lock.release();
    expect(await work()).toBe('done');
    expect(await readdir(store.folder)).toEqual([run]);
  });

  it('is also a trainer that has lost its host', async () => {
    await leave('trainer', {});
    await expect(work()).rejects.toThrow('is in use');
    await leave('trainer', { started: 'before' });
    expect(await work()).toBe('done');
  });

  it.each(['owner', 'trainer'] as const)('of another machine stays until it is taken over (%s)', async (of) => {
    await leave(of, { host: 'elsewhere', pid: 17 });
    await expect(work()).rejects.toMatchObject({
      message: expect.stringMatching(/process 17 of elsewhere.*take it over/),
      option: '--take-over',
    });
    expect(await withRun(store, run, () => Promise.resolve('done'), { takeOver: true })).toBe('done');
  });

  it('of another machine that trains is ended only where it is said to be gone', async () => {
    const other = { ...ownIdentity(), host: 'elsewhere', pid: 17 };
    await store.writeState(run, { ...stateFile('training', null, 17, noNumbers), ...other });
    await expect(settleElsewhere(store, run, {})).rejects.toThrow('process 17 of elsewhere');
    await expect(library.delete(run)).rejects.toThrow('process 17 of elsewhere');
    expect((await store.summary(run)).state).toBe('training');
    await settleElsewhere(store, run, { takeOver: true });
    expect(await store.summary(run)).toMatchObject({ state: 'interrupted' });
    expect(await readFile(store.metricsPath(run), 'utf8')).toContain('"state":"interrupted"');
  });
});
