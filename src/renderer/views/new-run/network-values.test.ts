import { describe, expect, it } from 'vitest';
import type { Manifest } from '../../../shared/contract/dataset';
import { sampleTraining } from '../../../shared/recipe/testing';
import {
  changesOfRecipe,
  type Choices,
  choose,
  deviations,
  initialChoices,
  remembered,
  requestOf,
  takeNetwork,
  valuesOf,
} from './choices';
import { planOf } from './run-plan';

const fashion: Manifest = {
  version: 1,
  id: 'a',
  name: 'a',
  format: 'IDX',
  source: '',
  importedAt: '',
  contentHash: '',
  shape: [28, 28, 1],
  classes: ['shirt', 'bag'].map((name) => ({ name, train: 600, validation: 0, test: 100 })),
  mirrorKeepsClass: true,
  normalization: { mean: [0], standardDeviation: [1] },
  problems: [],
};
const start = (change: Partial<Choices> = {}): Choices => ({ ...initialChoices({}, [fashion], undefined), ...change });

describe('what is chosen of a network beside its name', () => {
  it('is marked where it differs from what the network has, and goes along where it has an effect', () => {
    const choices = start({ network: 'resnet50', depth: 50 });
    expect(valuesOf(choices, fashion)).toMatchObject({ shortcut: 'B', bottleneckStride: '3x3' });
    choose(choices, 'shortcut', 'C');
    choose(choices, 'bottleneckStride', '1x1');
    choices.zeroInitialization = true;
    const chosen = { shortcut: 'C', bottleneckStride: '1x1', zeroInitialization: true };
    expect(deviations(choices, fashion)).toEqual(['shortcut', 'bottleneckStride']);
    expect(changesOfRecipe(choices, fashion)).toEqual([]);
    expect(requestOf(choices)).toMatchObject(chosen);
    expect(initialChoices(remembered(choices), [fashion], undefined)).toEqual(choices);
    Object.assign(choices, { network: 'plain20', depth: 20 });
    expect(valuesOf(choices, fashion)).toMatchObject({ shortcut: null, bottleneckStride: null });
    expect(deviations(choices, fashion)).toEqual([]);
    expect(requestOf(choices)).toMatchObject({ variant: 'plain20', zeroInitialization: false });
    expect(requestOf(choices)).not.toHaveProperty('shortcut');
    expect(planOf(choices, fashion).problem).toBeNull();
  });

  it('becomes that of a run whose weights are taken', () => {
    const choices = start({ changes: { bottleneckStride: '1x1', epochs: 3 } });
    takeNetwork(choices, sampleTraining({ variant: 'resnet26', shortcut: 'C' }));
    expect(choices).toMatchObject({ network: 'resnet', depth: 26, changes: { epochs: 3, shortcut: 'C' } });
    expect(choices.changes).not.toHaveProperty('bottleneckStride');
  });
});
