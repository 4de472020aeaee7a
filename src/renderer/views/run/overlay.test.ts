import { describe, expect, it } from 'vitest';
import type { ResponsesEvent } from '../../../shared/contract/metrics';
import type { RunSummary } from '../../../shared/contract/run';
import { unlabelled } from '../../../shared/recipe/testing';
import { isTwin, overlayChoices, overlayValues, responsesOfEpoch } from './overlay';

function summary(run: string, model: string, dataset: string, changes: Partial<RunSummary> = {}): RunSummary {
  return {
    run,
    name: run,
    model,
    dataset,
    state: 'finished',
    reason: null,
    createdAt: '2026-01-01T00:00:00Z',
    trainedOn: { dataset, contentHash: 'abc' },
    steps: 10,
    totalSteps: 10,
    trainLoss: 1,
    validationError: null,
    testError: null,
    hasCheckpoint: true,
    ...unlabelled,
    ...changes,
  };
}

function responses(epoch: number, layers: Record<string, number>): ResponsesEvent {
  return {
    event: 'responses',
    step: 10 * epoch,
    epoch,
    layers: Object.keys(layers),
    standardDeviations: Object.values(layers),
  };
}

const own = summary('own', 'resnet20', 'cifar');

describe('overlayChoices', () => {
  it('names the twin first, then runs of the same dataset, and none that has nothing to show', () => {
    const list = [
      own,
      summary('elsewhere', 'plain20', 'mnist'),
      summary('deeper', 'plain56', 'cifar'),
      summary('twin', 'plain20', 'cifar'),
      summary('damaged', 'plain20', 'cifar', { damaged: true }),
      summary('archived', 'plain20', 'cifar', { archived: true }),
      summary('waiting', 'plain20', 'cifar', { steps: 0 }),
    ];
    expect(overlayChoices(own, list).map(({ run }) => run)).toEqual(['twin', 'deeper', 'elsewhere']);
  });

  it('knows the twin from either side', () => {
    const plain = summary('plain', 'plain20', 'cifar');
    expect(isTwin(own, plain)).toBe(true);
    expect(isTwin(plain, own)).toBe(true);
    expect(isTwin(own, summary('other', 'resnet20', 'cifar'))).toBe(false);
    expect(isTwin(summary('a', 'highway19', 'cifar'), plain)).toBe(false);
  });
});

describe('responsesOfEpoch', () => {
  const history = [1, 2, 4].map((epoch) => responses(epoch, { conv1: epoch }));
  it.each([
    [0, 1],
    [2, 2],
    [3, 2],
    [9, 4],
  ])('at epoch %i is that of epoch %i', (epoch, found) => {
    expect(responsesOfEpoch(history, epoch)?.epoch).toBe(found);
  });
  it('is none where nothing was measured', () => expect(responsesOfEpoch([], 3)).toBeUndefined());
});

describe('overlayValues', () => {
  const mine = responses(1, { conv1: 1, 'layer1.0.conv1': 2, 'layer1.0.conv2': 3 });
  const other = responses(1, { 'layer1.0.conv1': 0.5, conv1: 0.7 });
  it('goes by the names of the layers', () => {
    expect(overlayValues(mine, other, 'order')).toEqual([0.7, 0.5, null]);
  });
  it('goes by rank where the bars do', () => {
    expect(overlayValues(mine, other, 'size')).toEqual([0.7, 0.5, null]);
    const later = responses(1, { 'layer1.0.conv1': 0.9, conv1: 0.7 });
    expect(overlayValues(mine, later, 'order')).toEqual([0.7, 0.9, null]);
    expect(overlayValues(mine, later, 'size')).toEqual([0.9, 0.7, null]);
  });
});
