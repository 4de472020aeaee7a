import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { RunLibrary } from './run-library';
import { noNumbers } from './run-numbers';
import { RunStore } from './run-store';
import { stateFile } from './state-file';
import { sampleConfig } from './testing';

let home = '';
let store: RunStore;
let library: RunLibrary;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'versions-'));
  store = new RunStore(home);
  library = new RunLibrary({ dataFolder: home, trash: () => Promise.resolve() });
  await store.create(sampleConfig);
  await store.writeState('sample', stateFile('finished', null, null, noNumbers));
});
afterEach(() => rm(home, { recursive: true }));

/** Changes a value of a JSON file of the run. */
async function change(file: string, values: object) {
  const path = store.path('sample', file);
  const before = await readFile(path, 'utf8').catch(() => '{}');
  await writeFile(path, JSON.stringify({ ...(JSON.parse(before) as object), ...values }));
}

describe('a run of an earlier version', () => {
  beforeEach(() =>
    cp(join(import.meta.dirname, 'fixtures', 'run-without-version'), store.path('old'), { recursive: true }),
  );

  it('is read as one of the present version', async () => {
    expect(await store.summary('old')).toMatchObject({
      run: 'old',
      name: 'old',
      state: 'stopped',
      model: 'resnet20',
      steps: 2,
      totalSteps: 40,
      damaged: false,
      reason: null,
      testError: null,
      tags: [],
      starred: false,
    });
    const { training, ...config } = await store.readConfig('old');
    expect(config).toMatchObject({ version: 1, run: 'old', studioVersion: 'unknown', recipe: null });
    expect(training).toMatchObject({ optimizer: 'sgd', warmup: null, ema: 0, milestones: [0.5, 0.75] });
    expect((await store.readCurves('old')).steps.loss).toEqual(Float64Array.of(0.7, 0.6));
  });

  it('is renamed without a change to what decides its result', async () => {
    const before = await readFile(store.path('old', 'config.json'), 'utf8');
    expect(await library.rename('old', 'Draft')).toMatchObject({ name: 'Draft' });
    expect(await readFile(store.path('old', 'config.json'), 'utf8')).toBe(before);
  });
});

describe('a run of a newer version', () => {
  it.each(['config.json', 'state.json'])('is listed, named and refused by its %s', async (file) => {
    await change(file, { version: 7, shape: 'unheard of' });
    const [listed] = await store.list();
    expect(listed).toMatchObject({ damaged: true, reason: expect.stringContaining('newer version of the studio') });
    expect(listed?.reason).toContain(`${file} was made by a newer version of the studio (format 7;`);
    await expect(store.summary('sample')).rejects.toThrow('Update the studio');
    await library.remove('sample');
    expect(await store.list()).toEqual([]);
  });

  it('keeps labels that only it understands', async () => {
    await change('labels.json', { version: 2, colour: 'red' });
    expect(await store.summary('sample')).toMatchObject({ name: 'Sample', tags: [], damaged: false });
    await expect(library.label('sample', { starred: true })).rejects.toThrow('newer version');
    expect(JSON.parse(await readFile(store.path('sample', 'labels.json'), 'utf8'))).toMatchObject({ colour: 'red' });
  });
});

describe('labels', () => {
  it('are kept beside what decides the result', async () => {
    await library.label('sample', { tags: ['a', 'b c'], note: 'one\ntwo', starred: true });
    await library.label('sample', { archived: true });
    await library.rename('sample', ' Renamed ');
    expect(JSON.parse(await readFile(store.path('sample', 'labels.json'), 'utf8'))).toEqual({
      version: 1,
      name: 'Renamed',
      tags: ['a', 'b c'],
      note: 'one\ntwo',
      starred: true,
      archived: true,
    });
    expect((await store.readConfig('sample')).name).toBe('Sample');
    expect(await store.summary('sample')).toMatchObject({ name: 'Renamed', tags: ['a', 'b c'], archived: true });
  });

  it.each([
    [{ tags: ['a,b'] }, 'comma'],
    [{ tags: [''] }, 'tags.0'],
    [{ note: 'x'.repeat(20_001) }, 'note'],
    [{ tags: Array.from({ length: 21 }, (_, index) => `${index}`) }, 'tags'],
  ])('cannot be %j', async (labels, message) => {
    await expect(library.label('sample', labels)).rejects.toThrow(message);
    expect(await store.summary('sample')).toMatchObject({ tags: [], note: '' });
  });

  it('that are damaged cost a run nothing but them, are told of, and are kept', async () => {
    const damaged = '{"version":1,"tags":';
    await writeFile(store.path('sample', 'labels.json'), damaged);
    const before = await store.summary('sample');
    expect(before).toMatchObject({ name: 'Sample', state: 'finished', damaged: false });
    expect(before.labelsProblem?.text).toMatch(/labels\.json is damaged/);
    const after = await library.label('sample', { starred: true });
    expect(after).toMatchObject({ starred: true });
    expect(after.labelsProblem).toBeUndefined();
    const [aside] = (await readdir(store.path('sample'))).filter((name) => name.startsWith('labels.broken-'));
    expect(await readFile(store.path('sample', aside ?? ''), 'utf8')).toBe(damaged);
    expect(await readFile(store.path('sample', 'log.txt'), 'utf8')).toContain(aside);
  });

  it('lose nothing where many change them at once', async () => {
    // Another process has a line of its own.
    vi.resetModules();
    const { RunLibrary: OtherLibrary } = await import('./run-library');
    const other = new OtherLibrary({ dataFolder: home, trash: () => Promise.resolve() });
    const changes = Array.from({ length: 20 }, (_, index) => [
      (index % 2 ? library : other).tag('sample', (tags) => [...tags, `tag ${index}`]),
      (index % 2 ? other : library).rename('sample', `Name ${index}`),
    ]);
    await Promise.all(changes.flat());
    const { tags, name } = await store.summary('sample');
    expect([...tags].sort()).toEqual(Array.from({ length: 20 }, (_, index) => `tag ${index}`).sort());
    expect(name).toMatch(/^Name \d+$/);
    expect((await readdir(store.path('sample'))).filter((file) => file.startsWith('.'))).toEqual([]);
  });
});

describe('a folder that was copied', () => {
  it('is a run of its own name', async () => {
    await cp(store.path('sample'), store.path('copy'), { recursive: true });
    expect((await store.readConfig('copy')).run).toBe('copy');
    await store.writeConfig({ ...(await store.readConfig('copy')), name: 'Copy' });
    expect((await store.summary('sample')).name).toBe('Sample');
  });
});
