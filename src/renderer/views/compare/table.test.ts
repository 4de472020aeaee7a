import { describe, expect, it } from 'vitest';
import type { RunConfig } from '../../../shared/contract/run';
import type { EvaluationEvent } from '../../../shared/contract/metrics';
import { lineStyle } from '../../../shared/charts/line-style';
import { sampleTraining } from '../../../shared/recipe/testing';
import type { Training } from '../../../shared/contract/training';
import { StepSeries } from '../../state/step-series';
import type { ComparedRun } from './compared';
import { distinctions } from './distinctions';
import { settingText } from './setting-words';
import { compareTable, tableCsv } from './table';

const training = (changes: Partial<Training> = {}) => sampleTraining({ epochs: 40, steps: 3400, ...changes });

const cifar = ['airplane', 'automobile', 'bird', 'cat', 'deer', 'dog', 'frog', 'horse', 'ship', 'truck'];

/** A run on CIFAR-10 that is over. */
function compared(run: string, changes: Partial<RunConfig>, testError = 0.1): ComparedRun {
  const config: RunConfig = {
    version: 1,
    run,
    name: run,
    createdAt: '2026-01-01T00:00:00.000Z',
    studioVersion: '0.1.0',
    recipe: null,
    dataset: {
      id: 'd',
      name: 'CIFAR-10',
      contentHash: 'abc',
      shape: [32, 32, 3],
      trainCount: 45_000,
      classes: cifar,
      mirrorKeepsClass: true,
    },
    normalization: { mean: [0.5], standardDeviation: [0.25] },
    training: training(),
    ...changes,
  };
  const test: EvaluationEvent = {
    event: 'evaluation',
    split: 'test',
    step: 1,
    epoch: 1,
    loss: 1,
    top1Error: testError,
    top5Error: 0,
    time: 1,
  };
  return {
    run,
    number: 1,
    name: config.name,
    state: 'finished',
    style: lineStyle(0, 'light'),
    config,
    moment: {
      config,
      steps: new StepSeries(5),
      validations: [],
      responses: [],
      layers: [],
      histograms: [],
      latestValidation: null,
      bestValidation: null,
      test,
      seconds: 1,
    },
    problem: null,
  };
}

describe('the table of a comparison', () => {
  it('writes every whole number alike, but for a seed', () => {
    expect(settingText('steps', 3400)).toBe('3,400');
    expect(settingText('parameters', 269_722)).toBe('269,722');
    expect(settingText('seed', 123_456)).toBe('123456');
    expect(settingText('weightDecay', 0.0001)).toBe('0.0001');
  });

  it('says warm-up, drops of the rate and choices in words', () => {
    expect(settingText('warmup', '0.05')).toBe('5 % of the run');
    expect(settingText('milestones', '0.5, 0.75')).toBe('at 1/2 and 3/4 of the run');
    expect(settingText('milestones', '')).toBe('–');
    expect(settingText('augmentation', 'none')).toBe('None');
    expect(settingText('schedule', 'a newer one')).toBe('a newer one');
  });

  it("holds each run's test error against that of the paper for its network", () => {
    const runs = ['resnet20', 'plain20', 'resnet110'].map((variant) =>
      compared(variant, { training: training({ variant }) }),
    );
    const { rows, withPaper } = compareTable(runs);
    const row = rows.find(({ key }) => key === 'testError');
    expect(row?.cells.map(({ reference }) => reference?.text)).toEqual(['paper 8.75 %', undefined, 'paper 6.43 %']);
    expect(rows.filter(({ group }) => group === 'results').every(({ paper }) => paper === null)).toBe(true);
    const lines = tableCsv(rows, runs, withPaper).trim().split('\r\n');
    expect(lines).toContain('Test error,0.1,0.1,0.1,');
    expect(lines).toContain('"Test error, paper",0.0875,,0.0643,');
  });
});

describe('runs of one name', () => {
  const named = (run: string, changes: Partial<Training>, name = 'ResNet-20 on shapes', createdAt?: string) =>
    compared(run, { name, training: training(changes), ...(createdAt !== undefined && { createdAt }) });

  it('are told apart by the first settings that differ', () => {
    const runs = [named('a', {}), named('b', { learningRate: 0.01 }), named('c', { batch: 64, seed: 7 })];
    expect([...distinctions([...runs, named('d', {}, 'Another')])]).toEqual([
      ['a', 'Batch size: 128, Learning rate: 0.1'],
      ['b', 'Batch size: 128, Learning rate: 0.01'],
      ['c', 'Batch size: 64, Learning rate: 0.1'],
    ]);
  });

  it('are told apart by when they were made where no setting is enough', () => {
    const at = (minute: number) => new Date(2026, 0, 1, 12, minute).toISOString();
    const runs = [named('a', {}, undefined, at(0)), named('b', {}, undefined, at(5))];
    expect(distinctions(runs).get('b')).toBe('created 1 Jan 2026, 12:05');
  });

  it('need nothing where the network tells them apart, or names do', () => {
    expect(distinctions([named('a', {}), named('b', { variant: 'plain20' })]).size).toBe(0);
    expect(distinctions([named('a', {}), named('b', {}, 'Other')]).size).toBe(0);
  });
});
