import type { EvaluationEvent, StepEvent } from '../../shared/contract/metrics';
import type { Manifest, Split } from '../../shared/contract/dataset';
import type { RunConfig } from '../../shared/contract/run';

/** A run of 40 steps of 10 pictures, 4 an epoch, for tests. */
export const sampleConfig: RunConfig = {
  version: 1,
  run: 'sample',
  name: 'Sample',
  createdAt: '2026-01-01T00:00:00.000Z',
  studioVersion: '0.0.0',
  dataset: {
    ...{ id: 'shapes', name: 'Shapes', contentHash: 'abc', shape: [8, 8, 1], classes: ['round', 'square'] },
    ...{ mirrorKeepsClass: true, trainCount: 40 },
  },
  normalization: { mean: [0.5], standardDeviation: [0.25] },
  training: {
    ...{ variant: 'resnet8', shortcut: 'A', batch: 10, epochs: 10, steps: 40 },
    ...{ learningRate: 0.1, schedule: 'step', milestones: [0.5, 0.75], momentum: 0.9, weightDecay: 1e-4 },
    ...{ precision: 'float32', seed: 1, augmentation: 'none', shuffle: true },
  },
};

export function stepOf(step: number): StepEvent {
  return {
    ...{ event: 'step', step, epoch: Math.ceil(step / 4), loss: 1 / step, top1Error: 0.5, learningRate: 0.1 },
    ...{ imagesPerSecond: 100, loadingMillis: 1, stepMillis: 99, time: step },
  };
}

export function evaluationOf(split: Split, step: number, top1Error: number): EvaluationEvent {
  return { event: 'evaluation', split, step, epoch: Math.ceil(step / 4), loss: 1, top1Error, top5Error: 0, time: step };
}

/** 40 training pictures in two classes. */
export const sampleManifest: Manifest = {
  version: 1,
  id: 'shapes',
  name: 'Shapes',
  format: 'idx',
  source: 'nowhere',
  importedAt: '2026-01-01T00:00:00.000Z',
  contentHash: 'abc',
  shape: [8, 8, 1],
  classes: ['round', 'square'].map((name) => ({ name, train: 20, validation: 2, test: 5 })),
  mirrorKeepsClass: true,
  normalization: { mean: [0.5], standardDeviation: [0.25] },
  problems: [],
};
