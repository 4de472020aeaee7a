import { mkdir, mkdtemp, readdir, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { buildNetwork } from '../../shared/network/build';
import { findVariant } from '../../shared/network/variants';
import { UserError } from '../../shared/errors';
import { benchmark } from './benchmark';
import { Engine, type EngineOptions } from './engine';
import { hashedBatch } from './fixtures/hashed-data';
import { loadRuntime, tensorflowInfo } from './runtime';

const network = buildNetwork(findVariant('resnet8'), [16, 16, 3], 10);
const normalization = { mean: [0.4, 0.4, 0.4], standardDeviation: [0.25, 0.25, 0.25] };
const options: EngineOptions = { network, normalization, precision: 'float32' };
const batch = hashedBatch(0, 32, 16 * 16 * 3);

const engines: Engine[] = [];

async function create(changes: Partial<EngineOptions> = {}): Promise<Engine> {
  const engine = await Engine.create({ ...options, ...changes });
  engines.push(engine);
  return engine;
}

afterEach(() => engines.splice(0).forEach((engine) => engine.dispose()));

function losses(engine: Engine, steps: number): number[] {
  return Array.from({ length: steps }, () => engine.trainStep(batch.images, batch.labels, 0.05).loss);
}

describe('initialisation', () => {
  it('follows from the seed alone', async () => {
    const [first, second] = [await create(), await create()];
    first.initialise(7);
    second.initialise(8);
    expect(second.readState()).not.toEqual(first.readState());
    second.initialise(7);
    expect(second.readState()).toEqual(first.readState());
    expect(losses(second, 5)).toEqual(losses(first, 5));
  });

  it('distinguishes seeds beyond 32 bits', async () => {
    const engine = await create();
    engine.initialise(1);
    const before = engine.readState();
    engine.initialise(1 + 2 ** 32);
    expect(engine.readState()).not.toEqual(before);
  });

  it("spreads kernels as He's rule has it, and starts normalisation as the identity", async () => {
    const engine = await create();
    engine.initialise(3);
    const state = new Map(engine.readState().map(({ name, data }) => [name, data]));
    const kernel = state.get('layer3.0.conv2.weight') ?? new Float32Array();
    const spread = Math.sqrt(kernel.reduce((sum, value) => sum + value * value, 0) / kernel.length);
    expect(Math.abs(spread / Math.sqrt(2 / (9 * 64)) - 1)).toBeLessThan(0.02);
    expect(new Set(state.get('bn1.weight'))).toEqual(new Set([1]));
    expect(new Set(state.get('bn1.running_var'))).toEqual(new Set([1]));
    expect(new Set(state.get('momentum.conv1.weight'))).toEqual(new Set([0]));
  });
});

describe('zero initialisation', () => {
  const [first, last] = ['layer1.0.bn1.weight', 'layer1.0.bn2.weight'];

  it('silences every block, so that what it adds is nothing', async () => {
    const [usual, silent] = [await create(), await create({ zeroInitialization: true })];
    usual.initialise(3);
    silent.initialise(3);
    const scale = (engine: Engine, of: string) => new Set(engine.readState().find(({ name }) => name === of)?.data);
    expect([scale(usual, first), scale(usual, last)]).toEqual([new Set([1]), new Set([1])]);
    expect([scale(silent, first), scale(silent, last)]).toEqual([new Set([1]), new Set([0])]);
    const kernel = (engine: Engine) => engine.readState().find(({ name }) => name === 'layer1.0.conv2.weight');
    expect(kernel(silent)).toEqual(kernel(usual));
    const [before = NaN, ...after] = losses(silent, 40);
    expect(after.at(-1)).toBeLessThan(0.75 * before);
    expect(scale(silent, last).has(0)).toBe(false);
  });

  it('is for the third normalisation where blocks are bottlenecks', async () => {
    const bottlenecks = buildNetwork(findVariant('resnet50'), [64, 64, 3], 10);
    const engine = await create({ network: bottlenecks, zeroInitialization: true });
    engine.initialise(1);
    const silent = engine.readState().filter(({ name, data }) => /bn\d\.weight$/.test(name) && data[0] === 0);
    expect(silent.filter(({ name }) => !name.startsWith('momentum'))).toHaveLength(16);
    expect(silent.some(({ name }) => name === 'layer4.2.bn3.weight')).toBe(true);
  });
});

describe('training', () => {
  it('learns a batch by heart, and evaluation agrees', async () => {
    const engine = await create();
    engine.initialise(1);
    const before = engine.evaluate(batch.images, batch.labels);
    const [first = NaN, ...rest] = losses(engine, 60);
    expect(rest.at(-1)).toBeLessThan(first / 10);
    const after = engine.evaluate(batch.images, batch.labels);
    expect(after.count).toBe(32);
    expect(after.lossSum).toBeLessThan(before.lossSum / 2);
    expect(after.top1Errors).toBeLessThan(before.top1Errors);
    expect(after.top5Errors).toBeLessThanOrEqual(after.top1Errors);
    const logits = engine.predict(batch.images);
    const wrong = [...batch.labels].filter((label, index) => {
      const row = [...logits.slice(index * 10, index * 10 + 10)];
      return row.indexOf(Math.max(...row)) !== label;
    });
    expect(wrong).toHaveLength(after.top1Errors);
  });

  it('takes batches of any size, at any offset in memory', async () => {
    const engine = await create();
    engine.initialise(1);
    const shifted = new Uint8Array(batch.images.length + 1).subarray(1);
    shifted.set(batch.images);
    expect(engine.predict(shifted)).toEqual(engine.predict(batch.images));
    expect(engine.predict(batch.images.slice(0, 768))).toHaveLength(10);
  });

  it('in bfloat16 begins where float32 does, and learns', async () => {
    const [whole, half] = [await create(), await create({ precision: 'bfloat16' })];
    whole.initialise(1);
    half.initialise(1);
    const [expected = NaN] = losses(whole, 1);
    const curve = losses(half, 12);
    expect(Math.abs((curve[0] ?? NaN) / expected - 1)).toBeLessThan(0.03);
    expect(curve.at(-1)).toBeLessThan(expected / 2);
    expect(half.evaluate(batch.images, batch.labels).lossSum).toBeGreaterThan(0);
    expect(half.responses(batch.images).standardDeviations.every((value) => value > 0)).toBe(true);
  });

  it('in bfloat16 takes bottlenecks and max pooling too', async () => {
    const bottlenecks = buildNetwork(findVariant('resnet50'), [65, 64, 3], 10);
    const pictures = hashedBatch(0, 8, 65 * 64 * 3);
    const first = async (precision: 'float32' | 'bfloat16') => {
      const engine = await create({ network: bottlenecks, precision });
      engine.initialise(1);
      return engine.trainStep(pictures.images, pictures.labels, 0.01).loss;
    };
    expect(Math.abs((await first('bfloat16')) / (await first('float32')) - 1)).toBeLessThan(0.05);
  });

  it('keeps no tensors from step to step', async () => {
    const engine = await create();
    engine.initialise(1);
    losses(engine, 2);
    const { tf, backend } = await loadRuntime();
    const [tensors, native] = [tf.memory().numTensors, backend.getNumOfTFTensors()];
    losses(engine, 50);
    engine.evaluate(batch.images, batch.labels);
    engine.readState();
    expect(tf.memory().numTensors).toBe(tensors);
    expect(backend.getNumOfTFTensors()).toBe(native);
  });

  it('refuses what is no batch', async () => {
    const engine = await create();
    engine.initialise(1);
    expect(() => engine.trainStep(batch.images.slice(1), batch.labels, 0.1)).toThrow('are no pictures of 16x16x3');
    expect(() => engine.trainStep(batch.images, batch.labels.slice(1), 0.1)).toThrow('32 pictures, 31 labels');
    expect(() =>
      engine.evaluate(
        batch.images,
        batch.labels.map(() => 10),
      ),
    ).toThrow('label 10');
  });
});

describe('state', () => {
  it('comes back exactly, and training goes on as if it had never stopped', async () => {
    const [first, second] = [await create(), await create()];
    first.initialise(5);
    losses(first, 3);
    const saved = first.readState();
    second.writeState(saved);
    expect(second.readState()).toEqual(saved);
    expect(losses(second, 3)).toEqual(losses(first, 3));
  });

  it("has torchvision's names and layouts", async () => {
    const engine = await create();
    engine.initialise(5);
    const state = engine.readState();
    expect(state.slice(0, 6).map(({ name }) => name)).toEqual([
      ...['conv1.weight', 'bn1.weight', 'bn1.bias', 'bn1.running_mean', 'bn1.running_var'],
      'layer1.0.conv1.weight',
    ]);
    const shapeOf = (name: string): number[] | undefined => state.find((tensor) => tensor.name === name)?.shape;
    expect(shapeOf('layer2.0.conv1.weight')).toEqual([32, 16, 3, 3]);
    expect(shapeOf('fc.weight')).toEqual([10, 64]);
    expect(shapeOf('momentum.fc.bias')).toEqual([10]);
  });

  it('is refused where it does not fit, and then nothing changes', async () => {
    const engine = await create();
    engine.initialise(5);
    const saved = engine.readState();
    const small = buildNetwork(findVariant('resnet8'), [16, 16, 1], 10);
    const other = await create({ network: small, normalization: { mean: [0], standardDeviation: [1] } });
    other.initialise(5);
    expect(() => engine.writeState(other.readState())).toThrow(UserError);
    expect(() => engine.writeState(other.readState())).toThrow(
      'conv1.weight has the shape [16, 1, 3, 3] with 144 numbers; expected is [16, 3, 3, 3]',
    );
    expect(() => engine.writeState(saved.filter(({ name }) => name !== 'fc.bias'))).toThrow('fc.bias');
    expect(engine.readState()).toEqual(saved);
  });
});

describe('around the engine', () => {
  it('leaves no files, and removes those of a process that was killed', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'engine-test-'));
    const [old, recent] = [join(folder, 'residual-studio-graph-old'), join(folder, 'residual-studio-graph-new')];
    await Promise.all([mkdir(old), mkdir(recent)]);
    await utimes(old, new Date(0), new Date(0));
    vi.stubEnv('TMPDIR', folder);
    try {
      await create();
      expect(await readdir(folder)).toEqual(['residual-studio-graph-new']);
    } finally {
      vi.unstubAllEnvs();
      await rm(folder, { recursive: true });
    }
  });

  it('names a normalisation that does not fit', async () => {
    const wrong = { mean: [0.5], standardDeviation: [0.2, 0.2, 0.2] };
    await expect(create({ normalization: wrong })).rejects.toThrow('1 means; pictures of 16x16x3 need 3');
    const flat = { mean: [0.5, 0.5, 0.5], standardDeviation: [0.2, 0, 0.2] };
    await expect(create({ normalization: flat })).rejects.toThrow('each above 0');
  });

  it('says what computes', async () => {
    const info = await tensorflowInfo();
    expect(info.tensorflowVersion).toMatch(/^\d+\.\d+/);
    expect(info.addonVersion).toMatch(/^\d+\.\d+/);
    expect(info.devices).toContain('CPU');
  });

  it('times a step', async () => {
    const result = await benchmark({ network, batch: 16, precision: 'float32', steps: 3, warmup: 1 });
    expect(result.parameters).toBe(network.parameters);
    expect(result.stepMillisMin).toBeLessThanOrEqual(result.stepMillisMedian);
    expect(result.imagesPerSecond).toBeCloseTo(16_000 / result.stepMillisMedian);
  });
});
