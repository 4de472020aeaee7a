import { appendFile, chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RunSummary } from '../../shared/contract/run';
import { UserError } from '../../shared/errors';
import { readResumePoint } from './resume-point';
import { RunLibrary } from './run-library';
import { noNumbers } from './run-numbers';
import { RunStore } from './run-store';
import { stateFile } from './state-file';
import { sampleConfig, stepOf } from './testing';

const garbage = Buffer.from(Array.from({ length: 5000 }, (_, index) => (index * 7919) % 256));
const isRoot = process.getuid?.() === 0;
const line = (step: number) => `${JSON.stringify(stepOf(step))}\n`;

describe('a damaged run', () => {
  let home = '';
  let store: RunStore;
  let library: RunLibrary;
  beforeEach(async () => {
    home = await mkdtemp(join(tmpdir(), 'damaged-'));
    store = new RunStore(home);
    library = new RunLibrary({ dataFolder: home, trash: (folder) => rm(folder, { recursive: true }) });
    for (const run of ['broken', 'good']) {
      await store.create({ ...sampleConfig, run, name: run });
      await store.writeState(run, stateFile('finished', null, null, { ...noNumbers, steps: 2 }));
      await writeFile(store.metricsPath(run), line(1) + line(2));
    }
  });
  afterEach(async () => {
    if (isRoot) process.seteuid?.(0);
    await rm(home, { recursive: true });
  });

  const path = (name: string) => store.path('broken', ...name.split('/'));
  const put = async (name: string, content: Buffer | string) => {
    await rm(path(name), { recursive: true, force: true });
    await writeFile(path(name), content);
  };
  const folderAt = async (name: string) => {
    await rm(path(name), { recursive: true, force: true });
    await mkdir(path(name));
  };
  /** As somebody without the right to read it: root may read everything, and is nobody in the meantime. */
  const forbid = async (name: string) => {
    await chmod(path(name), 0);
    for (const folder of [home, join(home, 'runs'), store.path('broken'), store.path('good')]) {
      if (folder !== path(name)) await chmod(folder, 0o777);
    }
    if (isRoot) process.seteuid?.(65_534);
  };
  const listed = async () => (await store.list()).sort((a, b) => (a.run < b.run ? -1 : 1));

  const damages: [string, () => Promise<unknown>, RegExp][] = [
    ['config.json is missing', () => rm(path('config.json')), /config\.json is missing/],
    ['config.json is empty', () => put('config.json', ''), /config\.json is empty/],
    ['config.json is cut off', () => put('config.json', '{"version":1,"run":"bro'), /config\.json is damaged/],
    ['config.json is garbage', () => put('config.json', garbage), /config\.json is damaged/],
    ['config.json is a list', () => put('config.json', '[1, 2]'), /config\.json is damaged/],
    ['config.json is of something else', () => put('config.json', '{"version":1}'), /wrong with run|wrong with name/],
    ['config.json has a strange version', () => put('config.json', '{"version":"two"}'), /version is no number/],
    ['config.json is a folder', () => folderAt('config.json'), /config\.json is a folder/],
    ['config.json may not be read', () => forbid('config.json'), /No permission to read/],
    ['the folder may not be read', () => forbid(''), /No permission to read/],
  ];
  it.each(damages)('is listed and harms nobody where %s', async (_, damage, reason) => {
    await damage();
    const [broken, good] = await listed();
    expect(broken).toMatchObject({ run: 'broken', damaged: true, hasCheckpoint: false });
    expect(broken?.reason).toMatch(reason);
    expect(good).toMatchObject({ run: 'good', damaged: false, state: 'finished' });
    await expect(store.summary('broken')).rejects.toBeInstanceOf(UserError);
    await expect(library.export('broken', join(home, 'a.zip'))).rejects.toBeInstanceOf(UserError);
    if (isRoot) process.seteuid?.(0);
    await library.delete('broken');
    expect((await listed()).map(({ run }) => run)).toEqual(['good']);
  });

  const losses: [string, () => Promise<unknown>, Partial<RunSummary>, readonly number[]][] = [
    ['state.json is missing', () => rm(path('state.json')), { state: 'interrupted' }, [1, 2]],
    ['state.json is empty', () => put('state.json', ''), { state: 'interrupted' }, [1, 2]],
    ['state.json is garbage', () => put('state.json', garbage), { state: 'interrupted' }, [1, 2]],
    ['state.json is a folder', () => folderAt('state.json'), { state: 'interrupted' }, [1, 2]],
    ['metrics.jsonl is missing', () => rm(path('metrics.jsonl')), { state: 'finished' }, []],
    ['metrics.jsonl is empty', () => put('metrics.jsonl', ''), { state: 'finished' }, []],
    ['metrics.jsonl ends in half a line', () => appendFile(path('metrics.jsonl'), '{"event":"st'), {}, [1, 2]],
    ['metrics.jsonl is garbage', () => put('metrics.jsonl', garbage), {}, []],
    [
      'metrics.jsonl has garbage between its lines',
      () =>
        put(
          'metrics.jsonl',
          Buffer.concat([Buffer.from(line(1)), garbage, Buffer.from(`\n${line(2)}{"event":"step"}\n`)]),
        ),
      ...([{}, [1, 2]] as const),
    ],
    ['checkpoints is a file', () => put('checkpoints', 'file'), { hasCheckpoint: false }, [1, 2]],
    ['there is no folder of checkpoints', () => rm(path('checkpoints'), { recursive: true }), {}, [1, 2]],
    ['labels.json is garbage', () => put('labels.json', garbage), { name: 'broken' }, [1, 2]],
    ['labels.json is a folder', () => folderAt('labels.json'), { name: 'broken' }, [1, 2]],
  ];
  it.each(losses)('opens with what is left where %s', async (_, damage, left, steps) => {
    await damage();
    const [broken, good] = await listed();
    expect(broken).toMatchObject({ run: 'broken', damaged: false, ...left });
    expect(good).toMatchObject({ run: 'good', state: 'finished' });
    const curves = await store.readCurves('broken');
    expect([...curves.steps.step]).toEqual(steps);
    const { events, next } = await store.readLines('broken', 0);
    expect(events.map((event) => event.event === 'step' && event.step)).toEqual(steps);
    expect(next).toBe(curves.next);
  });

  it.each<[string, () => Promise<unknown>, RegExp]>([
    ['is a folder', () => folderAt('metrics.jsonl'), /metrics\.jsonl is a folder/],
    ['may not be read', () => forbid('metrics.jsonl'), /No permission to read/],
  ])('names its metrics.jsonl where that %s', async (_, damage, reason) => {
    await damage();
    expect(await listed()).toMatchObject([{ run: 'broken', damaged: false }, { run: 'good' }]);
    await expect(store.readCurves('broken')).rejects.toThrow(reason);
    await expect(store.readEvents('broken', 0)).rejects.toThrow(reason);
  });

  it.each([
    ['empty', ''],
    ['garbage', garbage],
    ['cut off', Buffer.from([80, 0, 0, 0, 0, 0, 0, 0, 123])],
  ])('names a checkpoint that is %s', async (_, content) => {
    await writeFile(store.checkpoints.path('broken', 'last'), content);
    expect(await listed()).toMatchObject([{ run: 'broken', damaged: false, hasCheckpoint: true }, { run: 'good' }]);
    const reading = readResumePoint(store.checkpoints.path('broken', 'last'));
    await expect(reading).rejects.toBeInstanceOf(UserError);
    await expect(reading).rejects.toThrow('last.safetensors');
  });

  it('passes over files between the folders, and folders of others', async () => {
    await writeFile(join(home, 'runs', 'a-file'), garbage);
    await mkdir(join(home, 'runs', 'empty'));
    await mkdir(join(home, 'runs', 'foreign folder'));
    await writeFile(join(home, 'runs', 'foreign folder', 'config.json'), '{}');
    expect((await listed()).map(({ run }) => run)).toEqual(['broken', 'good']);
    await expect(store.summary('a-file')).rejects.toBeInstanceOf(UserError);
  });

  it('is no reason to list nothing where the folder of the runs is a file', async () => {
    await rm(join(home, 'runs'), { recursive: true });
    await writeFile(join(home, 'runs'), '');
    expect(await store.list()).toEqual([]);
  });
});
