import { describe, expect, it } from 'vitest';
import type { RunConfig } from '../../../shared/contract/run';
import { sampleTraining } from '../../../shared/recipe/testing';
import type { EvaluationEvent } from '../../../shared/contract/metrics';
import type { RunMoment } from '../../state/live-run.svelte';
import { StepSeries } from '../../state/step-series';
import type { CurveChoices } from '../../../shared/contract/curves';
import { curvesChart } from '../../../shared/charts/curves';
import type { CurvesView } from '../../../shared/charts/curves-view';
import { drawnChart, sampleLook } from '../../../shared/charts/testing';
import { perEpoch } from '../../parts/charts/along';
import { checkpointFlags } from '../new-run/checkpoint-flags';
import type { CurveFrame } from './curve-series';
import { curveCsv, curveView, tableWords } from './curves';

const config = (steps: number): RunConfig => ({
  version: 1,
  run: 'a',
  name: 'a',
  createdAt: '',
  studioVersion: '',
  dataset: {
    id: 'd',
    name: 'd',
    contentHash: '',
    shape: [28, 28, 1],
    classes: ['x', 'y'],
    mirrorKeepsClass: true,
    trainCount: 10,
  },
  normalization: { mean: [0], standardDeviation: [1] },
  recipe: null,
  training: sampleTraining({ variant: 'resnet56', steps }),
});

const moment = (done: number, total: number, evaluatedAt: readonly number[]): RunMoment => {
  const steps = new StepSeries(5);
  for (let step = 1; step <= done; step += 1) {
    steps.add({
      event: 'step',
      step,
      epoch: 1,
      loss: 2 + 1 / step,
      top1Error: 0.5 / step,
      learningRate: 0.1,
      imagesPerSecond: 400,
      loadingMillis: 0,
      stepMillis: 300,
      time: step,
    });
  }
  const validations = evaluatedAt.map((step): EvaluationEvent => ({
    event: 'evaluation',
    split: 'validation',
    step,
    epoch: 1,
    loss: 1,
    top1Error: 0.25,
    top5Error: 0,
    time: 0,
  }));
  return {
    config: config(total),
    steps,
    validations,
    responses: [],
    layers: [],
    histograms: [],
    latestValidation: validations.at(-1) ?? null,
    bestValidation: null,
    test: null,
    seconds: done,
  };
};

const choices: CurveChoices = { quantity: 'loss', axis: 'step', logarithmic: false, smoothing: 5 };
const frame: CurveFrame = {
  range: null,
  columns: 600,
  flags: [],
  colours: { training: '#00f', validation: '#f80', planned: '#888' },
};
/** The axes as they are drawn. */
const axesOf = (view: CurvesView) => drawnChart(curvesChart(view, sampleLook)).axes;
const linesOf = (view: CurvesView) => Object.fromEntries(view.series.map(({ name, points }) => [name, points]));

describe('curveView', () => {
  it('draws every step of a short run exactly', () => {
    const view = curveView(moment(40, 40, [20, 40]), choices, frame);
    expect(view.series[0]?.points).toEqual(
      Array.from({ length: 40 }, (_, index) => ({ x: index + 1, y: 2 + 1 / (index + 1) })),
    );
    expect(linesOf(view)['validation loss']).toEqual([
      { x: 20, y: 1 },
      { x: 40, y: 1 },
    ]);
    expect(axesOf(view)['y']?.high).toBe(4);
    expect(view.marks).toEqual([
      { x: 20, label: 'rate 0.01' },
      { x: 30, label: 'rate 0.001' },
    ]);
    expect(tableWords(moment(40, 40, []), view)).toBe('All 40 steps, as they are drawn.');
  });

  it('smooths as an exponentially weighted mean without bias does', () => {
    const smooth = linesOf(curveView(moment(3, 40, []), choices, frame))['training loss, smoothed'] ?? [];
    const [decay, losses] = [1 - 2 / 6, [3, 2.5, 2 + 1 / 3]];
    losses.forEach((_, row) => {
      const weights = losses.slice(0, row + 1).map((_loss, before) => decay ** (row - before));
      const sum = weights.reduce((total, weight, at) => total + weight * (losses[at] ?? 0), 0);
      expect(smooth[row]?.y).toBeCloseTo(sum / weights.reduce((total, weight) => total + weight), 12);
    });
  });

  it('labels the lines at their ends', () => {
    const { series } = curveView(moment(40, 80, [40]), { ...choices, quantity: 'error' }, frame);
    expect(series.map(({ label }) => label)).toEqual([
      null,
      expect.stringMatching(/^train \d+\.\d %$/),
      'validation 25.0 %',
    ]);
  });

  it('tells the values where a part ends that is looked at, not those of the end of the run', () => {
    const run = moment(40, 80, [10, 40]);
    const late = { ...run, validations: run.validations.map((each, index) => ({ ...each, loss: 2 - index })) };
    const part = { ...frame, range: { low: 0, high: 20 } };
    const labels = curveView(late, { ...choices, smoothing: 1 }, part).series.map(({ label }) => label);
    expect(labels).toEqual(['train 2.050', 'validation 2.000']);
  });

  it('has every evaluation inside, however early and high', () => {
    const run = moment(4000, 4000, [10, 4000]);
    const early = { ...run, validations: run.validations.map((each, index) => ({ ...each, top1Error: 0.9 - index })) };
    const view = curveView(early, { ...choices, quantity: 'error' }, frame);
    expect(axesOf(view)['y']?.high).toBeGreaterThanOrEqual(0.9);
  });

  it('lies along steps, epochs of one step, or seconds', () => {
    const run = moment(40, 80, [40]);
    const ends = (['step', 'epoch', 'time'] as const).map((axis) => curveView(run, { ...choices, axis }, frame));
    expect(ends.map((view) => axesOf(view)['x']?.high)).toEqual([80, 80 / perEpoch(run), 40]);
    expect(ends.map(({ series }) => series[0]?.points.at(-1)?.x)).toEqual([40, 40 / perEpoch(run), 40]);
    // A planned drop that is not reached has no time yet.
    expect(ends.map(({ marks }) => marks.length)).toEqual([2, 2, 1]);
  });

  it('has validation alone where errors of the best five are looked at', () => {
    const view = curveView(moment(40, 40, [40]), { ...choices, quantity: 'top5' }, frame);
    expect(linesOf(view)).toEqual({ 'validation top-5 error': [{ x: 40, y: 0 }] });
  });

  it('shows the lowest and the highest of each column of pixels of 100,000 steps', () => {
    const long = moment(100_000, 100_000, [50_000, 100_000]);
    const view = curveView(long, { ...choices, logarithmic: true }, frame);
    expect(view.series.every(({ points }) => points.length <= 4 * frame.columns)).toBe(true);
    expect(tableWords(long, view)).toMatch(/^[\d,]+ of 100,000 steps/);
  });

  it('draws every step again where it is looked at closely, and a neighbour on each side', () => {
    const long = moment(100_000, 100_000, []);
    const view = curveView(long, choices, { ...frame, range: { low: 500, high: 600 } });
    const x = view.series[0]?.points.map((point) => point.x) ?? [];
    expect(x).toEqual(Array.from({ length: x.length }, (_, index) => 499 + index));
    expect(x.at(-1)).toBeGreaterThanOrEqual(600);
    const { x: along, y } = axesOf(view);
    expect(y?.low).toBeGreaterThan(2);
    expect(along).toMatchObject({ low: 500, high: 600 });
  });

  it('lays the learning rate over the one that was planned', () => {
    const run = moment(10, 80, []);
    const view = curveView(run, { ...choices, quantity: 'rate' }, frame);
    expect(view.series.map(({ name, style }) => [name, style.dash.length > 0])).toEqual([
      ['scheduled learning rate', true],
      ['learning rate', false],
    ]);
    expect(linesOf(view)['scheduled learning rate']?.filter(({ x }) => [1, 40, 41, 60, 61, 80].includes(x))).toEqual([
      ...[1, 40].map((x) => ({ x, y: 0.1 })),
      ...[41, 60].map((x) => ({ x, y: 0.01 })),
      ...[61, 80].map((x) => ({ x, y: 0.001 })),
    ]);
    expect(view.series[1]?.points).toHaveLength(10);
    expect(view.series[1]?.label).toBe('rate 0.1');
    expect(view.y.tick(0.05)).toBe('0.05');
    expect(tableWords(run, view)).toBe('All 10 steps, as they are drawn.');
    // No step that is still to come has a time.
    expect(curveView(run, { ...choices, quantity: 'rate', axis: 'time' }, frame).series).toHaveLength(1);
  });

  it('keeps the logarithmic axis of a cosine to four powers of ten', () => {
    const run = moment(10, 80, []);
    const cosine = {
      ...run,
      config: { ...run.config, training: { ...run.config.training, schedule: 'cosine' as const } },
    };
    const { y } = axesOf(curveView(cosine, { ...choices, quantity: 'rate', logarithmic: true }, frame));
    expect(y).toMatchObject({ low: 1e-5, high: 0.1 });
  });

  it('draws an empty chart before the first step', () => {
    const view = curveView(moment(0, 40, []), { ...choices, quantity: 'error' }, frame);
    expect(view.series.every(({ points, label }) => points.length === 0 && label === null)).toBe(true);
    expect(axesOf(view)['y']).toMatchObject({ low: 0, high: 1 });
  });
});

describe('checkpointFlags', () => {
  const every = (run: RunMoment, keep: number): RunMoment => ({
    ...run,
    config: { ...run.config, checkpoints: { minutes: 5, every: 2, keep } },
  });

  it('finds the best, the last and those of every second epoch', () => {
    const run = moment(40, 80, [10, 20, 30, 40]);
    const best = run.validations[1] ?? null;
    expect(checkpointFlags({ ...run, bestValidation: best }, false).map(({ step, kinds }) => [step, kinds])).toEqual([
      [20, ['best']],
      [30, ['last']],
    ]);
    const kept = checkpointFlags(every({ ...run, bestValidation: best }, 3), true);
    const two = 2 * perEpoch(run);
    const epochs = kept.flatMap(({ step, kinds }) => (kinds.includes('epoch') ? [step] : []));
    expect(epochs).toHaveLength(3);
    expect(epochs.map((step) => step % two)).toEqual([0, 0, 0]);
    expect(kept.at(-1)).toMatchObject({ step: 40 });
    expect(kept.at(-1)?.kinds).toContain('last');
  });

  it('finds none before there is one', () => {
    expect(checkpointFlags(moment(0, 80, []), false)).toEqual([]);
  });
});

describe('curveCsv', () => {
  it('holds the learning rate beside the planned one', () => {
    const lines = curveCsv(moment(2, 4, []), { ...choices, quantity: 'rate' }).split('\r\n');
    expect(lines.slice(0, 5)).toEqual([
      'step,learning rate,scheduled learning rate',
      ...['1,0.1,0.1', '2,0.1,0.1', '3,,0.01', '4,,0.001'],
    ]);
  });

  it('holds all steps with the validation beside them', () => {
    const lines = curveCsv(moment(3, 40, [2]), choices).split('\r\n');
    expect(lines[0]).toBe('step,training loss,training loss smoothed,validation loss');
    expect(lines[1]).toBe('1,3,3,');
    expect(lines[2]?.startsWith('2,2.5,')).toBe(true);
    expect(lines[2]?.endsWith(',1')).toBe(true);
    expect(lines).toHaveLength(5);
  });
});
