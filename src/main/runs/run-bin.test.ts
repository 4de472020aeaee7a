import { mkdir, mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RunState } from '../../shared/contract/run';
import { RunLibrary } from './run-library';
import { noNumbers } from './run-numbers';
import { RunStore } from './run-store';
import { stateFile } from './state-file';
import { sampleConfig } from './testing';
import { plainTrash, type Trash } from '../files/trash';

describe('removing a run', () => {
  let home = '';
  let store: RunStore;
  let library: RunLibrary;
  let trash: Trash;
  beforeEach(async () => {
    home = await mkdtemp(join(tmpdir(), 'bin-'));
    vi.stubEnv('XDG_DATA_HOME', join(home, 'share'));
    vi.spyOn(process, 'platform', 'get').mockReturnValue('linux');
    store = new RunStore(join(home, 'data'));
    trash = plainTrash(join(home, 'data'));
    library = new RunLibrary({ dataFolder: join(home, 'data'), trash: (folder) => trash(folder) });
    await create('over', 'finished');
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    vi.unstubAllEnvs();
    await rm(home, { recursive: true });
  });

  async function create(run: string, state: RunState, name = run) {
    await store.create({ ...sampleConfig, run, name });
    const pid = state === 'training' ? process.pid : null;
    await store.writeState(run, stateFile(state, null, pid, noNumbers));
  }
  const listed = async () => (await store.list()).map(({ run }) => run);
  const inTrash = () => readdir(join(home, 'share', 'Trash', 'files')).catch(() => []);

  it('takes it off the list, and back again with everything in it', async () => {
    const before = await library.files('over');
    await library.remove('over');
    expect(await listed()).toEqual([]);
    await expect(store.summary('over')).rejects.toThrow('no run "over"');
    expect(await library.restore('over')).toMatchObject({ run: 'over', state: 'finished' });
    expect(await library.files('over')).toEqual(before);
    await expect(library.restore('over')).rejects.toThrow('cannot be brought back');
  });

  it('moves it to the trash of the desktop, from where it goes back to its own place', async () => {
    await library.remove('over');
    await library.discard('over');
    expect(await inTrash()).toEqual(['over']);
    const note = await readFile(join(home, 'share', 'Trash', 'info', 'over.trashinfo'), 'utf8');
    expect(note.split('\n')[1]).toBe(`Path=${store.path('over')}`);
    expect(note.split('\n')[2]).toMatch(/^DeletionDate=\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/);
    await rename(join(home, 'share', 'Trash', 'files', 'over'), store.path('over'));
    expect(await store.list()).toMatchObject([{ run: 'over', name: 'over', state: 'finished' }]);
  });

  it('keeps apart runs of one name in the trash', async () => {
    for (const name of ['first', 'second', 'third']) {
      if (name !== 'first') await create('over', 'finished', name);
      await library.delete('over');
    }
    expect((await inTrash()).sort()).toEqual(['over', 'over 2', 'over 3']);
  });

  it('has a trash of its own where there is none of the desktop', async () => {
    vi.spyOn(process, 'platform', 'get').mockReturnValue('win32');
    await library.delete('over');
    expect(await readdir(join(home, 'data', '.trash'))).toEqual(['over']);
    expect(await listed()).toEqual([]);
  });

  it('deletes for good where that is asked for', async () => {
    await library.delete('over', { forGood: true });
    expect([await listed(), await inTrash()]).toEqual([[], []]);
    expect(await readdir(store.removedPath())).toEqual([]);
  });

  it('leaves a run that goes on alone, and says what to do', async () => {
    await create('alive', 'training');
    await expect(library.remove('alive')).rejects.toThrow('stop it');
    await expect(library.delete('nobody')).rejects.toThrow('no run "nobody"');
    expect(await listed()).toEqual(['over', 'alive']);
  });

  it('discards what was removed alone', async () => {
    for (const run of ['over', 'nobody', 'a'.repeat(5000)]) {
      await expect(library.discard(run), run.slice(0, 10)).rejects.toThrow(
        /among those that were removed|is not a run/,
      );
    }
    await library.remove('over');
    await library.discard('over');
    await expect(library.discard('over')).rejects.toThrow('no run "over" among those that were removed');
  });

  it('keeps the run where the trash does not take it', async () => {
    trash = () => Promise.reject(new Error('no trash today'));
    await expect(library.delete('over')).rejects.toThrow('no trash today');
    expect(await listed()).toEqual(['over']);
    await library.remove('over');
    await expect(library.discard('over')).rejects.toThrow('no trash today');
    expect((await library.restore('over')).run).toBe('over');
  });

  it('does not put a run back over another of its name', async () => {
    await library.remove('over');
    await create('over', 'stopped', 'Another');
    await expect(library.restore('over')).rejects.toThrow('in the store already');
    await library.empty();
    expect(await inTrash()).toEqual(['over']);
    expect(await store.list()).toMatchObject([{ name: 'Another' }]);
  });

  it('brings to the trash what a studio that was killed had removed', async () => {
    await create('second', 'failed');
    await mkdir(store.removedPath());
    await library.remove('over');
    await library.remove('second');
    await new RunLibrary({ dataFolder: join(home, 'data'), trash }).empty();
    expect((await inTrash()).sort()).toEqual(['over', 'second']);
    expect(await readdir(join(home, 'data', 'runs'))).toEqual([]);
  });
});
