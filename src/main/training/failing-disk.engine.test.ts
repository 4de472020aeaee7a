import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, statfs, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MetricEvent } from '../../shared/contract/metrics';
import type { RunRequest } from '../../shared/contract/run';
import { DatasetStore } from '../datasets';
import { launchNodeChild } from './child';
import { RunService } from './run-service';
import { RunStore } from './run-store';
import { readTensors } from './safetensors';
import { processesFolder, writeHalves } from './testing';

const diskMebibytes = 32;

/** File systems of one's own are for Linux's administrator alone. */
function mayMount(): boolean {
  try {
    execFileSync('unshare', ['--mount', 'true'], { stdio: 'ignore' });
    return process.platform === 'linux';
  } catch {
    return false;
  }
}

/** Runs on a small disk of their own. */
describe.skipIf(!mayMount())('a run whose disk fails', () => {
  let home = '';
  let dataset = '';
  let service: RunService;
  let events: MetricEvent[] = [];
  const mounts: string[] = [];
  const mount = (...words: string[]) => {
    execFileSync('mount', words);
    mounts.push(words.at(-1) ?? '');
  };
  const request: Partial<RunRequest> = { variant: 'resnet8', batch: 32, epochs: 400, seed: 3, augmentation: 'none' };
  const runsFolder = () => join(home, 'runs');

  beforeEach(async () => {
    home = await mkdtemp(join(tmpdir(), 'failing-disk-'));
    const datasets = new DatasetStore(home);
    dataset = (await datasets.import([await writeHalves(join(home, 'source'))])).id;
    await mkdir(runsFolder());
    mount('-t', 'tmpfs', '-o', `size=${diskMebibytes}m`, 'tmpfs', runsFolder());
    service = new RunService({
      ...{ dataFolder: home, datasets, studioVersion: '0.0.0' },
      launch: (entry) => launchNodeChild(join(processesFolder, `${entry}.cjs`)),
    });
    events = [];
    service.onMetrics((metrics) => events.push(...metrics.events));
  });
  afterEach(async () => {
    await service.close();
    for (const place of mounts.splice(0).reverse()) execFileSync('umount', ['--lazy', place]);
    await rm(home, { recursive: true });
  });

  async function until(condition: () => boolean): Promise<void> {
    while (!condition()) await new Promise((resolve) => setTimeout(resolve, 5));
  }
  const evaluations = () => events.filter(({ event }) => event === 'evaluation').length;

  async function startAndWait(): Promise<string> {
    const { run } = await service.start({ ...request, dataset } as RunRequest);
    await until(() => evaluations() >= 2);
    return run;
  }

  async function fillDisk(path: string): Promise<void> {
    const { bavail, bsize } = await statfs(runsFolder());
    await writeFile(path, Buffer.alloc(bavail * bsize, 1)).catch(() => undefined);
  }

  async function expectWholeCheckpoint(run: string): Promise<number> {
    const { tensors, metadata } = await readTensors(new RunStore(home).checkpointPath(run, 'last'));
    expect(tensors.length).toBeGreaterThan(10);
    return Number(metadata.step);
  }

  it('stops with the reason where it is full, keeps its last checkpoint, and goes on when there is room', async () => {
    const run = await startAndWait();
    const filler = join(runsFolder(), 'filler');
    await fillDisk(filler);
    const ended = await service.ended(run);
    expect(ended.state).toBe('failed');
    expect(ended.reason).toMatch(`The disk of ${home} is full`);
    expect(ended.reason).toMatch(/Make room, then resume the run\. The checkpoint of step \d+ is kept\.$/);
    const step = await expectWholeCheckpoint(run);
    expect(ended.reason).toContain(`step ${step} `);
    expect((await new RunStore(home).readState(run)).state).toBe('failed');

    await rm(filler);
    const before = evaluations();
    await service.resume(run);
    await until(() => evaluations() > before + 1);
    await service.stop(run);
    expect((await service.read(run, 0)).summary.state).toBe('stopped');
    expect(await expectWholeCheckpoint(run)).toBeGreaterThan(step);
  });

  it('stops with the reason where its folder cannot be written to any more', async () => {
    const run = await startAndWait();
    const folder = new RunStore(home).path(run);
    mount('--bind', folder, folder);
    execFileSync('mount', ['-o', 'remount,bind,ro', folder]);
    const ended = await service.ended(run);
    expect(ended.state).toBe('failed');
    expect(ended.reason).toMatch(`The data folder ${home} cannot be written to any more (EROFS)`);
    expect((await service.list()).find((each) => each.run === run)).toEqual(ended);
    await expectWholeCheckpoint(run);
    await expect(service.resume(run)).rejects.toThrow('read-only');

    execFileSync('mount', ['-o', 'remount,bind,rw', folder]);
    const before = evaluations();
    await service.resume(run);
    await until(() => evaluations() > before);
    await service.stop(run);
    expect((await service.read(run, 0)).summary.state).toBe('stopped');
  });

  it('trains on where its dataset is removed meanwhile, and is not resumed without it', async () => {
    const run = await startAndWait();
    await rm(join(home, 'datasets', dataset), { recursive: true });
    const before = evaluations();
    await until(() => evaluations() > before + 1);
    await service.stop(run);
    expect((await service.read(run, 0)).summary.state).toBe('stopped');
    await expectWholeCheckpoint(run);
    await expect(service.resume(run)).rejects.toThrow(dataset);
  });
});
