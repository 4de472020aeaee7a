import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RunSummary } from '../../../shared/contract/run';
import { MetricsWriter } from '../../runs/metrics/metrics-file';
import { noNumbers } from '../../runs/run-numbers';
import { RunStore } from '../../runs/run-store';
import { stateFile } from '../../runs/state-file';
import { processesFolder, sampleConfig, stepOf } from '../../runs/testing';
import { runCommandLine } from './program';

/** With the importer that ships. */
describe('runs', () => {
  let home = '';
  let store: RunStore;
  beforeEach(async () => {
    home = await mkdtemp(join(tmpdir(), 'run-archive-command-'));
    useStore('here');
    await create('first', 'Baseline');
  });
  afterEach(async () => {
    vi.unstubAllEnvs();
    await rm(home, { recursive: true });
  });

  function useStore(name: string) {
    vi.stubEnv('RESIDUAL_STUDIO_HOME', join(home, name));
    store = new RunStore(join(home, name));
  }

  async function create(run: string, name: string) {
    await store.create({ ...sampleConfig, run, name });
    const writer = new MetricsWriter(store.metricsPath(run));
    writer.append([stepOf(1), stepOf(2)]);
    await writer.close();
    await store.writeState(run, stateFile('finished', null, null, { ...noNumbers, steps: 2, testError: 0.125 }));
  }

  async function run(...words: string[]) {
    const [printed, noted]: string[][] = [[], []];
    const exitCode = await runCommandLine(['runs', ...words], {
      version: '1.2.3',
      processes: processesFolder,
      isTerminal: false,
      print: (text) => void printed?.push(text),
      note: (text) => void noted?.push(text),
    });
    return { exitCode, output: printed?.join('\n') ?? '', notes: noted?.join('') ?? '' };
  }
  const json = async (...words: string[]) => JSON.parse((await run(...words, '--json')).output) as unknown;
  const names = async (...words: string[]) => ((await json(...words)) as RunSummary[]).map(({ name }) => name).sort();

  it('moves one to another machine as a zip', async () => {
    const file = join(home, 'baseline.zip');
    expect(await json('export', 'Baseline', file)).toEqual({ run: 'first', file });
    const before = await json('show', 'first');
    const again = await run('import', file);
    expect([again.exitCode, again.notes]).toEqual([1, expect.stringContaining('Run first is in the store already')]);
    useStore('there');
    expect(await json('import', file)).toMatchObject({ run: 'first', name: 'Baseline' });
    expect(await json('show', 'first')).toEqual({ ...(before as object), folder: store.path('first') });
    await rm(join(home, 'here', 'runs', 'first'), { recursive: true });
    expect(await names()).toEqual(['Baseline']);
  });
});
