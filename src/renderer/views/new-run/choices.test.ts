import { describe, expect, it } from 'vitest';
import type { Manifest } from '../../../shared/contract/dataset';
import type { RunConfig, RunRequest } from '../../../shared/contract/run';
import { trainingData } from '../../../shared/recipe/recipe';
import { resolveRecipe } from '../../../shared/recipe/resolve';
import { recipes } from '../../../shared/recipe/table';
import { inEnglish } from '../../../shared/words/english';
import {
  adapted,
  type Choices,
  choose,
  copiedChoices,
  deviates,
  deviations,
  forget,
  initialChoices,
  remembered,
  requestOf,
  defaultValue,
  valuesOf,
} from './choices';
import { planOf } from './run-plan';

const manifest = (id: string, change: Partial<Manifest> = {}): Manifest => ({
  version: 1,
  id,
  name: id,
  format: 'IDX',
  source: '',
  importedAt: '',
  contentHash: '',
  shape: [28, 28, 1],
  classes: Array.from({ length: 10 }, (_, index) => ({ name: `${index}`, train: 600, validation: 0, test: 100 })),
  mirrorKeepsClass: true,
  normalization: { mean: [0], standardDeviation: [1] },
  problems: [],
  ...change,
});
const datasets = [manifest('a'), manifest('b', { shape: [30, 28, 1] })];
const fashion = manifest('a');

const start = (change: Partial<Choices> = {}): Choices => ({ ...initialChoices({}, datasets, undefined), ...change });

describe('initialChoices', () => {
  it('starts with the recipe for small data and the newest dataset', () => {
    const choices = start();
    expect(choices).toEqual({
      dataset: 'a',
      network: 'resnet20',
      depth: 20,
      recipe: 'quick',
      changes: {},
      zeroInitialization: false,
      precision: 'float32',
      seed: 1,
      shuffle: true,
    });
    const { values } = recipes.quick;
    expect(valuesOf(choices, fashion)).toMatchObject({
      ...values,
      batch: 32,
      steps: 30 * 188,
      augmentation: 'standard',
    });
  });

  it('remembers the last choices, and takes the dataset it was opened for', () => {
    const last = { dataset: 'b', variant: 'plain56', recipe: 'slides', changes: { epochs: 3 }, seed: 7 } as const;
    const { variant: network, ...others } = last;
    expect(initialChoices(last, datasets, undefined)).toMatchObject({ ...others, network });
    expect(initialChoices(last, datasets, 'a').dataset).toBe('a');
    expect(initialChoices({ dataset: 'gone' }, datasets, undefined).dataset).toBe('a');
    expect(initialChoices({ variant: 'resnet26' }, datasets, undefined)).toMatchObject({
      network: 'resnet',
      depth: 26,
    });
    expect(initialChoices({}, [], undefined).dataset).toBe('');
  });

  it('comes back from what was remembered', () => {
    const choices = start({ recipe: 'slides', seed: 9, network: 'plain32', depth: 32, precision: 'auto' });
    choose(choices, 'batch', 32);
    expect(initialChoices(remembered(choices), datasets, undefined)).toEqual(choices);
  });
});

describe('values', () => {
  it('are the recipe’s until they are chosen otherwise, and again once the way back is taken', () => {
    const choices = start();
    expect(deviations(choices, fashion)).toEqual([]);
    choose(choices, 'learningRate', 0.05);
    choose(choices, 'schedule', 'constant');
    expect(valuesOf(choices, fashion)).toMatchObject({ learningRate: 0.05, schedule: 'constant' });
    expect(deviations(choices, fashion)).toEqual(['learningRate', 'schedule']);
    expect(defaultValue(choices, fashion, 'learningRate')).toBe(0.1);
    forget(choices, 'schedule');
    expect(deviations(choices, fashion)).toEqual(['learningRate']);
    choose(choices, 'learningRate', 0.1);
    expect(deviations(choices, fashion)).toEqual([]);
  });

  it('augment as the number of epochs has it, until that is chosen', () => {
    const choices = start();
    choose(choices, 'epochs', 3);
    expect(valuesOf(choices, fashion).augmentation).toBe('none');
    expect(deviates(choices, fashion, 'augmentation')).toBe(false);
    const { recipe, reason } = adapted(choices, fashion, 'augmentation') ?? {};
    expect([recipe, reason?.key]).toEqual(['standard', 'choices.shortRun']);
    expect(requestOf(choices)).not.toHaveProperty('augmentation');
    choose(choices, 'augmentation', 'standard');
    expect(deviates(choices, fashion, 'augmentation')).toBe(true);
    expect(adapted(choices, fashion, 'augmentation')).toBeUndefined();
    choose(choices, 'epochs', 10);
    expect(deviates(choices, fashion, 'augmentation')).toBe(false);
  });

  it('follow the size of the dataset where the recipe leaves them open', () => {
    const small = manifest('small', {
      classes: Array.from({ length: 10 }, (_, index) => ({ name: `${index}`, train: 100, validation: 0, test: 0 })),
    });
    expect(valuesOf(start(), small).batch).toBe(16);
    expect(valuesOf(start({ recipe: 'paper-cifar' }), small)).toMatchObject({ steps: 64_000, epochs: 8000 });
  });

  it('leave SGD’s momentum out of what is asked for with AdamW', () => {
    const choices = start();
    choose(choices, 'momentum', 0.8);
    choose(choices, 'optimizer', 'adamw');
    expect(valuesOf(choices, fashion)).toMatchObject({ learningRate: 1e-3, nesterov: false });
    expect(requestOf(choices)).not.toHaveProperty('momentum');
    expect(planOf(choices, fashion).problem).toBeNull();
  });
});

describe('requestOf', () => {
  it('is what main is asked for', () => {
    const choices = start({ changes: { epochs: 3 } });
    expect(requestOf(choices)).toEqual({
      dataset: 'a',
      variant: 'resnet20',
      recipe: 'quick',
      epochs: 3,
      zeroInitialization: false,
      precision: 'float32',
      seed: 1,
      shuffle: true,
    });
    expect(requestOf({ ...choices, network: 'plain', depth: 26 })?.variant).toBe('plain26');
    expect(requestOf({ ...choices, changes: { batch: null } })).toBeNull();
    expect(requestOf({ ...choices, network: 'plain', depth: null })).toBeNull();
    expect(requestOf({ ...choices, seed: null })).toBeNull();
  });
});

describe('planOf', () => {
  const choices = start({ changes: { epochs: 3 } });

  it('says what a run comes to', () => {
    const plan = planOf(choices, fashion);
    expect(plan).toMatchObject({ problem: null, stepsInEpoch: 188, steps: 3 * 188 });
    expect(plan.network?.variant.title).toBe('ResNet-20');
  });

  it.each([
    ['a depth that is not 6n+2', { network: 'resnet', depth: 21 }, fashion, 'resnet20 and resnet26'],
    ['a size that the strides do not divide', {}, datasets[1], 'the nearest size that fits is 32x28x1'],
    ['a batch beyond the dataset', { changes: { batch: 6001 } }, fashion, 'choose 6000 or fewer'],
    ['plateau without validation', { recipe: 'slides' as const }, fashion, 'no validation pictures'],
    ['Nesterov without momentum', { changes: { momentum: 0, nesterov: true } }, fashion, 'which is 0'],
  ])('explains %s', (_, change, dataset, reason) => {
    const plan = planOf({ ...choices, ...change }, dataset ?? fashion);
    expect(inEnglish(plan.problem ?? '')).toContain(reason);
  });

  it('explains a batch that the memory does not hold, with the largest that it does', () => {
    const large = manifest('large', { shape: [224, 224, 3] });
    const of = (batch: number) => ({ ...choices, network: 'resnet50', changes: { epochs: 3, batch } });
    const plan = planOf(of(512), large, 8 * 1024 ** 3);
    const [, most] =
      /ResNet-50 with a batch of 512 .* a batch of (\d+) or fewer/.exec(inEnglish(plan.problem ?? '')) ?? [];
    expect(plan.network?.variant.title).toBe('ResNet-50');
    expect(plan.memory).toBeGreaterThan(8 * 1024 ** 3);
    expect(planOf(of(Number(most)), large, 8 * 1024 ** 3)).toMatchObject({
      problem: null,
      memory: expect.toSatisfy((bytes: number) => bytes > 7 * 1024 ** 3 && bytes <= 8 * 1024 ** 3),
    });
  });

  it('explains the deepest network that can be typed', () => {
    const plan = planOf({ ...choices, network: 'resnet', depth: 99_998 }, fashion, 8 * 1024 ** 3);
    expect(inEnglish(plan.problem ?? '')).toContain('needs about');
  });

  it('waits for missing numbers', () => {
    expect(planOf({ ...choices, changes: { epochs: null } }, fashion)).toMatchObject({ problem: null, steps: null });
    expect(planOf({ ...choices, network: 'resnet', depth: null }, fashion)).toMatchObject({
      problem: null,
      network: null,
      memory: null,
      schedule: { stepsPerEpoch: 188 },
    });
  });

  it('keeps the network, and the schedule, whatever is wrong beside them', () => {
    const of = (changes: Choices['changes']) => planOf({ ...choices, changes: { epochs: 3, ...changes } }, fashion);
    const network = { variant: { title: 'ResNet-20' }, parameters: 269_434 };
    const waiting = { network, problem: null, stepsInEpoch: null, steps: null, memory: null };
    expect(of({ batch: null })).toMatchObject({ ...waiting, schedule: { steps: 3 * 188 } });
    expect(of({ learningRate: null })).toMatchObject({ network, problem: null, schedule: { steps: 3 * 188 } });
    const large = of({ batch: 6001 });
    expect(large).toMatchObject({ network, schedule: { stepsPerEpoch: 1 }, steps: 3 });
    expect(large.memory).toBeGreaterThan(0);
    const short = of({ epochs: 1, warmup: { until: 'epoch', epochs: 1 } });
    expect(short).toMatchObject({ network, schedule: null });
    expect(inEnglish(short.problem ?? '')).toContain('leaves nothing');
    const odd = planOf({ ...choices, network: 'resnet', depth: 21 }, fashion);
    expect(odd).toMatchObject({ network: null, memory: null, schedule: { steps: 3 * 188 } });
  });
});

describe('a warm-up', () => {
  it('can be none, where the recipe has one', () => {
    const choices = start({ recipe: 'quick' });
    choose(choices, 'warmup', null);
    expect(requestOf(choices)).toMatchObject({ recipe: 'quick', warmup: null });
    expect(valuesOf(choices, fashion).warmup).toBeNull();
  });
});

describe('copiedChoices', () => {
  /** What a request leads to, as main makes it. */
  const configOf = (request: RunRequest, dataset = fashion): RunConfig => {
    const { recipe = 'paper', ...wanted } = request;
    const basis = { precision: 'float32' as const, seed: 1, zeroInitialization: false, shuffle: true };
    const resolved = resolveRecipe({ ...basis, recipe, ...wanted }, trainingData(dataset));
    return {
      version: 1,
      run: 'r',
      name: 'R',
      createdAt: '',
      studioVersion: '',
      normalization: dataset.normalization,
      dataset: {
        id: dataset.id,
        name: dataset.name,
        contentHash: dataset.contentHash,
        shape: dataset.shape,
        classes: [],
        mirrorKeepsClass: true,
        trainCount: 6000,
      },
      recipe: resolved.recipe,
      training: resolved.training,
    };
  };

  it.each<RunRequest>([
    { dataset: 'b', variant: 'resnet56', recipe: 'paper', seed: 7, precision: 'bfloat16', epochs: 12, batch: 64 },
    { dataset: 'b', variant: 'plain26', recipe: 'quick', optimizer: 'adamw', learningRate: 0.004, epochs: 30 },
    { dataset: 'b', variant: 'resnet20', recipe: 'fine-tune', shortcut: 'C', zeroInitialization: true, epochs: 3 },
    { dataset: 'b', variant: 'resnet20', recipe: 'paper', milestones: [0.25, 0.5], shuffle: false, epochs: 9 },
    { dataset: 'b', variant: 'resnet110', recipe: 'paper', warmup: null, labelSmoothing: 0.1, ema: 0.99, epochs: 4 },
  ])('lead to the same run: %j', (request) => {
    const other = manifest('b');
    const config = configOf(request, other);
    const choices = copiedChoices(config, [fashion, other]);
    const again = requestOf(choices);
    expect(again).not.toBeNull();
    expect(configOf(again as RunRequest, other).training).toEqual(config.training);
    expect(again?.dataset).toBe('b');
    expect(planOf(choices, other)).toMatchObject({ problem: null, steps: config.training.steps });
  });

  it('mark what differs from the recipe, and nothing else', () => {
    const config = configOf({ dataset: 'a', variant: 'resnet20', recipe: 'quick', weightDecay: 0.01 });
    expect(deviations(copiedChoices(config, datasets), fashion)).toEqual(['weightDecay']);
  });

  it('take the same data under another id, and the newest where it is gone', () => {
    const config = configOf({ dataset: 'a', variant: 'resnet20' }, manifest('gone', { contentHash: 'same' }));
    const [a, b] = [manifest('a', { contentHash: 'other' }), manifest('b', { contentHash: 'same' })];
    expect(copiedChoices(config, [a, b]).dataset).toBe('b');
    expect(copiedChoices(config, [a]).dataset).toBe('a');
  });

  it('leave behind what another network or schedule has no use for', () => {
    const config = configOf({ dataset: 'a', variant: 'resnet20', shortcut: 'C', milestones: [0.9], epochs: 5 });
    const choices = copiedChoices(config, datasets);
    expect(requestOf(choices)).toMatchObject({ shortcut: 'C', milestones: [0.9] });
    choose(choices, 'schedule', 'cosine');
    Object.assign(choices, { network: 'plain32', depth: 32 });
    const request = requestOf(choices);
    expect([request?.shortcut, request?.milestones]).toEqual([undefined, undefined]);
  });
});
