import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RunSummary } from '../../../shared/contract/run';
import { MetricsWriter } from '../../runs/metrics/metrics-file';
import { noNumbers } from '../../runs/run-numbers';
import { RunStore } from '../../runs/run-store';
import { stateFile } from '../../runs/state-file';
import { sampleConfig, sampleManifest, stepOf } from '../../runs/testing';
import { runCommandLine } from './program';

describe('runs', () => {
  let home = '';
  let store: RunStore;
  beforeEach(async () => {
    home = await mkdtemp(join(tmpdir(), 'runs-command-'));
    vi.stubEnv('XDG_DATA_HOME', join(home, 'share'));
    vi.spyOn(process, 'platform', 'get').mockReturnValue('linux');
    useStore('here');
    await create('first', 'Baseline', 'finished');
    await create('second', 'Plain', 'stopped');
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    vi.unstubAllEnvs();
    await rm(home, { recursive: true });
  });

  function useStore(name: string) {
    vi.stubEnv('RESIDUAL_STUDIO_HOME', join(home, name));
    store = new RunStore(join(home, name));
  }

  async function create(run: string, name: string, state: 'finished' | 'stopped' | 'training') {
    await store.create({ ...sampleConfig, run, name });
    const writer = new MetricsWriter(store.metricsPath(run));
    writer.append([stepOf(1), stepOf(2)]);
    await writer.close();
    const pid = state === 'training' ? process.pid : null;
    await store.writeState(run, stateFile(state, null, pid, { ...noNumbers, steps: 2, testError: 0.125 }));
  }

  const run = (...words: string[]) => command('runs', ...words);
  async function command(...words: string[]) {
    const [printed, noted]: string[][] = [[], []];
    const exitCode = await runCommandLine(words, {
      version: '1.2.3',
      processes: join(home, 'nothing'),
      isTerminal: false,
      print: (text) => void printed?.push(text),
      note: (text) => void noted?.push(text),
    });
    return { exitCode, output: printed?.join('\n') ?? '', notes: noted?.join('') ?? '' };
  }
  const json = async (...words: string[]) => JSON.parse((await run(...words, '--json')).output) as unknown;
  const names = async (...words: string[]) => ((await json(...words)) as RunSummary[]).map(({ name }) => name).sort();

  it('says whether the dataset is still what the run learnt from', async () => {
    const dataset = join(home, 'here', 'datasets', 'shapes');
    const keep = async (contentHash: string) => {
      await mkdir(dataset, { recursive: true });
      await writeFile(join(dataset, 'manifest.json'), JSON.stringify({ ...sampleManifest, contentHash }));
    };
    expect(await json('show', 'first')).toMatchObject({ datasetStanding: 'gone' });
    expect((await run('show', 'first')).output).toContain('Shapes, which is in the store no longer');
    await keep('abc');
    expect(await json('show', 'first')).toMatchObject({
      datasetStanding: 'same',
      trainedOn: { dataset: 'shapes', contentHash: 'abc' },
    });
    expect((await run('show', 'first')).output).toMatch(/^dataset +Shapes$/m);
    await keep('other');
    expect(await json('show', 'first')).toMatchObject({ datasetStanding: 'changed' });
    expect((await run('show', 'first')).output).toContain('Shapes, which has changed since the run was made');

    const resumed = await command('resume', 'second', '--json');
    expect(resumed).toMatchObject({ exitCode: 1, output: '' });
    expect(resumed.notes).toContain('The dataset "Shapes" has changed since the run was made');
    expect((await store.summary('second')).state).toBe('stopped');

    await writeFile(store.checkpoints.path('first', 'best'), 'no weights');
    const said = 'The dataset "Shapes" has changed since the run learnt from it.';
    expect((await command('classify', 'first', join(home, 'picture.png'))).notes).toContain(said);
    await keep('abc');
    expect((await command('classify', 'first', join(home, 'picture.png'))).notes).not.toContain(said);
  });

  it('shows one whole, by its id or its name', async () => {
    const shown = await json('show', 'Baseline');
    expect(shown).toEqual(await json('show', 'first'));
    expect(shown).toMatchObject({
      run: 'first',
      name: 'Baseline',
      state: 'finished',
      steps: 2,
      testError: 0.125,
      seconds: 2,
      folder: store.path('first'),
      config: { training: { batch: 10 } },
      files: [{ name: 'config.json' }, { name: 'metrics.jsonl' }, { name: 'state.json', bytes: expect.any(Number) }],
    });
    const { output } = await run('show', 'first');
    expect(output).toMatch(/^name +Baseline$/m);
    expect(output).toMatch(/^test error +12\.5 %$/m);
    expect(output).toMatch(/^steps +2 of 40$/m);
  });

  it('reports one as a page, in either language, and writes over no file', async () => {
    const [english, korean] = [join(home, 'en.html'), join(home, 'ko.html')];
    expect(await json('report', 'Baseline', '--output', english)).toEqual({ run: 'first', file: english });
    expect(await readFile(english, 'utf8')).toContain('<dt>Steps</dt>');
    await run('report', 'first', '--output', korean, '--language', 'ko');
    expect(await readFile(korean, 'utf8')).toContain('<dt>스텝</dt>');
    expect(await run('report', 'second', '--output', english)).toMatchObject({
      exitCode: 1,
      notes: expect.stringContaining('already'),
    });
    expect(await run('report', 'first', '--output', join(home, 'no', 'such.html'))).toMatchObject({ exitCode: 1 });
    expect(await run('report', 'first')).toMatchObject({ exitCode: 2 });
  });

  it('renames one, which keeps everything else', async () => {
    const before = await store.readConfig('first');
    expect(await json('rename', 'Baseline', '  With option B ')).toMatchObject({ run: 'first', name: 'With option B' });
    expect(await store.readConfig('first')).toEqual(before);
    expect(await json('show', 'With option B')).toMatchObject({ run: 'first', config: { name: 'With option B' } });
    expect(await names()).toEqual(['Plain', 'With option B']);
    expect(await run('rename', 'first', ' ')).toMatchObject({ exitCode: 1, notes: expect.stringMatching(/1 to 200/) });
  });

  it('deletes several, and none where one of them is not there', async () => {
    const missing = await run('delete', 'first', 'third');
    expect(missing).toMatchObject({ exitCode: 1, notes: expect.stringContaining('There is no run "third"') });
    expect(await names()).toEqual(['Baseline', 'Plain']);
    expect(await json('delete', 'first', 'Plain', 'second')).toEqual({ deleted: ['first', 'second'] });
    expect(await names()).toEqual([]);
    expect((await readdir(join(home, 'share', 'Trash', 'files'))).sort()).toEqual(['first', 'second']);
  });

  it('deletes for good where that is said', async () => {
    expect((await run('delete', 'first', '--for-good')).output).toBe('Run first is deleted.');
    expect(await names()).toEqual(['Plain']);
    expect(await readdir(home)).toEqual(['here']);
  });

  it('tags one, takes tags off again, and finds it by them', async () => {
    expect(await json('tag', 'first', 'Paper', '#to show, Paper')).toMatchObject({ tags: ['Paper', 'to show'] });
    expect((await run('tag', 'first', 'option b', '--remove', 'paper')).output).toBe(
      'Run first has the tags to show, option b.',
    );
    expect((await run('tag', 'first')).output).toContain('to show, option b');
    expect(await names('--tag', 'Option B', '--tag', 'to show')).toEqual(['Baseline']);
    expect(await names('--tag', 'option')).toEqual([]);
    expect(await names('--search', '#option')).toEqual(['Baseline']);
    expect(await json('tag', 'first', '--clear')).toMatchObject({ tags: [] });
    const tooLong = await run('tag', 'first', 'x'.repeat(41));
    expect([tooLong.exitCode, tooLong.notes]).toEqual([1, expect.stringContaining('cannot be noted')]);
  });

  it('writes a note, which is found and printed', async () => {
    await run('note', 'second', 'Diverges after\nstep 500.');
    expect((await run('note', 'second')).output).toBe('Diverges after\nstep 500.');
    expect((await run('show', 'second')).output).toMatch(/^note +Diverges after step 500\.$/m);
    expect(await names('--search', 'plain DIVERGES')).toEqual(['Plain']);
    expect(await names('--search', 'baseline diverges')).toEqual([]);
    expect(await json('note', 'second', '')).toMatchObject({ note: '' });
  });

  it('stars and archives several', async () => {
    await run('star', 'first', 'second');
    await run('star', 'second', '--off');
    expect(await names('--starred')).toEqual(['Baseline']);
    expect((await run()).output).toMatch(/^first +\* Baseline/m);
    expect(await json('archive', 'second')).toMatchObject([{ run: 'second', archived: true }]);
    expect(await names()).toEqual(['Baseline']);
    expect(await names('--archived')).toEqual(['Plain']);
    expect(await names('--all')).toEqual(['Baseline', 'Plain']);
    await run('archive', 'second', '--off');
    expect(await names()).toEqual(['Baseline', 'Plain']);
    await create('third', 'Training', 'training');
    const refused = await run('archive', 'third');
    expect([refused.exitCode, refused.notes]).toEqual([1, expect.stringContaining('stop it before')]);
  });

  it('sorts by any column', async () => {
    const order = async (...words: string[]) => ((await json(...words)) as RunSummary[]).map(({ run }) => run);
    expect(await order('--sort', 'name')).toEqual(['first', 'second']);
    expect(await order('--sort', 'name', '--reverse')).toEqual(['second', 'first']);
    expect(await order('--sort', 'state')).toEqual(['first', 'second']);
    expect((await run('--sort', 'colour')).exitCode).toBe(2);
  });

  it('lists one that is damaged, and deletes it', async () => {
    await writeFile(store.path('first', 'config.json'), '');
    expect((await run()).output).toMatch(/^first +first +damaged/m);
    expect(await run('show', 'first')).toMatchObject({ exitCode: 1, notes: expect.stringContaining('is empty') });
    expect(await json('delete', 'first')).toEqual({ deleted: ['first'] });
    expect(await names()).toEqual(['Plain']);
  });

  it('leaves one that trains alone', async () => {
    await create('third', 'Training', 'training');
    const { exitCode, notes } = await run('delete', 'third');
    expect([exitCode, notes]).toEqual([1, expect.stringContaining('stop it before')]);
    expect(await names()).toEqual(['Baseline', 'Plain', 'Training']);
  });

  it('asks for the id where several have the name', async () => {
    await run('rename', 'second', 'Baseline');
    const { exitCode, notes } = await run('show', 'Baseline');
    expect([exitCode, notes]).toEqual([1, expect.stringMatching(/by its id: (first, second|second, first)/)]);
    expect((await run('show', 'second')).exitCode).toBe(0);
  });

  it.each([
    [['show'], "missing required argument 'run'"],
    [['delete'], "missing required argument 'run'"],
    [['export', 'first'], "missing required argument 'file'"],
    [['sho', 'first'], 'too many arguments'],
  ])('runs %s is wrong usage', async (words, message) => {
    expect(await run(...words)).toMatchObject({ exitCode: 2, notes: expect.stringContaining(message) });
  });
});
