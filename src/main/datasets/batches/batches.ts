import type { Augmentation } from '../../../shared/contract/training';
import type { Shape } from '../../../shared/network/layer';
import { augmentationStream, augmenter, type Augmenter } from './augment';
import type { SplitData } from '../store/packed-files';
import { readPicturesOf } from '../store/picture-files';
import { permutation, RandomStream } from './random';

/** Pictures with their classes, as a step sees them. */
export interface LabelledBatch {
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

  /**
   * Writes the batch of a step; what is beyond the batch's size in `target` stays as it was.
   * @returns undefined when it is done; a promise where pictures have to be read from their files.
   */
  fill(step: number, target: LabelledBatch): Promise<void> | undefined {
    const { data, batch, seed } = this.options;
    const { pictureBytes, files } = data;
    const indices = this.orderOf(Math.floor(step / this.stepsPerEpoch));
    const start = (step % this.stepsPerEpoch) * batch;
    const chosen = indices.subarray(start, start + this.sizeOf(step));
    chosen.forEach((index, place) => (target.labels[place] = data.labels[index] as number));
    const write = (place: number, picture: Uint8Array): void => {
      const written = target.images.subarray(place * pictureBytes, (place + 1) * pictureBytes);
      this.augment(picture, augmentationStream(seed, step, place), written);
    };
    if (files) return readPicturesOf(files, chosen, write);
    chosen.forEach((index, place) =>
      write(place, data.images.subarray(index * pictureBytes, (index + 1) * pictureBytes)),
    );
    return undefined;
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

/**
 * A split from its first picture to its last, for evaluation, the last batch short: views without a copy, or copies of
 * what had to be read from files, the next batch while the caller works on one.
 */
export async function* orderedBatches(data: SplitData, batch: number): AsyncGenerator<LabelledBatch, void, void> {
  const read = (start: number): Promise<LabelledBatch> | undefined =>
    start < data.count ? readBatch(data, start, Math.min(start + batch, data.count)) : undefined;
  let next = read(0);
  for (let start = 0; next; start += batch) {
    const current = await next;
    next = read(start + batch);
    // A caller that stops early must not fail because of what was read ahead.
    next?.catch(() => undefined);
    yield current;
  }
}

async function readBatch({ files, ...data }: SplitData, start: number, end: number): Promise<LabelledBatch> {
  const { pictureBytes } = data;
  const labels = data.labels.subarray(start, end);
  if (!files) return { images: data.images.subarray(start * pictureBytes, end * pictureBytes), labels };
  const images = new Uint8Array((end - start) * pictureBytes);
  const indices = Array.from({ length: end - start }, (_, place) => start + place);
  await readPicturesOf(files, indices, (place, pixels) => images.set(pixels, place * pictureBytes));
  return { images, labels };
}
