import { describe, expect, it } from 'vitest';
import type { Classification } from '../../shared/contract/classification';
import type { RunSummary } from '../../shared/contract/run';
import { unlabelled } from '../../shared/recipe/testing';
import { Classify } from './classify.svelte';
import { FakeStudio, held } from './fake-studio';

const run = (name: string, hasCheckpoint: boolean): RunSummary => ({
  run: name,
  name,
  state: 'finished',
  reason: null,
  createdAt: '',
  model: 'resnet20',
  dataset: 'd',
  steps: 1,
  totalSteps: 1,
  trainLoss: null,
  validationError: null,
  testError: null,
  hasCheckpoint,
  ...unlabelled,
  trainedOn: { dataset: 'd', contentHash: '' },
});

const seen = (path: string): Classification => ({
  path,
  predictions: [{ class: 'boot', probability: 1 }],
  logits: [1, 2, 3],
  picture: { label: '', width: 224, height: 224, pixels: new Uint8Array(224 * 224 * 4) },
});

const paths = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => `/${from + index}.png`);

function allSeen(): FakeStudio {
  return new FakeStudio({ 'classify.pictures': (request) => request.paths.map(seen) });
}

describe('the network that classifies', () => {
  it('is the newest with a checkpoint until another is chosen', () => {
    const classify = new Classify(allSeen());
    const runs = [run('new', false), run('middle', true), run('old', true)];
    expect(classify.chosen(runs)?.run).toBe('middle');
    classify.choose('old');
    expect(classify.chosen(runs)?.run).toBe('old');
    classify.choose('removed');
    expect(classify.chosen(runs)?.run).toBe('middle');
    expect(classify.chosen([run('new', false)])).toBeUndefined();
  });

  it('starts with no results of another', async () => {
    const classify = new Classify(allSeen());
    await classify.add('a', ['/1.png']);
    await classify.add('b', ['/2.png']);
    expect(classify.results.map(({ path }) => path)).toEqual(['/2.png']);
  });
});

describe('pictures', () => {
  it('are classified some at a time, in their order, those given last first', async () => {
    const sizes: number[] = [];
    const studio = allSeen();
    studio.handlers['classify.pictures'] = (request) => {
      sizes.push(request.paths.length);
      return request.paths.map(seen);
    };
    const classify = new Classify(studio);
    expect(await classify.add('a', paths(0, 70))).toBe(true);
    expect(await classify.add('a', paths(70, 73))).toBe(true);
    expect(sizes).toEqual([32, 32, 6, 3]);
    expect(classify.results.map(({ path }) => path)).toEqual([...paths(70, 73), ...paths(0, 70)]);
    expect(classify.waiting).toBe(0);
  });

  it('keep to their place where two lots are on at once', async () => {
    const first = held<Classification[]>();
    const studio = allSeen();
    studio.handlers['classify.pictures'] = (request) =>
      request.paths[0] === '/0.png' ? first.promise : request.paths.map(seen);
    const classify = new Classify(studio);
    const firstAdded = classify.add('a', paths(0, 2));
    await classify.add('a', paths(2, 4));
    expect(classify.waiting).toBe(2);
    first.resolve(paths(0, 2).map(seen));
    await firstAdded;
    expect(classify.results.map(({ path }) => path)).toEqual([...paths(2, 4), ...paths(0, 2)]);
  });

  it('are kept small, without logits, and with the errors of those that were not read', async () => {
    const studio = allSeen();
    studio.handlers['classify.pictures'] = () => [seen('/1.png'), { path: '/2.png', error: 'text' }];
    const classify = new Classify(studio);
    await classify.add('a', ['/1.png', '/2.png']);
    const [first, second] = classify.results;
    expect(first).toMatchObject({ logits: [], picture: { width: 112, height: 112 } });
    expect(second).toEqual({ path: '/2.png', error: 'text' });
  });

  it('that cannot be classified leave the others', async () => {
    const studio = allSeen();
    const classify = new Classify(studio);
    await classify.add('a', ['/1.png']);
    studio.handlers['classify.pictures'] = () => Promise.reject(new Error('the checkpoint is damaged'));
    await expect(classify.add('a', paths(2, 50))).rejects.toThrow('the checkpoint is damaged');
    expect(classify.waiting).toBe(0);
    expect(classify.results).toHaveLength(1);
  });

  it('that were cleared while they were on do not come back', async () => {
    const answer = held<Classification[]>();
    const studio = allSeen();
    studio.handlers['classify.pictures'] = () => answer.promise;
    const classify = new Classify(studio);
    const added = classify.add('a', ['/1.png']);
    classify.clear();
    answer.resolve([seen('/1.png')]);
    expect(await added).toBe(false);
    expect(classify.results).toEqual([]);
    expect(classify.waiting).toBe(0);
  });
});
