import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RunState } from '../../../shared/contract/run';
import { FileLock, takeLock } from '../../files/file-lock';
import { QueueFile } from '../../runs/queue/queue-file';
import { noNumbers } from '../../runs/run-numbers';
import { RunStore } from '../../runs/run-store';
import { stateFile } from '../../runs/state-file';
import { sampleConfig } from '../../runs/testing';
import { runCommandLine } from './program';
import { enqueue, noteOthers } from './queueing';

describe('the window’s queue on the command line', () => {
  let home = '';
  let store: RunStore;
  let queue: QueueFile;
  beforeEach(async () => {
    home = await mkdtemp(join(tmpdir(), 'queue-command-'));
    vi.stubEnv('RESIDUAL_STUDIO_HOME', home);
    store = new RunStore(home);
    queue = new QueueFile(home);
    for (const run of ['one', 'two', 'three']) await create(run, 'queued', null);
    await queue.change(() => ['one', 'two', 'three']);
  });
  afterEach(async () => {
    vi.unstubAllEnvs();
    await rm(home, { recursive: true });
  });

  async function create(run: string, state: RunState, pid: number | null) {
    await store.create({ ...sampleConfig, run, name: `Run ${run}` });
    await store.writeState(run, stateFile(state, null, pid, noNumbers));
  }

  function context() {
    const [printed, noted]: [string[], string[]] = [[], []];
    const given = {
      version: '1.2.3',
      processes: join(home, 'nothing'),
      isTerminal: false,
      print: (text: string) => void printed.push(text),
      note: (text: string) => void noted.push(text),
    };
    return { given, output: () => printed.join('\n'), notes: () => noted.join('') };
  }

  async function run(...words: string[]) {
    const { given, output, notes } = context();
    return { exitCode: await runCommandLine(words, given), output: output(), notes: notes() };
  }

  it('is listed with its order', async () => {
    const { output } = await run('runs');
    expect(output).toMatch(/^two +Run two +queued \(2\)/m);
    expect(JSON.parse((await run('runs', '--json')).output)).toHaveLength(3);
  });

  it('is put in another order', async () => {
    const { output } = await run('runs', 'move', 'Run three', 'first');
    expect(output.split('\n')).toEqual(['1  three  Run three', '2  one  Run one', '3  two  Run two']);
    const json = await run('runs', 'move', 'one', 'down', '--json');
    expect(JSON.parse(json.output)).toEqual({ queue: ['three', 'two', 'one'] });
    expect(await run('runs', 'move', 'one', 'sideways')).toMatchObject({ exitCode: 2 });
  });

  it('lets runs be cancelled, which count as stopped', async () => {
    expect(JSON.parse((await run('runs', 'cancel', 'one', 'Run two', '--json')).output)).toEqual({
      cancelled: ['one', 'two'],
    });
    expect([(await store.summary('one')).state, await queue.read()]).toEqual(['stopped', ['three']]);
    const again = await run('runs', 'cancel', 'one');
    expect([again.exitCode, again.notes]).toEqual([1, expect.stringContaining('does not wait in the queue')]);
  });

  it('takes a run from `train --queue`, and says whether the window is there to train it', async () => {
    const summary = await store.summary('two');
    const services = { dataFolder: home, queue, runs: { summary: async () => summary } as never };
    const closed = context();
    expect(await enqueue(services, () => Promise.resolve(summary), false, closed.given)).toBe(0);
    expect(closed.output()).toBe('Run two, run two, is number 2 in the queue.');
    expect(closed.notes()).toContain('not open');

    const lock = await takeLock(join(home, 'studio.lock'));
    const open = context();
    await enqueue(services, () => Promise.resolve(summary), true, open.given);
    expect(JSON.parse(open.output())).toEqual({ event: 'queued', run: 'two', place: 2 });
    expect(open.notes()).toBe('');
    if (lock instanceof FileLock) await lock.release();
  });

  it('is where a run could have waited that starts beside another one', async () => {
    await create('busy', 'training', process.pid);
    const { given, notes } = context();
    await noteOthers({ runs: { list: () => store.list() } as never }, given);
    expect(notes()).toMatch(/^Run busy \(run busy\) trains in another process.*beside it.*--queue/);
  });

  it('has a place for each run alone: where it computes, the window says', async () => {
    const words = ['train', '--dataset', 'x', '--model', 'resnet20', '--queue', '--device', 'cpu'];
    expect(await run(...words)).toMatchObject({ exitCode: 2, notes: expect.stringContaining('--device') });
  });
});
