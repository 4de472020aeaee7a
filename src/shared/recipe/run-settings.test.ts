import { describe, expect, it } from 'vitest';
import type { RunConfig } from '../contract/run';
import { paperSettings, runSettings } from './run-settings';
import { sampleTraining } from './testing';

const config: RunConfig = {
  version: 1,
  run: 'a',
  name: 'A',
  createdAt: '2026-01-01T00:00:00.000Z',
  studioVersion: '0.1.0',
  dataset: {
    id: 'd',
    name: 'Shapes',
    contentHash: 'abcdef0123456789',
    shape: [32, 32, 3],
    trainCount: 100,
    classes: ['a', 'b'],
    mirrorKeepsClass: true,
  },
  normalization: { mean: [0.5], standardDeviation: [0.25] },
  recipe: null,
  training: sampleTraining({ variant: 'resnet20', schedule: 'step', milestones: [0.5, 300] }),
};
const valuesOf = (changed: Partial<RunConfig['training']> = {}) =>
  Object.fromEntries(
    runSettings({ ...config, training: { ...config.training, ...changed } }).map(({ name, value }) => [name, value]),
  );

describe('runSettings', () => {
  it('tells the network, the data and every value of the training', () => {
    expect(valuesOf()).toMatchObject({
      network: 'ResNet-20',
      shortcut: 'A',
      parameters: 269_202,
      dataset: 'Shapes',
      contentHash: 'abcdef012345',
      pictures: '32×32×3',
      classes: 2,
      trainCount: 100,
      milestones: '0.5, 300steps',
      warmup: 'none',
    });
    expect(Object.keys(valuesOf())).toEqual(expect.arrayContaining(Object.keys(config.training).slice(1)));
  });

  it('has a word for what is not used: the shortcuts of a plain network, the momentum of AdamW', () => {
    expect(valuesOf({ variant: 'plain20' })['shortcut']).toBeNull();
    expect(valuesOf({ optimizer: 'adamw' })).toMatchObject({ momentum: null, nesterov: null });
    expect(valuesOf({ schedule: 'cosine' })['milestones']).toBeNull();
  });

  it('keeps values that it has no name for at the end', () => {
    const training = { ...config.training, mixing: { alpha: 0.2 } };
    expect(runSettings({ ...config, training }).at(-1)).toEqual({ name: 'mixing', value: '{"alpha":0.2}' });
  });

  it('knows what the paper set', () => {
    const paper = Object.fromEntries(paperSettings('resnet110').map(({ name, value }) => [name, value]));
    expect(paper).toMatchObject({ batch: 128, learningRate: 0.1, weightDecay: 0.0001, warmup: 'paper', steps: 64_000 });
    expect(paper['milestones']).toBe('32000steps, 48000steps');
  });
});
