import { describe, expect, it } from 'vitest';
import type { Manifest } from '../../shared/contract/dataset';
import { runConfigSchema } from '../../shared/contract/run';
import { message } from '../../shared/words/message';
import { UserError } from '../../shared/errors';
import { createRunConfig } from './create-run';
import { sampleManifest } from './testing';

const create = (request: object, manifest: Partial<Manifest> = {}) =>
  createRunConfig({ dataset: 'shapes', variant: 'resnet20', ...request }, { ...sampleManifest, ...manifest }, '1.2.3');
const withTrain = (train: number) => ({
  classes: sampleManifest.classes.map((classCounts) => ({ ...classCounts, train: train / 2 })),
});

describe('createRunConfig', () => {
  it("fills in the paper's values", () => {
    const config = create({ epochs: 3 }, withTrain(60_000));
    expect(runConfigSchema.parse(config)).toEqual(config);
    expect(config.name).toBe('ResNet-20 on Shapes');
    expect(config.run).toMatch(/^\d{8}-\d{6}-resnet20-[0-9a-f]{4}$/);
    expect(config.dataset).toMatchObject({ classes: ['round', 'square'], trainCount: 60_000, contentHash: 'abc' });
    expect(config.training).toMatchObject({
      batch: 128,
      learningRate: 0.1,
      momentum: 0.9,
      weightDecay: 1e-4,
      shortcut: 'A',
    });
    expect(config.training).toMatchObject({ epochs: 3, steps: 3 * 469, variant: 'resnet20' });
  });

  it('takes the values of a recipe, and records what differs from it', () => {
    const { recipe, training } = create({ recipe: 'paper-cifar', batch: 10, learningRate: 0.05 });
    expect(training).toMatchObject({ steps: 64_000, epochs: 16_000, milestones: [32_000, 48_000], warmup: null });
    expect(recipe).toEqual({
      name: 'paper-cifar',
      deviations: { batch: { recipe: 128, run: 10 }, learningRate: { recipe: 0.1, run: 0.05 } },
    });
    expect(create({ batch: 128 }, withTrain(60_000)).recipe).toEqual({ name: 'paper', deviations: {} });
  });

  it('says what the length and the dataset set in the place of the recipe, and why', () => {
    const short = create({ batch: 128, epochs: 9 }, withTrain(60_000));
    expect(short.training.augmentation).toBe('none');
    expect(short.recipe?.deviations['augmentation']).toEqual({
      recipe: 'standard',
      run: 'none',
      reason: message('choices.shortRun', { epochs: 10 }),
    });
    expect(create({ epochs: 10 }, withTrain(60_000)).recipe?.deviations).not.toHaveProperty('augmentation');
    expect(create({ epochs: 9, augmentation: 'none' }).recipe?.deviations['augmentation']).toEqual({
      recipe: null,
      run: 'none',
    });
    const small = create({});
    expect(small.training.batch).toBe(16);
    expect(small.recipe?.deviations['batch']).toEqual({
      recipe: 128,
      run: 16,
      reason: message('choices.smallDataset', { count: 40 }),
    });
    expect(() => create({ batch: 128 })).toThrow('40');
  });

  it('lets a length of its own take the place of the recipe’s', () => {
    const { recipe, training } = create({ recipe: 'paper-cifar', batch: 10, epochs: 2 });
    expect(training).toMatchObject({ steps: 8, epochs: 2 });
    expect(recipe?.deviations).toMatchObject({ epochs: { recipe: null, run: 2 }, steps: { recipe: 64_000, run: 8 } });
  });

  it("begins AdamW with PyTorch's values, and says so", () => {
    const { recipe, training } = create({ optimizer: 'adamw', batch: 10, recipe: 'quick' });
    expect(training).toMatchObject({ optimizer: 'adamw', learningRate: 1e-3, weightDecay: 1e-2, nesterov: false });
    expect(Object.keys(recipe?.deviations ?? {})).toEqual(
      expect.arrayContaining(['optimizer', 'learningRate', 'weightDecay', 'nesterov']),
    );
    expect(create({ optimizer: 'adamw', batch: 10, learningRate: 0.5 }).training.learningRate).toBe(0.5);
  });

  it('warms the deepest networks up as the paper does', () => {
    const warmup = (variant: string, changes = {}) =>
      create({ variant, batch: 10, steps: 9, ...changes }).training.warmup;
    expect(warmup('ResNet-110', { recipe: 'paper-cifar' })).toEqual({ until: 'error', error: 0.8 });
    expect(warmup('resnet110')).toEqual({ until: 'error', error: 0.8 });
    expect(warmup('resnet110', { warmup: null })).toBeNull();
    expect(warmup('resnet56', { recipe: 'paper-cifar' })).toBeNull();
  });

  it.each([
    [60_000, 128],
    [5400, 32],
    [1000, 16],
    [6, 6],
  ])('takes batches that suit %i pictures where the recipe leaves it open', (pictures, batch) => {
    expect(create({ recipe: 'quick' }, withTrain(pictures)).training.batch).toBe(batch);
  });

  it('takes steps instead of epochs', () => {
    expect(create({ steps: 40, batch: 10 }).training).toMatchObject({ steps: 40, epochs: 10 });
    expect(create({ steps: 41, batch: 10 }).training).toMatchObject({ steps: 41, epochs: 11 });
  });

  it.each([
    [40, 100],
    [60_000, 21],
    [2_000_000, 5],
  ])('trains %i pictures for %i epochs where nothing is said', (pictures, epochs) => {
    expect(create({ batch: Math.min(128, pictures) }, withTrain(pictures)).training.epochs).toBe(epochs);
  });

  it('varies the pictures of a long run where nothing is said', () => {
    const augmentation = (request: object) => create({ batch: 10, ...request }).training.augmentation;
    expect(augmentation({ epochs: 9 })).toBe('none');
    expect(augmentation({ epochs: 10 })).toBe('standard');
    expect(augmentation({ epochs: 3, augmentation: 'standard' })).toBe('standard');
    expect(augmentation({ epochs: 30, augmentation: 'none' })).toBe('none');
  });

  it('writes the name of a network as everybody does', () => {
    expect(create({ variant: 'Plain-20', steps: 1, batch: 1 }).training.variant).toBe('plain20');
  });

  it('writes down the shortcut and the bottleneck stride that the network has', () => {
    const training = (request: object) => create({ steps: 1, batch: 1, ...request }, { shape: [64, 64, 3] }).training;
    expect(training({})).toMatchObject({ shortcut: 'A', zeroInitialization: false });
    expect(training({ variant: 'resnet50', zeroInitialization: true })).toMatchObject({
      shortcut: 'B',
      bottleneckStride: '3x3',
      zeroInitialization: true,
    });
    expect(training({ variant: 'resnet18', shortcut: 'C' })).toMatchObject({ shortcut: 'C' });
    expect(training({ variant: 'resnet18' }).bottleneckStride).toBeUndefined();
    expect(training({ variant: 'plain20' }).shortcut).toBeUndefined();
  });

  const withoutValidation = { classes: sampleManifest.classes.map((counts) => ({ ...counts, validation: 0 })) };
  it.each([
    ['an unknown network', { variant: 'vgg16' }, {}, 'Unknown network "vgg16"'],
    ['pictures that do not fit the strides', {}, { shape: [9, 9, 1] as const }, 'the nearest size that fits is 8x8x1'],
    ['an ImageNet stem on small pictures', { variant: 'resnet50' }, {}, 'networks that fit are resnet20'],
    ['shortcuts in a plain network', { variant: 'plain20', shortcut: 'B' }, {}, 'has no shortcuts'],
    [
      'scales of zero without shortcuts',
      { variant: 'plain20', zeroInitialization: true },
      {},
      'has no residual blocks',
    ],
    ['a batch beyond the pictures', { batch: 41 }, {}, 'choose 40 or fewer'],
    ['a milestone beyond the run', { batch: 10, steps: 40, milestones: [50] }, {}, 'beyond the run of 40 steps'],
    ['a milestone of neither kind', { batch: 10, milestones: [1.5] }, {}, 'Milestones must be'],
    [
      'a warm-up as long as the run',
      { batch: 10, epochs: 2, warmup: { until: 'epoch', epochs: 2 } },
      {},
      'a shorter one',
    ],
    ['patience without validation', { batch: 1, patience: 3 }, withoutValidation, 'leave the patience out'],
    ['Nesterov with AdamW', { batch: 1, optimizer: 'adamw', nesterov: true }, {}, 'choose sgd'],
    ['epochs and steps', { epochs: 1, steps: 1, batch: 1 }, {}, 'not both'],
    ['a value out of range', { learningRate: -1 }, {}, 'Learning rate must be a number above 0'],
    ['no training pictures', {}, withTrain(0), 'has no pictures to train on'],
    ['a plateau of nothing', { schedule: 'plateau', batch: 1 }, withoutValidation, 'choose step or cosine'],
  ])('refuses %s', (_, request, manifest, message) => {
    expect(() => create(request, manifest)).toThrow(UserError);
    expect(() => create(request, manifest)).toThrow(message);
  });
});
