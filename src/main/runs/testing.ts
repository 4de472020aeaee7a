import { join } from 'node:path';
import type { EvaluationEvent, MetricEvent, StepEvent } from '../../shared/contract/metrics';
import type { Manifest, Split } from '../../shared/contract/dataset';
import type { RunConfig } from '../../shared/contract/run';
import { sampleTraining } from '../../shared/recipe/testing';
import { idxFile, randomBytes, writeFiles } from '../datasets/testing';

/** A run of 40 steps of 10 pictures, 4 an epoch, for tests. */
export const sampleConfig: RunConfig = {
  version: 1,
  run: 'sample',
  name: 'Sample',
  createdAt: '2026-01-01T00:00:00.000Z',
  studioVersion: '0.0.0',
  dataset: {
    id: 'shapes',
    name: 'Shapes',
    contentHash: 'abc',
    shape: [8, 8, 1],
    classes: ['round', 'square'],
    mirrorKeepsClass: true,
    trainCount: 40,
  },
  normalization: { mean: [0.5], standardDeviation: [0.25] },
  recipe: null,
  training: sampleTraining({ variant: 'resnet8', batch: 10, epochs: 10, steps: 40, augmentation: 'none' }),
};

export function stepOf(step: number): StepEvent {
  return {
    event: 'step',
    step,
    epoch: Math.ceil(step / 4),
    loss: 1 / step,
    top1Error: 0.5,
    learningRate: 0.1,
    imagesPerSecond: 100,
    loadingMillis: 1,
    stepMillis: 99,
    time: step,
  };
}

export function evaluationOf(split: Split, step: number, top1Error: number): EvaluationEvent {
  return { event: 'evaluation', split, step, epoch: Math.ceil(step / 4), loss: 1, top1Error, top5Error: 0, time: step };
}

/** What a curve consists of, without the times. */
export function curveOf(events: readonly MetricEvent[]): string[] {
  return events.flatMap((event) => {
    if (event.event === 'step') return [`${event.step} ${event.loss} ${event.top1Error} ${event.learningRate}`];
    if (event.event === 'evaluation') return [`${event.split} ${event.step} ${event.loss} ${event.top1Error}`];
    return [];
  });
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

/** Folder of the compiled processes. */
export const processesFolder = join(import.meta.dirname, '..', '..', '..', 'out', 'main');

/** Side of the pictures of `writeHalves`, in pixels. */
export const halvesSide = 8;

/** Noise of one channel that is bright in its upper half in class 0, and in its lower half in class 1. */
export function halfPicture(label: number, seed: number): Uint8Array {
  const half = (halvesSide * halvesSide) / 2;
  return randomBytes(2 * half, seed).map((byte, index) => (byte >> 1) + (Math.floor(index / half) === label ? 128 : 0));
}

/** Writes a dataset that is learnt within some steps, as IDX files: 400 training and 40 test pictures. */
export function writeHalves(folder: string): Promise<string> {
  const files = (name: string, count: number, seed: number) => {
    const labels = Uint8Array.from({ length: count }, (_, index) => index % 2);
    const pictures = [...labels].map((label, index) => halfPicture(label, seed + index));
    return {
      [`${name}-images-idx3-ubyte`]: idxFile([count, halvesSide, halvesSide], Buffer.concat(pictures)),
      [`${name}-labels-idx1-ubyte`]: idxFile([count], labels),
    };
  };
  return writeFiles(folder, { ...files('train', 400, 1), ...files('t10k', 40, 1001) });
}
