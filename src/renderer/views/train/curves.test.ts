import { describe, expect, it } from 'vitest';
import type { RunConfig } from '../../../shared/contract/run';
import { sampleTraining } from '../../../shared/testing';
import type { EvaluationEvent } from '../../../shared/contract/metrics';
import type { RunMoment } from '../../state/live-run.svelte';
import { StepSeries } from '../../state/step-series';
import { curveCsv, curveView, tableWords } from './curves';

const config = (steps: number): RunConfig => ({
  ...{ version: 1, run: 'a', name: 'a', createdAt: '', studioVersion: '' },
  dataset: {
    ...{ id: 'd', name: 'd', contentHash: '', shape: [28, 28, 1], classes: ['x', 'y'], mirrorKeepsClass: true },
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
      ...{ event: 'step', step, epoch: 1, loss: 2 + 1 / step, top1Error: 0.5 / step, learningRate: 0.1 },
      ...{ imagesPerSecond: 400, loadingMillis: 0, stepMillis: 300, time: step },
    });
  }
  const validations = evaluatedAt.map((step): EvaluationEvent => ({
    ...{ event: 'evaluation', split: 'validation', step, epoch: 1, loss: 1, top1Error: 0.25, top5Error: 0, time: 0 },
  }));
  return {
    ...{
      config: config(total),
      steps,
      validations,
      responses: [],
      layers: [],
      histograms: [],
      latestValidation: validations.at(-1) ?? null,
    },
    ...{ bestValidation: null, test: null, seconds: done },
  };
};

describe('curveView', () => {
  it('draws every step of a short run exactly', () => {
    const view = curveView(moment(40, 40, [20, 40]), 'loss', false);
    expect(view.series[0]?.points).toEqual(
      Array.from({ length: 40 }, (_, index) => ({ x: index + 1, y: 2 + 1 / (index + 1) })),
    );
    expect(view.series[2]?.points).toEqual([
      { x: 20, y: 1 },
      { x: 40, y: 1 },
    ]);
    expect(view.top).toBe(4);
    expect(view.marks).toEqual([
      { x: 20, label: 'rate 0.01' },
      { x: 30, label: 'rate 0.001' },
    ]);
    expect(tableWords(moment(40, 40, []), view)).toBe('All 40 steps, as they are drawn.');
  });

  it('labels the lines at their ends', () => {
    const { series } = curveView(moment(40, 80, [40]), 'error', false);
    expect(series.map(({ endLabel }) => endLabel)).toEqual([
      null,
      expect.stringMatching(/^train \d+\.\d %$/),
      'validation 25.0 %',
    ]);
    expect(curveView(moment(3, 80, []), 'error', false).series[2]?.endLabel).toBeNull();
  });

  it('stays light for 100,000 steps and says so', () => {
    const long = moment(100_000, 100_000, [50_000, 100_000]);
    const view = curveView(long, 'loss', true);
    expect(view.series.every(({ points }) => points.length <= 1202)).toBe(true);
    expect(tableWords(long, view)).toMatch(/^[\d,]+ of 100,000 steps/);
  });

  it('draws an empty chart before the first step', () => {
    const view = curveView(moment(0, 40, []), 'error', false);
    expect(view.series.every(({ points, endLabel }) => points.length === 0 && endLabel === null)).toBe(true);
    expect(view.top).toBe(1);
  });
});

describe('curveCsv', () => {
  it('holds all steps with the validation beside them', () => {
    const lines = curveCsv(moment(3, 40, [2]), 'loss').split('\r\n');
    expect(lines[0]).toBe('step,training loss,training loss smoothed,validation loss');
    expect(lines[1]).toBe('1,3,3,');
    expect(lines[2]?.startsWith('2,2.5,')).toBe(true);
    expect(lines[2]?.endsWith(',1')).toBe(true);
    expect(lines).toHaveLength(5);
  });
});
