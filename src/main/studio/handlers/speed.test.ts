import { describe, expect, it } from 'vitest';
import type { RunSummary } from '../../../shared/contract/run';
import type { TimedStep, StepTime } from '../../../shared/contract/speed';
import { sampleConfig } from '../../runs/testing';
import type { RunMetrics } from '../run-news';
import { speedHandlers } from './speed';

const step: TimedStep = { variant: 'resnet20', precision: 'float32', batch: 128, shape: [32, 32, 3], classes: 10 };
const time: StepTime = {
  stepMillis: 180,
  source: 'benchmark',
  basis: { network: 'ResNet-20', batch: 8, precision: 'float32' },
};
const stepAt = (number: number) => ({
  event: 'step' as const,
  step: number,
  epoch: 1,
  loss: 1,
  top1Error: 1,
  learningRate: 1,
  imagesPerSecond: 1,
  loadingMillis: 0,
  stepMillis: 1,
  time: number === 1 ? 9 : 10 + number,
});

function setUp(state: RunSummary['state'] = 'finished', bytes = 2 ** 40) {
  const noted: unknown[] = [];
  const summary = { run: 'a', name: 'A run', state } as RunSummary;
  let tell: (summary: RunSummary) => void = () => undefined;
  let measure: (metrics: RunMetrics) => void = () => undefined;
  const handlers = speedHandlers({
    runs: {
      list: () => Promise.resolve([summary]),
      onChanged: (listener) => {
        tell = listener;
        return () => undefined;
      },
      onMetrics: (listener) => {
        measure = listener;
        return () => undefined;
      },
      config: () => Promise.resolve(sampleConfig),
    },
    inspector: { request: () => Promise.resolve(180 as never) },
    speeds: {
      predict: () => Promise.resolve(time),
      noteBenchmark: (...note) => Promise.resolve(void noted.push(note)),
      noteRun: (...note) => Promise.resolve(void noted.push(note)),
    },
    memory: () => Promise.resolve(bytes),
  });
  return {
    handlers,
    noted,
    tell: (next: RunSummary['state']) => tell({ ...summary, state: next }),
    measure: (...steps: number[]) => measure({ run: 'a', from: 0, events: steps.map(stepAt) }),
  };
}

describe('speedHandlers', () => {
  it('times a step and remembers it', async () => {
    const { handlers, noted } = setUp();
    expect(await handlers['speed.measure'](step)).toEqual(time);
    expect(noted).toEqual([[step, 180]]);
  });

  it('refuses while a run trains, and what does not fit the memory', async () => {
    await expect(setUp('training').handlers['speed.measure'](step)).rejects.toThrow(/while A run trains/);
    await expect(setUp('finished', 1e9).handlers['speed.measure']({ ...step, batch: 65_536 })).rejects.toThrow(
      /memory/,
    );
  });

  it('learns from a run that ends, without its first step, and once', async () => {
    const { noted, tell, measure } = setUp();
    tell('finished');
    measure(7);
    tell('training');
    measure(1, 2);
    measure(50);
    tell('finished');
    tell('finished');
    await expect.poll(() => noted).toEqual([[sampleConfig, 49, 51]]);
  });
});
