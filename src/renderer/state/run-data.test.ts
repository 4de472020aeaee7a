import { describe, expect, it } from 'vitest';
import type { EvaluationEvent, MetricEvent } from '../../shared/contract/metrics';
import { RunData } from './run-data';

const evaluation = (split: EvaluationEvent['split'], epoch: number, top1Error: number): EvaluationEvent => ({
  event: 'evaluation',
  split,
  step: epoch * 10,
  epoch,
  loss: 1,
  top1Error,
  top5Error: 0,
  time: epoch * 7,
});

describe('RunData', () => {
  it('sorts the events by what they say', () => {
    const data = new RunData(40);
    const events: MetricEvent[] = [
      { event: 'responses', step: 0, epoch: 0, layers: ['conv1'], standardDeviations: [1.25] },
      {
        event: 'step',
        step: 1,
        epoch: 1,
        loss: 2.3,
        top1Error: 0.9,
        learningRate: 0.1,
        imagesPerSecond: 400,
        loadingMillis: 0,
        stepMillis: 300,
        time: 0.3,
      },
      evaluation('train', 1, 0.01),
      evaluation('validation', 1, 0.2),
      evaluation('validation', 2, 0.1),
      evaluation('validation', 3, 0.1),
      evaluation('test', 3, 0.12),
      {
        event: 'end',
        run: 'a',
        state: 'finished',
        steps: 1,
        seconds: 22,
        trainLoss: 2.3,
        validationError: 0.1,
        testError: 0.12,
      },
    ];
    data.add(events);
    expect(data.steps.length).toBe(1);
    expect(data.validations.map(({ epoch }) => epoch)).toEqual([1, 2, 3]);
    expect(data.bestValidation?.epoch).toBe(2);
    expect(data.latestValidation?.epoch).toBe(3);
    expect(data.test?.top1Error).toBe(0.12);
    expect(data.responses).toHaveLength(1);
    expect(data.seconds).toBe(21);
  });
});
