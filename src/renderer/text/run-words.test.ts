import { describe, expect, it } from 'vitest';
import type { RunConfig } from '../../shared/contract/run';
import { sampleTraining } from '../../shared/recipe/testing';
import { doneWords, formatLoss, formatRate, networkTitle, nextRateWords, recipeWords } from './run-words';

const training = (change: Partial<RunConfig['training']> = {}): RunConfig['training'] => ({
  ...sampleTraining({ variant: 'resnet56', shortcut: 'A', ...change }),
});
const config = (change: Partial<RunConfig['training']>, mirrorKeepsClass = true): RunConfig => ({
  version: 1,
  run: 'a',
  name: 'a',
  createdAt: '',
  studioVersion: '',
  dataset: {
    id: 'd',
    name: 'd',
    contentHash: '',
    shape: [28, 28, 1],
    classes: ['x', 'y'],
    mirrorKeepsClass,
    trainCount: 10,
  },
  normalization: { mean: [0], standardDeviation: [1] },
  recipe: null,
  training: training(change),
});

describe('recipeWords', () => {
  it('names the recipe and how much differs from it', () => {
    const recipe = { name: 'quick', deviations: { optimizer: { recipe: 'sgd', run: 'adamw' } } };
    expect(recipeWords({ ...config({ optimizer: 'adamw' }), recipe })).toMatch(
      /^recipe quick with 1 change, batch 128, AdamW, rate 0.1/,
    );
    expect(recipeWords({ ...config({}), recipe: { name: 'paper', deviations: {} } })).toMatch(/^recipe paper, batch/);
  });

  it('says what was chosen', () => {
    expect(recipeWords(config({}))).toBe(
      'batch 128, rate 0.1, step schedule, float32, shifted and mirrored, shortcut A, seed 1',
    );
    expect(recipeWords(config({ variant: 'resnet50', bottleneckStride: '1x1', zeroInitialization: true }))).toContain(
      'shortcut A, bottleneck stride on the first 1×1, blocks start as identities, seed 1',
    );
    expect(recipeWords(config({ variant: 'plain20', precision: 'bfloat16' }, false))).toBe(
      'batch 128, rate 0.1, step schedule, bfloat16, shifted, seed 1',
    );
  });
});

describe('nextRateWords', () => {
  const drops = [
    { step: 500, learningRate: 0.01 },
    { step: 750, learningRate: 0.001 },
  ];

  it('names the next drop', () => {
    expect(nextRateWords(config({}), drops, 0, 0.1)).toBe('0.01 from step 500');
    expect(nextRateWords(config({}), drops, 501, 0.01)).toBe('0.001 from step 750');
    expect(nextRateWords(config({}), drops, 751, 0.001)).toBe('until the end');
  });

  it('says how long the warm-up lasts', () => {
    const linear = config({ warmup: { until: 'step', place: 0.05 } });
    expect(nextRateWords(linear, drops, 49, 0.1)).toBe('grows until step 50');
    expect(nextRateWords(linear, drops, 50, 0.1)).toBe('0.01 from step 500');
    const paper = config({ warmup: { until: 'error', error: 0.8 } });
    expect(nextRateWords(paper, drops, 400, 0.01)).toBe('until the training error is below 80 %');
    expect(nextRateWords(paper, drops, 401, 0.1)).toBe('0.01 from step 500');
    expect(nextRateWords(paper, drops, 501, 0.01)).toBe('0.001 from step 750');
  });

  it('says what the other schedules do', () => {
    expect(nextRateWords(config({ schedule: 'constant' }), [], 1, 0.1)).toBe('stays as it is');
    expect(nextRateWords(config({ schedule: 'cosine' }), [], 1, 0.1)).toBe('falls to 0 by step 1,000');
    expect(nextRateWords(config({ schedule: 'plateau' }), [], 1, 0.1)).toContain('validation error');
  });
});

describe('doneWords', () => {
  it('names the day where it is not today', () => {
    const now = new Date(2026, 10, 23, 16, 28);
    expect(doneWords(72 * 60, now)).toBe('17:40');
    expect(doneWords(12 * 3600, now)).toBe('Tue 04:28');
  });
});

describe('formatLoss and formatRate', () => {
  it('keep the digits that matter', () => {
    expect([2.30258, 0.084, 0.0012345, 0].map(formatLoss)).toEqual(['2.303', '0.084', '0.0012', '0.000']);
    const rates = [0.1, 0.01, 0.001 / 10, 0.1 / 3, 0.00000237, 0];
    expect(rates.map(formatRate)).toEqual(['0.1', '0.01', '0.0001', '0.0333', '2.4e-6', '0']);
  });
});

describe('networkTitle', () => {
  it('writes a network as people do', () => {
    expect(['resnet56', 'plain20', 'highway19', 'other'].map(networkTitle)).toEqual([
      ...['ResNet-56', 'Plain-20', 'Highway-19', 'other'],
    ]);
  });
});
