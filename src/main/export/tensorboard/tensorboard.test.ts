import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { buildNetwork } from '../../../shared/network/build';
import { findVariant } from '../../../shared/network/variants';
import type { MetricEvent } from '../../../shared/contract/metrics';
import { TensorBoardEvents } from './tensorboard';

const network = buildNetwork(findVariant('resnet8', {}), [8, 8, 1], 2);
const times = { imagesPerSecond: 100, loadingMillis: 1, stepMillis: 99 };

/** An epoch has 4 steps. @param attempt Tells what is computed again from what it replaces. */
function eventsOf(step: number, attempt: number): MetricEvent[] {
  const place = { step, epoch: Math.ceil(step / 4) };
  const loss = attempt + step / 1024;
  const events: MetricEvent[] = [
    { event: 'step', ...place, loss, top1Error: 0.5, learningRate: 0.125, ...times, time: step },
  ];
  if (step % 4 > 0) return events;
  events.push({ event: 'responses', ...place, layers: ['conv1', 'layer1.0.conv1'], standardDeviations: [loss, 0.25] });
  const histograms = [{ low: -1, high: 1, counts: [1, 6, 2, 3] }];
  events.push({
    event: 'layers',
    ...place,
    layers: ['fc'],
    gradientNorms: [0.5],
    weightNorms: [2],
    updateRatios: [0.125],
    blocks: ['layer1.0'],
    ratios: [0.75],
    cosines: [-0.25],
  });
  events.push({
    event: 'histograms',
    ...place,
    weights: { layers: ['fc'], histograms },
    responses: { layers: ['conv1'], histograms },
  });
  events.push({ event: 'evaluation', split: 'validation', ...place, loss, top1Error: 0.75, top5Error: 0, time: step });
  return events;
}
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);

/** A Python that has TensorBoard; `RESIDUAL_STUDIO_TENSORBOARD_PYTHON` names one. */
const python = process.env['RESIDUAL_STUDIO_TENSORBOARD_PYTHON'] ?? 'python3';
const hasTensorBoard = spawnSync(python, ['-c', 'import tensorboard.backend.event_processing']).status === 0;

describe('TensorBoardEvents', () => {
  let folder = '';
  beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'events-'))));
  afterEach(() => {
    vi.useRealTimers();
    rmSync(folder, { recursive: true });
  });

  const files = () => readdirSync(folder).sort();
  const sizeOf = (name: string | undefined) => statSync(join(folder, name ?? '')).size;

  /** What is added is told of as kept where `from` goes on after it. */
  function write(from: number, to: number, attempt: number, kept: MetricEvent[] = []) {
    const events = new TensorBoardEvents(folder, network, from, kept);
    for (const step of range(from + 1, to)) for (const event of eventsOf(step, attempt)) events.add(event);
    events.close();
  }

  it('writes at most once a second, and everything within a second', () => {
    vi.useFakeTimers();
    const events = new TensorBoardEvents(folder, network, 0, []);
    const [name] = files();
    const sizes: number[] = [];
    for (const step of range(1, 300)) {
      for (const event of eventsOf(step, 0)) events.add(event);
      vi.advanceTimersByTime(10);
      sizes.push(sizeOf(name));
    }
    // 3 seconds: the first write, and one at the end of each.
    expect(new Set(sizes).size).toBeLessThanOrEqual(4);
    vi.advanceTimersByTime(1000);
    const whole = sizeOf(name);
    events.close();
    expect(sizeOf(name)).toBe(whole);
  });

  it('begins each file with its version, under a name that comes after the others', () => {
    for (const step of [0, 4, 8]) write(step, step + 4, 0);
    expect(files()).toHaveLength(3);
    for (const name of files()) expect(readFileSync(join(folder, name), 'latin1')).toContain('brain.Event:2');
    const sizes = files().map(sizeOf);
    // The first alone has the graph.
    expect(sizes[1]).toBeLessThan(sizes[0] ?? 0);
  });

  describe.skipIf(!hasTensorBoard)("read by TensorBoard's own loader", () => {
    interface Loaded {
      readonly curves: Readonly<Record<string, [step: number, value: number][]>>;
      readonly histograms: Readonly<Record<string, [step: number, limits: number[], counts: number[]][]>>;
      readonly graph: [name: string, op: string, inputs: string[]][] | null;
    }

    function load(): Loaded {
      const script = join(import.meta.dirname, 'fixtures', 'read_events.py');
      const { status, stdout, stderr } = spawnSync(python, [script, folder], { encoding: 'utf8' });
      if (status !== 0) throw new Error(stderr);
      return JSON.parse(stdout) as Loaded;
    }

    it('has every curve and the graph', () => {
      write(0, 8, 1);
      const { curves, histograms, graph } = load();
      expect(curves['train/loss']).toEqual(range(1, 8).map((step) => [step, 1 + step / 1024]));
      expect(curves['train/learning_rate']).toEqual(range(1, 8).map((step) => [step, 0.125]));
      expect(curves['train/images_per_second']).toHaveLength(8);
      expect(curves['train/top1_error']).toHaveLength(8);
      const epochs = [4, 8];
      expect(curves['validation/loss']).toEqual(epochs.map((step) => [step, 1 + step / 1024]));
      expect(curves['validation/top1_error']).toEqual(epochs.map((step) => [step, 0.75]));
      expect(curves['validation/top5_error']).toEqual(epochs.map((step) => [step, 0]));
      expect(curves['responses/layer1.0.conv1']).toEqual(epochs.map((step) => [step, 0.25]));
      const measured = { gradient_norms: 0.5, weight_norms: 2, update_ratios: 0.125 };
      for (const [group, value] of Object.entries(measured)) {
        expect(curves[`${group}/fc`]).toEqual(epochs.map((step) => [step, value]));
      }
      expect(curves['residual_ratios/layer1.0']).toEqual(epochs.map((step) => [step, 0.75]));
      expect(curves['residual_cosines/layer1.0']).toEqual(epochs.map((step) => [step, -0.25]));
      const spans = epochs.map((step) => [step, [-0.5, 0, 0.5, 1], [1, 6, 2, 3]]);
      expect(histograms).toEqual({ 'weights/fc': spans, 'response_histograms/conv1': spans });
      expect(graph).toHaveLength(network.layers.length + 1);
      expect(graph).toContainEqual(['layer1/0/conv1', 'Conv2D', ['relu']]);
    });

    it('shows a run that was killed and went on from a checkpoint as one that was never stopped', () => {
      write(0, 11, 1);
      const [first = ''] = files();
      // The last record was being written.
      truncateSync(join(folder, first), sizeOf(first) - 5);
      const kept = range(1, 8).flatMap((step) => eventsOf(step, 1));
      write(8, 10, 2, kept);
      write(8, 16, 3, kept);
      const loss = (step: number) => (step <= 8 ? 1 : 3) + step / 1024;
      const { curves, graph } = load();
      expect(curves['train/loss']).toEqual(range(1, 16).map((step) => [step, loss(step)]));
      expect(curves['validation/loss']).toEqual([4, 8, 12, 16].map((step) => [step, loss(step)]));
      expect(curves['responses/conv1']).toEqual([4, 8, 12, 16].map((step) => [step, loss(step)]));
      expect(graph).not.toBeNull();
    });

    it('drops everything of a run that starts over, and has what a run without event files knew before', () => {
      write(0, 3, 1);
      write(0, 2, 2);
      expect(load().curves['train/loss']?.map(([step]) => step)).toEqual([1, 2]);
      for (const name of files()) rmSync(join(folder, name));
      const known = range(1, 4).flatMap((step) => eventsOf(step, 1));
      write(4, 6, 1, known);
      expect(load().curves['train/loss']).toEqual(range(1, 6).map((step) => [step, 1 + step / 1024]));
    });
  });
});
