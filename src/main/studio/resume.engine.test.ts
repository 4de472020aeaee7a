import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { RunRequest } from '../../shared/contract/run';
import { DatasetImporter } from '../datasets/import/dataset-importer';
import type { ChildHandle } from '../launch/child';
import { launchNodeChild } from '../launch/child';
import { RunService, type RunServiceOptions } from './run-service';
import { RunStore } from '../runs/run-store';
import { readTensors } from '../engine/weights/safetensors';
import { startFrom } from '../runs/starting-weights';
import { curveOf, processesFolder, writeHalves } from '../runs/testing';

/** Epochs of 12 steps; the plateau of five epochs without improvement is reached since the error soon is 0. */
const recipe: Partial<RunRequest> = {
  variant: 'resnet8',
  batch: 32,
  learningRate: 0.05,
  schedule: 'plateau',
  augmentation: 'standard',
  seed: 11,
  steps: 110,
};

/** The whole way of runs that end and go on, in real processes. */
describe('a resumed run', () => {
  let home = '';
  let dataset = '';
  let datasets: DatasetImporter;
  let service: RunService;
  let child: ChildHandle | undefined;
  let reached = 0;
  let whole: { run: string; curve: string[] };

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'resuming-'));
    datasets = new DatasetImporter(home);
    dataset = (await datasets.import([await writeHalves(join(home, 'source'))])).id;
    open();
    const { run } = await service.start({ ...recipe, dataset } as RunRequest);
    await service.ended(run);
    whole = { run, curve: curveOf((await service.read(run, 0)).events) };
    await service.close();
  });
  afterAll(() => rm(home, { recursive: true }));
  beforeEach(open);
  afterEach(() => service.close());

  const options = (): RunServiceOptions => ({
    startFrom,
    dataFolder: home,
    datasets,
    studioVersion: '0.0.0',
    launch: (entry) => (child = launchNodeChild(join(processesFolder, `${entry}.cjs`))),
  });

  function open() {
    service = new RunService(options());
    service.onMetrics(({ events }) => {
      for (const event of events) if (event.event === 'step') reached = event.step;
    });
  }

  async function untilStep(run: string, step: number) {
    let over = false;
    void service.ended(run).then(() => (over = true));
    while (reached < step && !over) await new Promise((resolve) => setTimeout(resolve, 2));
  }

  async function start(changes: Partial<RunRequest> = {}): Promise<string> {
    reached = 0;
    return (await service.start({ ...recipe, dataset, ...changes } as RunRequest)).run;
  }

  async function expectWhole(run: string) {
    const summary = await service.ended(run);
    expect(summary).toMatchObject({ state: 'finished', steps: 110 });
    expect(curveOf((await service.read(run, 0)).events)).toEqual(whole.curve);
    const [one, other] = await Promise.all(
      [run, whole.run].map(
        async (name) => (await readTensors(new RunStore(home).checkpoints.path(name, 'last'))).tensors,
      ),
    );
    expect(one).toEqual(other);
  }

  it('has a curve with a drop of the learning rate after a plateau', () => {
    expect(whole.curve.some((line) => line.endsWith(' 0.005'))).toBe(true);
  });

  it.each([3, 12, 13, 90])('is the one that was never stopped: stopped about step %i', async (step) => {
    const run = await start();
    await untilStep(run, step);
    await service.stop(run);
    expect((await service.read(run, 0)).summary.state).toBe('stopped');
    await service.resume(run);
    await expectWhole(run);
  });

  it.each([2, 12, 40])('is the one that was never killed: killed about step %i', async (step) => {
    const run = await start();
    await untilStep(run, step);
    process.kill(child?.pid ?? 0, 'SIGKILL');
    expect((await service.ended(run)).state).toBe('failed');
    await service.resume(run);
    await expectWhole(run);
  });

  it('is trained by one of two that resume it at once', async () => {
    const run = await start();
    await untilStep(run, 5);
    await service.stop(run);
    const other = new RunService(options());
    const both = await Promise.allSettled([service.resume(run), other.resume(run)]);
    const refused = both.flatMap((each) => (each.status === 'rejected' ? [String(each.reason)] : []));
    expect(refused).toEqual([expect.stringMatching(/is in use by process|is not over/)]);
    await other.ended(run);
    await expectWhole(run);
    await other.close();
  });

  it('loses no more than since its last checkpoint where it is killed within an epoch', async () => {
    const run = await start({ checkpoints: { minutes: 1e-6, every: 0, keep: 3 } });
    const path = new RunStore(home).checkpoints.path(run, 'last');
    const kept = async (): Promise<number> => {
      const file = await readTensors(path).catch(() => null);
      return Number(file?.metadata['step'] ?? 0);
    };
    await expect.poll(kept, { interval: 1, timeout: 30_000 }).toBeGreaterThan(0);
    process.kill(child?.pid ?? 0, 'SIGKILL');
    expect((await service.ended(run)).state).toBe('failed');
    const step = await kept();
    const steps: number[] = [];
    const leave = service.onMetrics(({ events }) => {
      for (const event of events) if (event.event === 'step') steps.push(event.step);
    });
    await service.resume(run);
    await expectWhole(run);
    leave();
    expect(steps[0]).toBe(step + 1);
    // Epochs have 12 steps, and one that was kept at its end would show nothing.
    expect(step % 12).not.toBe(0);
  });

  it('is the same after several ends, with AdamW and averaged weights', async () => {
    const changes: Partial<RunRequest> = { steps: 40, optimizer: 'adamw', learningRate: 0.001, ema: 0.9 };
    const once = await start(changes);
    await service.ended(once);
    const run = await start(changes);
    for (const step of [5, 14, 30]) {
      await untilStep(run, step);
      await service.stop(run).catch(() => undefined);
      if ((await service.ended(run)).state === 'finished') break;
      await service.resume(run);
    }
    expect((await service.ended(run)).state).toBe('finished');
    const curve = async (name: string) => curveOf((await service.read(name, 0)).events);
    expect(await curve(run)).toEqual(await curve(once));
  });

  it('is refused where nothing is left to do, and becomes longer where more epochs are named', async () => {
    const run = await start({ steps: undefined, epochs: 2, schedule: 'constant' });
    await service.ended(run);
    await expect(service.resume(run)).rejects.toThrow(/is finished.*up to how many epochs/);
    await expect(service.resume(run, 2)).rejects.toThrow('name more epochs');
    await service.resume(run, 3);
    const longer = await service.ended(run);
    expect(longer).toMatchObject({ state: 'finished', steps: 36, totalSteps: 36 });
    const once = await start({ steps: undefined, epochs: 3, schedule: 'constant' });
    await service.ended(once);
    const curve = async (name: string) => curveOf((await service.read(name, 0)).events);
    expect(await curve(run)).toEqual(await curve(once));
  });
});
