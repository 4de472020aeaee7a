import { inEnglish } from '../../shared/words/english';
import type { MetricEvent } from '../../shared/contract/metrics';
import type { RunConfig } from '../../shared/contract/run';
import type { LoopOptions } from './loop';
import { train } from './loop';
import { initialPosition, type Position } from '../engine/weights/position';
import { sampleConfig } from '../runs/testing';

export const stepsPerEpoch = 4;
const batch = { images: new Uint8Array(10 * 64), labels: new Int32Array(10) };

export const histogram = { low: -1 / 3, high: 1, counts: [2, 3] };
const responsesAt = (step: number) => ({ layers: ['conv1'], standardDeviations: [1 / (1 + step)] });

/** An engine whose loss halves with each step, and whose validation error follows a list, the last one repeated. */
export function setUp(
  training: Partial<RunConfig['training']> = {},
  validationErrors: number[] = [5, 4, 3],
  divergesAt = -1,
) {
  const calls = { steps: 0, rates: [] as number[], evaluations: 0, loaded: 0 };
  const notes: string[] = [];
  const saved: { kind: string; position: Position }[] = [];
  const options: LoopOptions = {
    engine: {
      trainStep: (_images, _labels, rate) => {
        calls.rates.push(rate);
        calls.steps += 1;
        return { loss: 2 ** -calls.steps, top1Errors: 5 };
      },
      evaluate: (_images, labels) => {
        const errors = validationErrors[Math.min(calls.evaluations, validationErrors.length - 1)] ?? NaN;
        calls.evaluations += 1;
        return { lossSum: 20, top1Errors: errors, top5Errors: 1, count: labels.length };
      },
      responses: () => responsesAt(calls.steps),
      snapshot: () => [Float32Array.of(calls.steps)],
      layerQuantities: (_images, labels, gradientCount, before) => ({
        responses: responsesAt(calls.steps),
        layers: ['conv1', 'fc'],
        weightNorms: [Math.PI, 2],
        gradientNorms: [labels.length, gradientCount],
        updateRatios: before && [before[0]?.[0] ?? NaN, 0],
        blocks: ['layer1.0'],
        ratios: [calls.steps === divergesAt ? NaN : 0.5],
        cosines: [0.1],
        histograms: { weights: [histogram, histogram], activations: [histogram] },
      }),
    },
    loader: {
      stepsPerEpoch,
      next: () => {
        calls.loaded += 1;
        return Promise.resolve(batch);
      },
    },
    config: { ...sampleConfig, training: { ...sampleConfig.training, ...training } },
    start: { position: initialPosition, seconds: 0 },
    validation: () => [batch],
    test: () => [batch, { images: batch.images, labels: new Int32Array(5) }],
    responseBatch: batch,
    stopped: () => false,
    paused: () => false,
    whilePaused: () => Promise.resolve(),
    saveCheckpoint: (kind, position) => {
      saved.push({ kind, position });
      return Promise.resolve();
    },
    checkpointMillis: () => 0,
    note: (words) => {
      notes.push(inEnglish(words));
      return Promise.resolve();
    },
  };
  return { options, calls, saved, notes };
}

export async function runToEnd(options: LoopOptions) {
  const events: MetricEvent[] = [];
  const loop = train(options);
  for (;;) {
    const next = await loop.next();
    if (next.done) return { events, result: next.value };
    events.push(next.value);
  }
}
export const ofKind = <Kind extends MetricEvent['event']>(events: MetricEvent[], kind: Kind) =>
  events.filter((event): event is Extract<MetricEvent, { event: Kind }> => event.event === kind);
