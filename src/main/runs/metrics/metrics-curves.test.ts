import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MetricEvent } from '../../../shared/contract/metrics';
import { readCurves } from './metrics-curves';
import { readMetricLines } from './metrics-file';
import { evaluationOf, stepOf } from '../testing';

let folder = '';
let path = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'curves-'));
  path = join(folder, 'metrics.jsonl');
});
afterEach(() => rm(folder, { recursive: true }));

const write = (events: readonly MetricEvent[]) =>
  writeFile(path, events.map((event) => `${JSON.stringify(event)}\n`).join(''));
const responses = (step: number): MetricEvent => ({
  event: 'responses',
  step,
  epoch: 1,
  layers: ['conv1'],
  standardDeviations: [step],
});

describe('readCurves', () => {
  it('gives every step as it was written, as columns', async () => {
    const steps = Array.from({ length: 3000 }, (_, index) => stepOf(index + 1));
    await write(steps);
    const curves = await readCurves(path);
    expect([...curves.steps.step]).toEqual(steps.map(({ step }) => step));
    expect([...curves.steps.loss]).toEqual(steps.map(({ loss }) => loss));
    expect([...curves.steps.time]).toEqual(steps.map(({ time }) => time));
    expect(curves.recent).toEqual(steps.slice(-20));
    expect(curves).toMatchObject({ events: [], next: 3000 });
  });

  it('gives the other events whole and in order, and thins what describes layers', async () => {
    const events = Array.from({ length: 2000 }, (_, index) => [
      ...[stepOf(index + 1), responses(index + 1)],
      ...(index % 100 === 99 ? [evaluationOf('validation', index + 1, 0.5)] : []),
    ]).flat();
    await write(events);
    const curves = await readCurves(path);
    expect(curves.events.filter(({ event }) => event === 'evaluation')).toEqual(
      events.filter(({ event }) => event === 'evaluation'),
    );
    const kept = curves.events.filter((event) => event.event === 'responses');
    expect(kept.length).toBeGreaterThan(120);
    expect(kept.length).toBeLessThan(260);
    expect([kept[0], kept.at(-1)]).toEqual([responses(1), responses(2000)]);
    const places = curves.events.map((event) => ('step' in event ? event.step : 0));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(curves.next).toBe(events.length);
  });

  it('reads lines that are longer than what is read at once', async () => {
    const layers = Array.from({ length: 600_000 }, (_, index) => `layer${index}.conv`);
    const long: MetricEvent = { event: 'responses', step: 1, epoch: 1, layers, standardDeviations: [] };
    await write([stepOf(1), long, stepOf(2)]);
    const curves = await readCurves(path);
    expect([...curves.steps.step]).toEqual([1, 2]);
    // As text: comparing a million names one by one takes longer than reading them.
    expect(JSON.stringify(curves.events)).toBe(JSON.stringify([long]));
    expect(JSON.stringify((await readMetricLines(path, 1)).events)).toBe(JSON.stringify([long, stepOf(2)]));
  });

  it('counts lines that it passes over, so that what follows is read from the right one', async () => {
    await writeFile(
      path,
      `${JSON.stringify(stepOf(1))}\n\nnoise\n{"event":"unheard of"}\n${JSON.stringify(stepOf(2))}\n`,
    );
    const curves = await readCurves(path);
    expect(curves).toMatchObject({ next: 5, events: [] });
    expect((await readMetricLines(path, curves.next - 1)).events).toEqual([stepOf(2)]);
  });

  it('takes steps of earlier versions, and none that lacks a number', async () => {
    await writeFile(path, `{"event":"step","step":2}\n${JSON.stringify(stepOf(3))}\n`);
    expect(await readCurves(path)).toMatchObject({ recent: [stepOf(3)], events: [], next: 2 });
  });

  it('gives nothing where there is no file', async () => {
    expect(await readCurves(path)).toMatchObject({ recent: [], events: [], next: 0 });
  });
});
