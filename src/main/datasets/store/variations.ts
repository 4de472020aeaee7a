import { setImmediate } from 'node:timers/promises';
import type { Variations } from '../../../shared/contract/dataset';
import type { Augmentation } from '../../../shared/contract/training';
import { augmentationStream, augmenter } from '../batches/augment';
import { countOf } from './packed-files';
import { toPicture } from '../pictures/decode-picture';
import { permutation, RandomStream } from '../batches/random';
import { readLabels, type DatasetReading } from './samples';

export interface VariationOptions {
  readonly augmentation: Augmentation;
  readonly seed: number;
  /** How many pictures are drawn from the training split. */
  readonly pictures: number;
  /** Of each picture. */
  readonly versions: number;
}

const choice = 5;

/** Pictures of as many classes as there are, in the order of the classes, each the first of its class in a random order. */
function choose(labels: Int32Array, count: number, seed: number): number[] {
  const order = permutation(labels.length, new RandomStream(seed, choice));
  const firsts = new Map<number, number>();
  for (const index of order) {
    const label = labels[index] as number;
    if (!firsts.has(label)) firsts.set(label, index);
  }
  const chosen = [...firsts.values()].slice(0, count);
  const others = [...order].filter((index) => !chosen.includes(index)).slice(0, count - chosen.length);
  return [...chosen, ...others];
}

/** Some pictures and what the augmentation makes of them, as the loader does in the run's first steps. */
export async function readVariations(
  { folder, manifest, pixels: readPixels }: DatasetReading,
  { augmentation, seed, pictures, versions }: VariationOptions,
): Promise<Variations[]> {
  if (countOf(manifest, 'train') === 0) return [];
  const { shape, mirrorKeepsClass, classes } = manifest;
  const labels = await readLabels(folder, manifest);
  // The same pictures whatever the seed is, so that it is the augmentation that one sees change.
  const indices = choose(labels, pictures, 0);
  const originals = await readPixels('train', indices);
  const augment = augmenter(augmentation, shape, mirrorKeepsClass);
  const result: Variations[] = [];
  for (const [place, pixels] of originals.entries()) {
    const name = classes[labels[indices[place] as number] as number]?.name ?? '';
    const drawn = Array.from({ length: versions }, (_, step) => {
      const target = new Uint8Array(pixels.length);
      augment(pixels, augmentationStream(seed, step, place), target);
      return toPicture(name, target, shape);
    });
    result.push({ original: toPicture(name, pixels, shape), versions: drawn });
    // Large pictures take some milliseconds each: other work of this process has a turn.
    await setImmediate();
  }
  return result;
}
