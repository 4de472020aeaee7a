import type { Augmentation } from '../../shared/contract/training';
import type { Shape } from '../../shared/architecture/layer';
import { augmentationStream, augmenter, type Augmenter } from './augment';
import type { SplitData } from './packed-files';
import { permutation, RandomStream } from './random';

export interface Batch {
  /** count x height x width x channels. */
  images: Uint8Array;
  labels: Int32Array;
}

export interface BatchOptions {
  data: SplitData;
  shape: Shape;
  /** Pictures a step. */
  batch: number;
  seed: number;
  augmentation: Augmentation;
  /** Whether an augmentation may mirror: the manifest's `mirrorKeepsClass`. */
  mirror: boolean;
  /** A new order for each epoch; otherwise the stored one. */
  shuffle: boolean;
}

const orderStream = 1;

/**
 * What each training step sees, decided by the seed and the step alone. An epoch's last batch is as short as what
 * is left, as PyTorch's DataLoader has it unless told to drop it: each picture is seen once an epoch.
 */
export class BatchSequence {
  readonly stepsPerEpoch: number;
  private readonly augment: Augmenter;
  private order: { epoch: number; indices: Uint32Array } | undefined;

  constructor(private readonly options: BatchOptions) {
    this.augment = augmenter(options.augmentation, options.shape, options.mirror);
    this.stepsPerEpoch = Math.ceil(options.data.count / options.batch);
  }

  /** Pictures of a step, counted from 0. */
  sizeOf(step: number): number {
    const { batch, data } = this.options;
    return Math.min(batch, data.count - (step % this.stepsPerEpoch) * batch);
  }

  /** Writes the batch of a step; what is beyond the batch's size in `target` stays as it was. */
  fill(step: number, target: Batch): void {
    const { data, batch, seed } = this.options;
    const { pictureBytes } = data;
    const indices = this.orderOf(Math.floor(step / this.stepsPerEpoch));
    const start = (step % this.stepsPerEpoch) * batch;
    for (let place = 0; place < this.sizeOf(step); place++) {
      const index = indices[start + place] as number;
      const picture = data.images.subarray(index * pictureBytes, (index + 1) * pictureBytes);
      target.labels[place] = data.labels[index] as number;
      const written = target.images.subarray(place * pictureBytes, (place + 1) * pictureBytes);
      this.augment(picture, augmentationStream(seed, step, place), written);
    }
  }

  private orderOf(epoch: number): Uint32Array {
    const { data, seed, shuffle } = this.options;
    const wanted = shuffle ? epoch : 0;
    if (this.order?.epoch !== wanted) {
      const indices = shuffle
        ? permutation(data.count, new RandomStream(seed, orderStream, epoch))
        : Uint32Array.from({ length: data.count }, (_, index) => index);
      this.order = { epoch: wanted, indices };
    }
    return this.order.indices;
  }
}

/** A split from its first picture to its last, for evaluation: views without a copy, the last one short. */
export function* orderedBatches(data: SplitData, batch: number): Generator<Batch> {
  for (let start = 0; start < data.count; start += batch) {
    const end = Math.min(start + batch, data.count);
    yield {
      images: data.images.subarray(start * data.pictureBytes, end * data.pictureBytes),
      labels: data.labels.subarray(start, end),
    };
  }
}
