import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { MetricEvent, StepEvent } from '../../shared/contract/metrics';
import type { RunRequest } from '../../shared/contract/run';
import { DatasetImporter } from '../datasets/import/dataset-importer';
import type { ChildHandle } from '../launch/child';
import { launchNodeChild } from '../launch/child';
import { readCheckpoint } from '../engine/weights/checkpoint';
import { RunService } from './run-service';
import { RunStore } from '../runs/run-store';
import { readTensors } from '../engine/weights/safetensors';
import { startFrom } from '../runs/starting-weights';
import { processesFolder, writeHalves } from '../runs/testing';

/** The whole way of a run, in real processes. */
describe('a run', () => {
  let home = '';
  let dataset = '';
  let datasets: DatasetImporter;
  let service: RunService;
  let children: ChildHandle[] = [];
  let streamed: MetricEvent[] = [];
  const request = (changes: Partial<RunRequest>): RunRequest => ({
    dataset,
    variant: 'resnet8',
    batch: 32,
    learningRate: 0.05,
    augmentation: 'none',
    schedule: 'constant',
    ...changes,
  });
  const steps = (): StepEvent[] => streamed.filter((event): event is StepEvent => event.event === 'step');
  const untilStep = async (step: number) => {
    while (steps().length < step) await new Promise((resolve) => setTimeout(resolve, 5));
  };
  const isAlive = (pid = 0): boolean => {
    try {
      return process.kill(pid, 0);
    } catch {
      return false;
    }
  };

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'training-'));
    datasets = new DatasetImporter(home);
    dataset = (await datasets.import([await writeHalves(join(home, 'source'))])).id;
  });
  afterAll(() => rm(home, { recursive: true }));
  const open = () => {
    [children, streamed] = [[], []];
    service = new RunService({
      startFrom,
      dataFolder: home,
      datasets,
      studioVersion: '0.0.0',
      launch: (entry) => {
        const child = launchNodeChild(join(processesFolder, `${entry}.cjs`));
        children.push(child);
        return child;
      },
    });
    service.onMetrics(({ from, events }) => {
      expect(from).toBe(streamed.length);
      streamed.push(...events);
    });
  };
  afterEach(async () => {
    await service.close();
    expect(children.map(({ pid }) => isAlive(pid))).toEqual(children.map(() => false));
  });

  it('learns, and streams just what stands in its metrics', async () => {
    open();
    const { run } = await service.start(request({ steps: 30 }));
    const summary = await service.ended(run);
    expect(summary).toMatchObject({ state: 'finished', reason: null, steps: 30, hasCheckpoint: true });
    const losses = steps().map(({ loss }) => loss);
    const mean = (values: number[]) => values.reduce((total, value) => total + value, 0) / values.length;
    expect(losses).toHaveLength(30);
    expect(mean(losses.slice(-5))).toBeLessThan(mean(losses.slice(0, 5)) / 2);
    expect(summary.testError).toBeLessThanOrEqual(0.1);
    expect((await service.read(run, 0)).events).toEqual(streamed);
    expect(streamed.at(-1)).toMatchObject({ event: 'end', run, state: 'finished', testError: summary.testError });
    expect(streamed.filter(({ event }) => event === 'responses').length).toBeGreaterThanOrEqual(2);
    const events = new RunStore(home).eventsPath(run);
    const [eventFile = '', ...others] = await readdir(events);
    expect(others).toEqual([]);
    const written = await readFile(join(events, eventFile), 'latin1');
    expect(written.split('train/loss')).toHaveLength(31);
    expect(written).toContain('test/top5_error');
    expect(written).toContain('responses/layer3.0.conv2');
    const { network, classes } = await readCheckpoint(await service.checkpoint(run));
    expect([network.variant.name, network.inputShape, classes.length]).toEqual(['resnet8', [8, 8, 1], 2]);
  });

  it('holds still and goes on, and the curve is that of a run that never paused', async () => {
    open();
    const wanted = request({ steps: 25, seed: 3, augmentation: 'standard' });
    const { run: straight } = await service.start(wanted);
    await service.ended(straight);
    const expected = steps().map(({ loss }) => loss);
    streamed = [];
    const { run } = await service.start(wanted);
    await untilStep(5);
    await service.pause(run);
    while ((await service.list()).find((each) => each.run === run)?.state !== 'paused') {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    const { tensors, metadata } = await readTensors(new RunStore(home).checkpoints.path(run, 'last'));
    const done = steps().length;
    expect(tensors.length).toBeGreaterThan(0);
    expect(Number(metadata['step'])).toBe(done);
    await service.continue(run);
    expect((await service.ended(run)).state).toBe('finished');
    expect(steps().map(({ loss }) => loss)).toEqual(expected);
    await expect(service.pause(run)).rejects.toThrow('does not train (finished)');
  });

  it('can be stopped and killed while it holds still', async () => {
    open();
    for (const atOnce of [false, true]) {
      streamed = [];
      const { run } = await service.start(request({ steps: 2000 }));
      await untilStep(3);
      await service.pause(run);
      while ((await service.list()).find((each) => each.run === run)?.state !== 'paused') {
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      await service.stop(run, atOnce);
      expect((await service.ended(run)).state).toBe(atOnce ? 'interrupted' : 'stopped');
    }
  });

  it('keeps checkpoints of epochs, from which another run branches', async () => {
    open();
    const { run } = await service.start(request({ epochs: 5, checkpoints: { every: 1, keep: 2 } }));
    await service.ended(run);
    const store = new RunStore(home);
    expect(await store.checkpoints.names(run)).toEqual(['best', 'last', 'epoch-0004', 'epoch-0005']);
    const from = { run, checkpoint: 'epoch-0004' };
    streamed = [];
    const branch = await service.start(request({ steps: 2, learningRate: 1e-6, from }));
    await service.ended(branch.run);
    const { config } = await service.read(branch.run, 0);
    const { metadata } = await readTensors(store.checkpoints.epochPath(run, 4));
    expect(config.parent).toMatchObject({ ...from, step: Number(metadata['step']) });
    expect(steps()[0]?.loss).toBeLessThan(0.5);
    const missing = { run, checkpoint: 'epoch-0001' };
    await expect(service.start(request({ steps: 2, from: missing }))).rejects.toThrow(
      'has no checkpoint "epoch-0001". It has: best, last, epoch-0004, epoch-0005.',
    );
  });

  it('gives the same curve and weights again from the same seed, bit for bit', async () => {
    open();
    const train = async () => {
      streamed = [];
      const { run } = await service.start(
        request({ variant: 'resnet20', steps: 20, seed: 7, augmentation: 'standard' }),
      );
      await service.ended(run);
      const { tensors } = await readTensors(new RunStore(home).checkpoints.path(run, 'last'));
      return { losses: steps().map(({ loss }) => loss), tensors };
    };
    const first = await train();
    const again = await train();
    expect(new Set(children.map(({ pid }) => pid)).size).toBe(2);
    expect(first.losses).toHaveLength(20);
    expect(again.losses).toEqual(first.losses);
    for (const [index, { name, data }] of first.tensors.entries()) {
      expect(again.tensors[index]?.data, name).toEqual(data);
    }
  });

  it('stops within a step, with a checkpoint of that step', async () => {
    open();
    const { run } = await service.start(request({ steps: 100_000 }));
    await untilStep(5);
    const seen = steps().length;
    await service.stop(run);
    // The step that was being computed, and those that were reported together with it.
    expect(steps().length - seen).toBeLessThanOrEqual(20);
    const { summary, events } = await service.read(run, 0);
    expect(summary).toMatchObject({ state: 'stopped', steps: steps().length, testError: null });
    expect(events).toEqual(streamed);
    const { metadata } = await readTensors(new RunStore(home).checkpoints.path(run, 'last'));
    expect(metadata['step']).toBe(String(steps().length));
  });

  it('is marked as failed when its process is killed, and the next one trains', async () => {
    open();
    const { run } = await service.start(request({ steps: 100_000 }));
    await untilStep(5);
    process.kill(children[0]?.pid ?? 0, 'SIGKILL');
    const killed = await service.ended(run);
    expect(killed.state).toBe('failed');
    expect(killed.reason).toMatch(/SIGKILL.*smaller batch/);
    expect((await service.read(run, 0)).events).toEqual(streamed);
    expect(killed.steps).toBe(steps().length);
    streamed = [];
    const next = await service.start(request({ steps: 2 }));
    expect((await service.ended(next.run)).state).toBe('finished');
  });

  it('keeps what AdamW and averaging go on from in the last checkpoint, and the averages as weights in the best', async () => {
    open();
    const options = { optimizer: 'adamw', ema: 0.9, labelSmoothing: 0.1, clipNorm: 1, warmup: null } as const;
    const { run } = await service.start(request({ steps: 30, learningRate: 0.003, ...options }));
    expect(await service.ended(run)).toMatchObject({ state: 'finished', reason: null });
    const store = new RunStore(home);
    const [last, best] = await Promise.all([
      readTensors(store.checkpoints.path(run, 'last')),
      readTensors(store.checkpoints.path(run, 'best')),
    ]);
    const names = last.tensors.map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining(['exp_avg.conv1.weight', 'exp_avg_sq.fc.bias', 'ema.bn1.running_var']),
    );
    expect(last.tensors.find(({ name }) => name === 'optimizer.step')?.data).toEqual(Float32Array.of(30));
    expect(best.tensors.map(({ name }) => name)).toEqual(names.filter((name) => !/^(exp_|ema\.|optimizer)/.test(name)));
    expect((await readCheckpoint(store.checkpoints.path(run, 'last'))).tensors).toEqual(
      best.tensors.map(({ name }) => ({ ...last.tensors.find((other) => other.name === `ema.${name}`), name })),
    );
    const { config } = await service.read(run, 0);
    expect(config.recipe?.deviations).toMatchObject({ optimizer: { recipe: 'sgd', run: 'adamw' }, ema: { run: 0.9 } });
  });

  it('chooses the precision itself, and says so in its log and to whoever watches', async () => {
    open();
    const notes: string[] = [];
    service.onNote(({ text }) => void notes.push(text));
    const { run } = await service.start(request({ steps: 2, precision: 'auto' }));
    expect((await service.ended(run)).state).toBe('finished');
    const { config } = await service.read(run, 0);
    expect(['float32', 'bfloat16']).toContain(config.training.precision);
    expect(notes).toEqual([config.precisionReason]);
    expect(await readFile(new RunStore(home).path(run, 'log.txt'), 'utf8')).toContain(notes[0]);
  });

  it('keeps the last good checkpoint where it diverges later, and says so', async () => {
    open();
    // The rate grows until the weights, which the decay then turns over, are no longer numbers.
    const growing = { learningRate: 1000, weightDecay: 1, warmup: { until: 'step', place: 0.9 } } as const;
    const { run } = await service.start(request({ steps: 100_000, ...growing }));
    const { state, reason, hasCheckpoint } = await service.ended(run);
    expect([state, hasCheckpoint]).toEqual(['failed', true]);
    const kept = /The checkpoint of step (\d+) is kept\.$/.exec(reason ?? '')?.[1];
    const { metadata, tensors } = await readTensors(new RunStore(home).checkpoints.path(run, 'last'));
    expect(metadata['step']).toBe(kept);
    expect(tensors.every(({ data }) => data.every(Number.isFinite))).toBe(true);
  });

  it('fails with the step and the way out where it diverges', async () => {
    open();
    const { run } = await service.start(request({ steps: 200, learningRate: 1000, weightDecay: 1 }));
    const { state, reason } = await service.ended(run);
    expect(state).toBe('failed');
    expect(reason).toMatch(/at step \d+ with learning rate 1000.*such as 100\./);
    expect(streamed.at(-1)).toMatchObject({ event: 'end', state: 'failed' });
  });
});
