import { describe, expect, it } from 'vitest';
import type { RunSummary } from '../../shared/contract/run';
import { unlabelled } from '../../shared/recipe/testing';
import { checkDataset, resumedConfig } from './resume-run';
import { sampleConfig } from './testing';

const summary: RunSummary = {
  run: 'sample',
  name: 'Sample',
  state: 'stopped',
  reason: null,
  createdAt: '',
  model: 'resnet8',
  dataset: 'Shapes',
  steps: 12,
  totalSteps: 40,
  trainLoss: 1,
  validationError: null,
  testError: null,
  trainedOn: { dataset: 'shapes', contentHash: 'abc' },
  hasCheckpoint: true,
  ...unlabelled,
};

describe('checkDataset', () => {
  it('refuses content that differs, and says what to do', () => {
    expect(() => checkDataset(sampleConfig, { contentHash: 'abc' })).not.toThrow();
    expect(() => checkDataset(sampleConfig, { contentHash: 'abd' })).toThrow(
      /"Shapes" has changed since the run was made.*Start a new run/,
    );
  });
});

describe('resumedConfig', () => {
  it('leaves a run as it was', () => {
    for (const state of ['stopped', 'interrupted', 'failed'] as const)
      expect(resumedConfig({ ...summary, state }, sampleConfig)).toBe(sampleConfig);
  });

  it('refuses a run that goes on, or is finished', () => {
    for (const state of ['queued', 'preparing', 'training'] as const)
      expect(() => resumedConfig({ ...summary, state }, sampleConfig)).toThrow(`is not over (${state})`);
    expect(() => resumedConfig({ ...summary, state: 'finished' }, sampleConfig)).toThrow(
      'is finished. To train it further say up to how many epochs; it had 10.',
    );
  });

  it('makes a run longer, and never shorter', () => {
    const { training } = resumedConfig({ ...summary, state: 'finished', steps: 40 }, sampleConfig, 20);
    expect(training).toEqual({ ...sampleConfig.training, epochs: 20, steps: 80 });
    for (const epochs of [3, 9])
      expect(() => resumedConfig(summary, sampleConfig, epochs)).toThrow(/has done 12 of 40: name more epochs/);
  });
});
