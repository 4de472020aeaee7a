import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { readCurves } from '../runs/metrics/metrics-curves';
import { MetricsWriter } from '../runs/metrics/metrics-file';
import { ofKind, runToEnd, setUp } from './loop-testing';

describe('train', () => {
  it('tells what a step took beside waiting and computing, and the memory of its process now and then', async () => {
    const { options } = setUp({ steps: 5 });
    const { engine, loader } = options;
    let clock = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => clock);
    const { events } = await runToEnd({
      ...options,
      gpuBytes: () => (clock < 1000 ? null : 5e9),
      engine: {
        ...engine,
        trainStep: (...batch) => ((clock += 30), engine.trainStep(...batch)),
        evaluate: (...batch) => ((clock += 1000), engine.evaluate(...batch)),
      },
      loader: { ...loader, next: () => ((clock += 7), loader.next()) },
    });
    vi.restoreAllMocks();
    const steps = ofKind(events, 'step');
    expect(steps.map(({ loadingMillis, stepMillis }) => [loadingMillis, stepMillis])).toEqual(Array(5).fill([7, 30]));
    // The validation pictures were evaluated after the fourth.
    expect(steps.map(({ restMillis }) => restMillis)).toEqual([0, 0, 0, 0, 1000]);
    const told = steps.filter(({ residentBytes }) => residentBytes !== undefined);
    expect(told.map(({ step }) => step)).toEqual([1, 5]);
    expect(told[0]?.residentBytes).toBeGreaterThan(10e6);
    expect(steps.map(({ gpuBytes }) => gpuBytes)).toEqual([...Array<undefined>(4).fill(undefined), 5e9]);
  });

  it('tells steps that are drawn as they were written', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'loop-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const { events } = await runToEnd({ ...setUp({ steps: 5 }).options, gpuBytes: () => 2 ** 30 });
    const writer = new MetricsWriter(join(folder, 'metrics.jsonl'));
    writer.append(events);
    await writer.close();
    const { recent } = await readCurves(join(folder, 'metrics.jsonl'));
    expect(recent).toEqual(ofKind(events, 'step'));
    const [first, second] = recent;
    expect(first?.gpuBytes).toBe(2 ** 30);
    // Memory is told once a second.
    expect(second).toHaveProperty('restMillis');
    expect(second).not.toHaveProperty('residentBytes');
  });
});
