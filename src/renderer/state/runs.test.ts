import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { MetricEvent, RunCurves } from '../../shared/contract/metrics';
import type { EventName, EventPayload } from '../../shared/contract/studio';
import type { RunConfig, RunSummary } from '../../shared/contract/run';
import { sampleTraining, unlabelled } from '../../shared/recipe/testing';
import { FakeStudio } from './fake-studio';
import { Runs } from './runs.svelte';

const totalSteps = 100;

const config: RunConfig = {
  version: 1,
  run: 'a',
  name: 'a',
  createdAt: '2026-01-01T10:00:00Z',
  studioVersion: '0.1.0',
  dataset: {
    id: 'd',
    name: 'd',
    contentHash: '',
    shape: [28, 28, 1],
    classes: ['x', 'y'],
    mirrorKeepsClass: true,
    trainCount: 1000,
  },
  normalization: { mean: [0], standardDeviation: [1] },
  recipe: null,
  training: sampleTraining({ steps: totalSteps }),
};

const summary = (change: Partial<RunSummary>): RunSummary => ({
  run: 'a',
  name: 'a',
  state: 'training',
  reason: null,
  createdAt: '2026-01-01T10:00:00Z',
  model: 'resnet20',
  dataset: 'd',
  steps: 0,
  totalSteps,
  trainLoss: null,
  validationError: null,
  testError: null,
  trainedOn: { dataset: 'd', contentHash: '' },
  hasCheckpoint: false,
  ...unlabelled,
  ...change,
});

const lines: readonly MetricEvent[] = Array.from({ length: totalSteps }, (_, index) => ({
  event: 'step' as const,
  step: index + 1,
  epoch: 1,
  loss: 1,
  top1Error: 0.5,
  learningRate: 0.1,
  imagesPerSecond: 400,
  loadingMillis: 0,
  stepMillis: 300,
  time: index,
}));

function curvesOf(events: readonly MetricEvent[]): RunCurves {
  const steps = events.filter((event) => event.event === 'step');
  const column = (name: keyof RunCurves['steps']) => Float64Array.from(steps, (step) => step[name]);
  return {
    steps: {
      step: column('step'),
      loss: column('loss'),
      top1Error: column('top1Error'),
      learningRate: column('learningRate'),
      time: column('time'),
    },
    recent: steps.slice(-20),
    events: [],
    next: events.length,
  };
}

/** A main process whose run's folder holds the first `written` lines. */
class FakeMain {
  written = 0;
  readonly readings: number[] = [];
  stop: () => Promise<void> = () => Promise.resolve();

  readonly studio = new FakeStudio({
    'runs.read': ({ from }) => {
      this.readings.push(from);
      return { summary: summary({}), config, events: lines.slice(from, this.written), next: this.written };
    },
    'runs.curves': () => {
      this.readings.push(0);
      return { config, ...curvesOf(lines.slice(0, this.written)) };
    },
    'runs.list': () => [summary({})],
    'runs.rename': ({ run, name }) => summary({ run, name }),
    'runs.stop': async () => void (await this.stop()),
  });

  send<Name extends EventName>(name: Name, payload: EventPayload<Name>): void {
    this.studio.send(name, payload);
  }

  sendLines(first: number, last: number): void {
    this.send('runs.metrics', { run: 'a', from: first, events: lines.slice(first, last) });
  }
}

const listening = async () => {
  const main = new FakeMain();
  const runs = new Runs(main.studio);
  runs.listen();
  await runs.load();
  return { main, runs };
};
const shownSteps = (run: ReturnType<Runs['watch']>) => [...(run.moment?.steps.column('step') ?? [])];
const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a watched run', () => {
  it('reads what is there and goes on with what comes in', async () => {
    const { main, runs } = await listening();
    main.written = 30;
    const run = runs.watch('a');
    await vi.advanceTimersByTimeAsync(0);
    expect(shownSteps(run)).toEqual(upTo(30));
    main.sendLines(30, 33);
    await vi.advanceTimersByTimeAsync(200);
    expect(shownSteps(run)).toEqual(upTo(33));
    expect(main.readings).toEqual([0]);
  });

  it('loses nothing that comes in while it reads', async () => {
    const { main, runs } = await listening();
    main.written = 10;
    const run = runs.watch('a');
    main.sendLines(8, 14);
    await vi.advanceTimersByTimeAsync(200);
    expect(shownSteps(run)).toEqual(upTo(14));
  });

  it('reads the lines of a gap, again until they are on disk', async () => {
    const { main, runs } = await listening();
    main.written = 10;
    const run = runs.watch('a');
    await vi.advanceTimersByTimeAsync(0);
    main.sendLines(20, 25);
    await vi.advanceTimersByTimeAsync(200);
    expect(shownSteps(run)).toEqual(upTo(10));
    main.written = 22;
    await vi.advanceTimersByTimeAsync(500);
    expect(shownSteps(run)).toEqual(upTo(25));
    expect(main.readings.slice(1).every((from) => from === 10)).toBe(true);
  });

  it('goes on where the lines of a gap never come', async () => {
    const { main, runs } = await listening();
    main.written = 10;
    const run = runs.watch('a');
    await vi.advanceTimersByTimeAsync(0);
    main.sendLines(20, 25);
    await vi.advanceTimersByTimeAsync(4000);
    expect(shownSteps(run)).toEqual([...upTo(10), 21, 22, 23, 24, 25]);
    const { length } = main.readings;
    await vi.advanceTimersByTimeAsync(4000);
    expect(main.readings).toHaveLength(length);
  });

  it('is drawn at most four times a second', async () => {
    const { main, runs } = await listening();
    const run = runs.watch('a');
    await vi.advanceTimersByTimeAsync(0);
    const first = run.moment;
    main.sendLines(0, 5);
    main.sendLines(5, 9);
    expect(run.moment).toBe(first);
    await vi.advanceTimersByTimeAsync(250);
    expect(shownSteps(run)).toEqual(upTo(9));
  });

  it('begins again where a run that was over goes on', async () => {
    const { main, runs } = await listening();
    main.written = 20;
    const run = runs.watch('a');
    await vi.advanceTimersByTimeAsync(250);
    expect(shownSteps(run)).toEqual(upTo(20));
    main.send('runs.changed', summary({ state: 'stopped' }));
    // Lines after its checkpoint are cut off before it computes them anew.
    main.written = 15;
    main.send('runs.changed', summary({ state: 'training' }));
    await vi.advanceTimersByTimeAsync(250);
    expect(shownSteps(run)).toEqual(upTo(15));
    main.sendLines(15, 18);
    await vi.advanceTimersByTimeAsync(250);
    expect(shownSteps(run)).toEqual(upTo(18));
  });

  it('hears nothing any more once another one is watched', async () => {
    const { main, runs } = await listening();
    const run = runs.watch('a');
    await vi.advanceTimersByTimeAsync(0);
    runs.watch('b');
    main.sendLines(0, 5);
    await vi.advanceTimersByTimeAsync(500);
    expect(shownSteps(run)).toEqual([]);
  });

  it('reads the last lines when its process is gone', async () => {
    const { main, runs } = await listening();
    const run = runs.watch('a');
    await vi.advanceTimersByTimeAsync(0);
    main.written = 12;
    main.send('runs.changed', summary({ state: 'failed', reason: 'killed' }));
    await vi.advanceTimersByTimeAsync(200);
    expect(shownSteps(run)).toEqual(upTo(12));
    expect(runs.find('a')?.reason).toBe('killed');
  });
});

describe('Runs', () => {
  it('shows a run as stopping until it has stopped', async () => {
    const { main, runs } = await listening();
    await runs.stop('a');
    expect(runs.stateOf(summary({}))).toBe('stopping');
    main.send('runs.changed', summary({ state: 'stopped' }));
    expect(runs.stateOf(summary({ state: 'stopped' }))).toBe('stopped');
    expect(runs.stateOf(summary({}))).toBe('training');
  });

  it('shows it as before where stopping failed', async () => {
    const { main, runs } = await listening();
    main.stop = () => Promise.reject(new Error('no such run'));
    await expect(runs.stop('a')).rejects.toThrow('no such run');
    expect(runs.stateOf(summary({}))).toBe('training');
  });

  it('shows the new name of a run at once', async () => {
    const { runs } = await listening();
    await runs.rename('a', 'Baseline');
    expect(runs.list.map(({ name }) => name)).toEqual(['Baseline']);
  });

  it('keeps the newest first', async () => {
    const { main, runs } = await listening();
    main.send('runs.changed', summary({ run: 'b', createdAt: '2026-01-02T10:00:00Z' }));
    main.send('runs.changed', summary({ steps: 7 }));
    expect(runs.list.map(({ run }) => run)).toEqual(['b', 'a']);
    expect(runs.find('a')?.steps).toBe(7);
    main.send('runs.removed', { run: 'b' });
    expect(runs.list.map(({ run }) => run)).toEqual(['a']);
  });
});
