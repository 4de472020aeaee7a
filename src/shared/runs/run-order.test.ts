import { describe, expect, it } from 'vitest';
import type { RunSummary } from '../contract/run';
import { isOnShelf, matchesSearch, type RunSortKey, runSortKeys, sortRuns, tagsInUse } from './run-order';
import { unlabelled } from '../recipe/testing';

const run = (id: string, change: Partial<RunSummary> = {}): RunSummary => ({
  run: id,
  name: id,
  state: 'finished',
  reason: null,
  createdAt: '2026-01-01T00:00:00Z',
  model: 'resnet20',
  dataset: 'CIFAR-10',
  steps: 0,
  totalSteps: 10,
  trainLoss: null,
  validationError: null,
  testError: null,
  hasCheckpoint: false,
  trainedOn: null,
  ...unlabelled,
  ...change,
});

describe('sortRuns', () => {
  const runs = [
    run('a', { name: 'ResNet-110', steps: 5, validationError: 0.2, state: 'failed', model: 'resnet110' }),
    run('b', { name: 'resnet-20', steps: 7, testError: 0.1, createdAt: '2026-01-03T00:00:00Z', dataset: 'Birds' }),
    run('c', { name: 'ResNet-20', steps: 5, validationError: 0.1, createdAt: '2026-01-02T00:00:00Z' }),
  ];
  const order = (key: RunSortKey, descending?: boolean) =>
    sortRuns(runs, key, descending)
      .map((each) => each.run)
      .join('');

  it.each<[RunSortKey, string, string]>([
    ['created', 'acb', 'bca'],
    ['name', 'bca', 'abc'],
    ['model', 'bca', 'abc'],
    ['dataset', 'bca', 'cab'],
    ['state', 'bca', 'abc'],
    ['steps', 'cab', 'bca'],
    ['validation-error', 'cab', 'acb'],
    ['test-error', 'bca', 'bca'],
  ])('by %s is %s, and from the highest on %s', (key, ascending, descending) => {
    expect([order(key, false), order(key, true)]).toEqual([ascending, descending]);
  });

  it('knows every key, and leaves the given list as it is', () => {
    for (const key of runSortKeys) expect(order(key)).toHaveLength(3);
    expect(runs.map((each) => each.run)).toEqual(['a', 'b', 'c']);
  });
});

describe('matchesSearch', () => {
  const sought = run('20260101-x', { name: 'Baseline', tags: ['to show', 'Paper'], note: 'Rate 0.05\nis too high' });
  it.each([
    ['', true],
    ['  ', true],
    ['base', true],
    ['LINE paper', true],
    ['resnet20', true],
    ['resnet-20', true],
    ['cifar too high', true],
    ['20260101', true],
    ['#pap', true],
    ['#show', false],
    ['baseline plain', false],
  ])('%j: %s', (search, found) => expect(matchesSearch(sought, search)).toBe(found));
});

describe('isOnShelf', () => {
  it('parts archived runs from the others', () => {
    const runs = [run('a'), run('b', { archived: true })];
    const on = (shelf: 'current' | 'archived' | 'all') =>
      runs.filter((each) => isOnShelf(each, shelf)).map((each) => each.run);
    expect([on('current'), on('archived'), on('all')]).toEqual([['a'], ['b'], ['a', 'b']]);
  });
});

describe('tagsInUse', () => {
  it('gives the most used first', () => {
    expect(tagsInUse([run('a', { tags: ['x', 'b'] }), run('b', { tags: ['b'] }), run('c', { tags: ['a'] })])).toEqual([
      ...['b', 'a', 'x'],
    ]);
  });
});
