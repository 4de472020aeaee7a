import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RunSummary } from '../../shared/contract/run';
import { unlabelled } from '../../shared/recipe/testing';
import { FakeStudio } from './fake-studio';
import { Navigation } from './navigation.svelte';
import { Notices } from './notices.svelte';
import { RunActions } from './run-actions';
import { Runs } from './runs.svelte';

const run = (id: string): RunSummary => ({
  run: id,
  name: `Run ${id}`,
  state: 'finished',
  reason: null,
  createdAt: '2026-01-01T00:00:00Z',
  model: 'resnet20',
  dataset: 'd',
  steps: 1,
  totalSteps: 1,
  trainLoss: null,
  validationError: null,
  testError: null,
  hasCheckpoint: true,
  trainedOn: null,
  ...unlabelled,
});

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

async function setUp(refused = '') {
  const asked: string[] = [];
  const note = (name: string) => (input: { run: string }) => {
    asked.push(`${name} ${input.run}`);
    if (`${name} ${input.run}` === refused) throw new Error('It cannot be.');
    return undefined;
  };
  const studio = new FakeStudio({
    'runs.list': () => [run('a'), run('b')],
    'runs.remove': note('remove'),
    'runs.discard': note('discard'),
    'runs.restore': (input) => {
      note('restore')(input);
      return run(input.run);
    },
    'runs.import': ({ path }) => {
      if (path.includes('bad')) throw new Error('That is no run.');
      return run('c');
    },
  });
  const parts = { studio, runs: new Runs(studio), notices: new Notices(), navigation: new Navigation() };
  await parts.runs.load();
  const settle = () => vi.advanceTimersByTimeAsync(0);
  const listed = () => parts.runs.list.map((each) => each.run);
  return { ...parts, actions: new RunActions(parts), asked, settle, listed };
}

describe('deleting runs', () => {
  it('can be undone until the offer is over', async () => {
    const { actions, runs, asked, settle, listed, notices } = await setUp();
    runs.selection.add(['a']);
    actions.remove([run('a'), run('b')]);
    await settle();
    expect([listed(), runs.selection.ids, notices.offers.length]).toEqual([[], [], 1]);
    actions.undo();
    actions.undo();
    await settle();
    expect(listed().sort()).toEqual(['a', 'b']);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked).toEqual(['remove a', 'remove b', 'restore a', 'restore b']);
  });

  it('ends in the trash, and cannot be undone then', async () => {
    const { actions, asked, settle } = await setUp();
    actions.remove([run('a')]);
    await settle();
    await vi.advanceTimersByTimeAsync(20_000);
    actions.undo();
    await settle();
    expect(asked).toEqual(['remove a', 'discard a']);
  });

  it('offers to undo what was deleted where the rest is refused', async () => {
    const { actions, settle, listed, notices } = await setUp('remove b');
    actions.remove([run('a'), run('b')]);
    await settle();
    expect([listed(), notices.list[0]?.message]).toEqual([['b'], 'It cannot be.']);
    actions.undo();
    await settle();
    expect(listed().sort()).toEqual(['a', 'b']);
  });
});

describe('importing runs', () => {
  it('takes in those that are whole, and names the others', async () => {
    const { actions, settle, listed, notices, navigation } = await setUp();
    actions.importZips(['/somewhere/bad.zip', '/somewhere/good.zip']);
    await settle();
    expect(navigation.view).toBe('runs');
    expect(listed().sort()).toEqual(['a', 'b', 'c']);
    expect(notices.list).toMatchObject([{ title: 'bad.zip was not imported', message: 'That is no run.' }]);
    expect(notices.announcement.text).toBe('Run c is imported.');
  });
});

describe('the listing', () => {
  it('sorts the other way round when it is asked again, and forgets what is not shown', async () => {
    const { runs } = await setUp();
    const { listing, selection } = runs;
    const shown = () => listing.shown.map((each) => each.run).join('');
    listing.sortBy('name');
    expect([shown(), listing.descending]).toEqual(['ab', false]);
    listing.sortBy('name');
    expect([shown(), listing.descending]).toEqual(['ba', true]);
    selection.add(['a', 'b']);
    listing.search = 'run a';
    selection.keepAmong(new Set(listing.shown.map((each) => each.run)));
    expect([shown(), selection.ids, listing.narrowed]).toEqual(['a', ['a'], true]);
    listing.widen();
    expect(shown()).toBe('ba');
  });
});
