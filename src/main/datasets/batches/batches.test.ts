import { describe, expect, it } from 'vitest';
import type { Shape } from '../../../shared/network/layer';
import { BatchSequence, orderedBatches, type LabelledBatch, type BatchOptions } from './batches';
import { randomSplit } from '../testing';

const shape: Shape = [6, 5, 3];
const data = randomSplit(23, 90);
const plain: BatchOptions = { data, shape, batch: 5, seed: 3, augmentation: 'none', mirror: false, shuffle: true };

function batchOf(options: BatchOptions, step: number): LabelledBatch {
  const sequence = new BatchSequence(options);
  const size = sequence.sizeOf(step);
  const batch = { images: new Uint8Array(size * options.data.pictureBytes), labels: new Int32Array(size) };
  expect(sequence.fill(step, batch)).toBeUndefined();
  return batch;
}

function epochOf(options: BatchOptions, epoch: number): number[] {
  const { stepsPerEpoch } = new BatchSequence(options);
  const steps = Array.from({ length: stepsPerEpoch }, (_, step) => epoch * stepsPerEpoch + step);
  return steps.flatMap((step) => [...batchOf(options, step).labels]);
}

describe('BatchSequence', () => {
  it('shows each picture once an epoch, the last batch short', () => {
    const sequence = new BatchSequence(plain);
    expect(sequence.stepsPerEpoch).toBe(5);
    expect([0, 3, 4, 5, 9].map((step) => sequence.sizeOf(step))).toEqual([5, 5, 3, 5, 3]);
    for (const epoch of [0, 1, 7]) {
      expect(epochOf(plain, epoch).sort((a, b) => a - b)).toEqual([...data.labels]);
    }
  });

  it('takes another order for each epoch and seed, and the stored one without shuffling', () => {
    const orders = [epochOf(plain, 0), epochOf(plain, 1), epochOf({ ...plain, seed: 4 }, 0)].map(String);
    expect(new Set(orders).size).toBe(3);
    expect(epochOf({ ...plain, shuffle: false }, 2)).toEqual([...data.labels]);
  });

  it('shuffles without favour: each picture comes first about equally often', () => {
    const wins = new Array<number>(5).fill(0);
    const few = { ...plain, data: randomSplit(5, 90), batch: 1 };
    for (let epoch = 0; epoch < 5000; epoch++) {
      const [first] = batchOf(few, epoch * 5).labels;
      wins[first ?? -1] = (wins[first ?? -1] ?? 0) + 1;
    }
    // Chi-squared with 4 degrees of freedom exceeds 18.5 once in a thousand times.
    const chiSquared = wins.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
    expect(chiSquared).toBeLessThan(18.5);
  });

  it('gives one batch of everything where the batch is larger than the split', () => {
    const sequence = new BatchSequence({ ...plain, batch: 100 });
    expect([sequence.stepsPerEpoch, sequence.sizeOf(0), sequence.sizeOf(1)]).toEqual([1, 23, 23]);
  });

  it('leaves pictures as they are without augmentation', () => {
    const { images, labels } = batchOf(plain, 8);
    labels.forEach((label, place) => {
      expect(images.subarray(place * 90, place * 90 + 90)).toEqual(
        Uint8Array.from(data.images.subarray(label * 90, label * 90 + 90)),
      );
    });
  });

  it('draws a new crop for each step and place, and the same one again', () => {
    const augmented: BatchOptions = { ...plain, augmentation: 'standard', mirror: true, shuffle: false };
    expect(batchOf(augmented, 2)).toEqual(batchOf(augmented, 2));
    expect(batchOf(augmented, 2).images).not.toEqual(batchOf(augmented, 7).images);
  });
});

describe('orderedBatches', () => {
  it('views the split from first to last without copying', async () => {
    const batches: LabelledBatch[] = [];
    for await (const batch of orderedBatches(data, 10)) batches.push(batch);
    expect(batches.map(({ labels }) => labels.length)).toEqual([10, 10, 3]);
    expect(batches.flatMap(({ labels }) => [...labels])).toEqual([...data.labels]);
    expect(batches.every(({ images }) => images.buffer === data.images.buffer)).toBe(true);
  });
});
