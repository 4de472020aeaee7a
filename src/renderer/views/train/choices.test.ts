import { describe, expect, it } from 'vitest';
import type { Manifest } from '../../../shared/contract/dataset';
import { initialChoices, networkOptions, planOf, requestOf, variantName } from './choices';

const manifest = (id: string, change: Partial<Manifest> = {}): Manifest => ({
  ...{ version: 1, id, name: id, format: 'IDX', source: '', importedAt: '', contentHash: '', shape: [28, 28, 1] },
  classes: Array.from({ length: 10 }, (_, index) => ({ name: `${index}`, train: 600, validation: 0, test: 100 })),
  ...{ mirrorKeepsClass: true, normalization: { mean: [0], standardDeviation: [1] }, problems: [], ...change },
});
const datasets = [manifest('a'), manifest('b', { shape: [30, 28, 1] })];
const fashion = manifest('a');

describe('initialChoices', () => {
  it("starts with the paper's recipe and the newest dataset", () => {
    const choices = initialChoices({}, datasets, undefined);
    expect(choices).toEqual({
      ...{ dataset: 'a', network: 'resnet20', depth: 20, batch: 128, learningRate: 0.1, schedule: 'step' },
      ...{ epochs: 100, precision: 'float32', augmentation: 'standard', seed: 1 },
    });
  });

  it('remembers the last choices, and takes the dataset it was opened for', () => {
    const last = { dataset: 'b', variant: 'plain56', batch: 64, epochs: 3, schedule: 'cosine', seed: 7 } as const;
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
});

describe('requestOf', () => {
  it('is what main is asked for', () => {
    const choices = initialChoices({ epochs: 3 }, datasets, undefined);
    expect(requestOf(choices)).toEqual({
      ...{ dataset: 'a', variant: 'resnet20', batch: 128, learningRate: 0.1, schedule: 'step', epochs: 3 },
      ...{ precision: 'float32', augmentation: 'standard', seed: 1 },
    });
    expect(requestOf({ ...choices, network: 'plain', depth: 26 })?.variant).toBe('plain26');
    expect(requestOf({ ...choices, batch: null })).toBeNull();
    expect(requestOf({ ...choices, network: 'plain', depth: null })).toBeNull();
  });
});

describe('planOf', () => {
  const choices = initialChoices({ epochs: 3 }, datasets, 'a');

  it('says what a run comes to', () => {
    const plan = planOf(choices, fashion);
    expect(plan).toMatchObject({ kind: 'fits', stepsInEpoch: 47, steps: 141 });
    expect(plan?.kind === 'fits' && plan.network.variant.title).toBe('ResNet-20');
  });

  it.each([
    ['a depth that is not 6n+2', { network: 'resnet', depth: 21 }, fashion, 'resnet20 and resnet26'],
    ['a size that the strides do not divide', {}, datasets[1], 'the nearest size that fits is 32x28x1'],
    ['a batch beyond the dataset', { batch: 6001 }, fashion, 'choose 6000 or fewer'],
    ['plateau without validation', { schedule: 'plateau' as const }, fashion, 'no validation pictures'],
  ])('explains %s', (_, change, dataset, reason) => {
    const plan = planOf({ ...choices, ...change }, dataset ?? fashion);
    expect(plan?.kind === 'unfit' && plan.reason).toContain(reason);
  });

  it('waits for missing numbers', () => {
    expect(planOf({ ...choices, batch: null }, fashion)).toBeNull();
    expect(planOf({ ...choices, epochs: null }, fashion)).toMatchObject({ kind: 'fits', steps: null });
  });
});

describe('networkOptions', () => {
  it('are all networks that can be drawn', () => {
    const large = manifest('large', { shape: [64, 64, 3] });
    for (const dataset of [fashion, large]) {
      for (const { value, disabled = false } of networkOptions(dataset.shape)) {
        const plan = planOf({ ...initialChoices({}, datasets, 'a'), network: value, depth: 38 }, dataset);
        expect(plan?.kind, value).toBe(disabled ? 'unfit' : 'fits');
      }
    }
    expect(networkOptions(fashion.shape).find(({ value }) => value === 'resnet50')?.label).toBe(
      'ResNet-50, from 64 × 64 pixels on',
    );
    expect(networkOptions(large.shape).some(({ disabled }) => disabled)).toBe(false);
    expect(variantName({ ...initialChoices({}, datasets, 'a'), network: 'plain', depth: 38 })).toBe('plain38');
  });
});
