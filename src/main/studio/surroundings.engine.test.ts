import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, writeSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished, type TestContext } from 'vitest';
import type { RunRequest } from '../../shared/contract/run';
import { DatasetImporter } from '../datasets/import/dataset-importer';
import { classFolders, writeTree } from '../datasets/pictures/testing-pictures';
import type { ChildHandle } from '../launch/child';
import { launchNodeChild } from '../launch/child';
import { RunService } from './run-service';
import { RunStore } from '../runs/run-store';
import { readTensors } from '../engine/weights/safetensors';
import { startFrom } from '../runs/starting-weights';
import { curveOf, processesFolder, writeHalves } from '../runs/testing';

/** Epochs of 12 steps, with checkpoints after each. */
const recipe: Partial<RunRequest> = {
  variant: 'resnet8',
  batch: 32,
  learningRate: 0.05,
  schedule: 'constant',
  augmentation: 'standard',
  seed: 4,
  epochs: 8,
  checkpoints: { every: 1, keep: 2 },
};

/** @returns what the system said against it; an empty text where it was done. */
function command(...[program = '', ...words]: string[]): string {
  const { status, stderr, error } = spawnSync(program, words, { encoding: 'utf8' });
  return status === 0 ? '' : error ? error.message : stderr.trim() || `exit code ${status}`;
}

/** Leaves a test out, by name, where the system does not let it make what it needs. */
function needs(context: TestContext, refusal: string): void {
  if (refusal !== '') context.skip(`needs what this system refuses: ${refusal}`);
}

function unmountAfterwards(folder: string): void {
  onTestFinished(() => void command('umount', '-l', folder));
}

/** Writes until nothing more goes onto the disk. */
function fillDisk(path: string): void {
  const file = openSync(path, 'w');
  try {
    for (let bytes = 2 ** 20; bytes >= 1;) {
      try {
        writeSync(file, Buffer.alloc(bytes));
      } catch (error) {
        expect((error as NodeJS.ErrnoException).code).toBe('ENOSPC');
        bytes = Math.floor(bytes / 2);
      }
    }
  } finally {
    closeSync(file);
  }
}

/** A process keeps what memory it has. @returns what the system said against it. */
function giveNoMoreMemory(pid: number): string {
  const pages = Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[0]);
  return command('prlimit', '--pid', String(pid), `--as=${pages * 4096}`);
}

/** What goes wrong around a run that trains, made by the system itself. */
describe('a run', () => {
  let root = '';
  let whole: string[] = [];
  let service: RunService;
  let child: ChildHandle | undefined;
  let reached = 0;

  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'surroundings-'));
    const { run } = await begin(await open('plain'));
    expect((await service.ended(run)).state).toBe('finished');
    whole = curveOf((await service.read(run, 0)).events);
    await service.close();
  });
  afterEach(() => service.close());
  afterAll(() => rm(root, { recursive: true }));

  /** A data folder with a dataset. */
  async function open(name: string) {
    const home = join(root, name);
    await mkdir(home, { recursive: true });
    const datasets = new DatasetImporter(home);
    const dataset = (await datasets.import([await writeHalves(join(root, 'source'))])).id;
    service = new RunService({
      startFrom,
      dataFolder: home,
      datasets,
      studioVersion: '0.0.0',
      launch: (entry) => (child = launchNodeChild(join(processesFolder, `${entry}.cjs`))),
    });
    service.onMetrics(({ events }) => {
      for (const event of events) if (event.event === 'step') reached = event.step;
    });
    return { home, dataset, datasets };
  }

  async function begin({ dataset }: { dataset: string }, changes: Partial<RunRequest> = {}) {
    reached = 0;
    return service.start({ ...recipe, dataset, ...changes } as RunRequest);
  }

  async function untilStep(run: string, step: number) {
    let over = false;
    void service.ended(run).then(() => (over = true));
    while (reached < step && !over) await new Promise((resolve) => setTimeout(resolve, 2));
  }

  async function untilCheckpoint(home: string, run: string) {
    const path = new RunStore(home).checkpoints.path(run, 'last');
    await expect.poll(() => existsSync(path), { timeout: 60_000, interval: 2 }).toBe(true);
  }

  /** The checkpoint that the reason names is there, and whole. */
  async function expectKept(home: string, run: string, reason: string | null) {
    const { metadata, tensors } = await readTensors(new RunStore(home).checkpoints.path(run, 'last'));
    expect(Number(/The checkpoint of step (\d+) is kept\.$/.exec(reason ?? '')?.[1])).toBeGreaterThanOrEqual(12);
    expect(Number(metadata['step'])).toBeGreaterThanOrEqual(12);
    expect(tensors.every(({ data }) => data.every(Number.isFinite))).toBe(true);
  }

  async function expectToGoOn(run: string) {
    await service.resume(run);
    expect(await service.ended(run)).toMatchObject({ state: 'finished', reason: null });
    expect(curveOf((await service.read(run, 0)).events)).toEqual(whole);
  }

  it('ends where the disk is full, and goes on when there is room', async (context) => {
    const home = join(root, 'small');
    await mkdir(home);
    needs(context, command('mount', '-t', 'tmpfs', '-o', 'size=24m', 'tmpfs', home));
    unmountAfterwards(home);
    const { run } = await begin(await open('small'));
    await untilCheckpoint(home, run);
    fillDisk(join(home, 'filler'));
    const { state, reason } = await service.ended(run);
    expect(state).toBe('failed');
    expect(reason).toMatch(/The disk of .* is full.*Make room, and resume the run/);
    await expectKept(home, run, reason);
    expect((await new RunStore(home).summary(run)).state).toMatch(/failed|interrupted/);
    await rm(join(home, 'filler'));
    await expectToGoOn(run);
  });

  it('ends where its folder becomes read-only, and is shown as over though that cannot be written', async (context) => {
    const { home, dataset } = await open('locked');
    const { run } = await begin({ dataset });
    await untilCheckpoint(home, run);
    // Files that are open stay below the new mount, and so they do not keep it from being locked.
    needs(context, command('mount', '--bind', home, home));
    unmountAfterwards(home);
    needs(context, command('mount', '-o', 'remount,ro,bind', home));
    const { state, reason } = await service.ended(run);
    expect(state).toBe('failed');
    expect(reason).toMatch(/has become read-only.*Make it writable again, and resume the run/);
    await expectKept(home, run, reason);
    const [listed] = await service.list();
    expect(listed).toMatchObject({ run, state: 'failed', reason });
    expect(await new RunStore(home).summary(run)).toMatchObject({
      state: 'interrupted',
      reason: expect.stringContaining('What was written until then is kept'),
    });
    await expect(service.resume(run)).rejects.toThrow(new RegExp(`runs/${run} is read-only`));
    expect(command('umount', home)).toBe('');
    await expectToGoOn(run);
  });

  it('goes on where its dataset is removed, whose pictures it holds, and is not resumed without them', async () => {
    const { home, dataset, datasets } = await open('removed');
    const { run } = await begin({ dataset });
    await untilStep(run, 5);
    await datasets.remove(dataset);
    expect((await service.ended(run)).state).toBe('finished');
    expect(curveOf((await service.read(run, 0)).events)).toEqual(whole);
    await expect(service.resume(run, 9)).rejects.toThrow(`no dataset`);
    expect((await new RunStore(home).summary(run)).state).toBe('finished');
  });

  it('ends with the name of a picture that is removed with its folder, where it was left in its place', async () => {
    const { datasets } = await open('originals');
    const source = await writeTree(join(root, 'pictures'), classFolders({ cat: 300, dog: 300 }));
    const choices = { size: 32, validationShare: 0.1, testShare: 0.1, keep: 'originals' } as const;
    const { id } = await datasets.import([source], { choices });
    const { run } = await begin({ dataset: id }, { batch: 8 });
    await untilStep(run, 1);
    await rm(source, { recursive: true });
    const { state, reason } = await service.ended(run);
    expect(state).toBe('failed');
    expect(reason).toContain(`There is no file or folder ${source}`);
  });

  it.skipIf(process.platform !== 'linux')('ends with advice where memory runs out', async (context) => {
    const { home, dataset } = await open('memory');
    const { run } = await begin({ dataset }, { batch: 200, epochs: 1000 });
    await untilCheckpoint(home, run);
    await service.stop(run);
    let refusal: string | undefined;
    service.onChanged(({ state }) => {
      if (state === 'training') refusal ??= giveNoMoreMemory(child?.pid ?? 0);
    });
    await service.resume(run);
    await expect.poll(() => refusal, { timeout: 60_000, interval: 2 }).toBeDefined();
    needs(context, refusal ?? '');
    const { state, reason } = await service.ended(run);
    expect(state).toBe('failed');
    expect(reason).toMatch(/not enough memory.*Try a batch of 100|(?:crashed|killed).*Try a smaller batch/);
    const file = await readTensors(new RunStore(home).checkpoints.path(run, 'last'));
    expect(file.tensors.every(({ data }) => data.every(Number.isFinite))).toBe(true);
  });
});
