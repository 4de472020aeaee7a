import { createHash } from 'node:crypto';
import { breathe } from './cancellation';
import type { LabelledPictures } from './readers/reader';

const validationShare = 0.1;
const keyBytes = 6;
const picturesPerBreath = 4096;

export interface SplitIndices {
  train: Uint32Array;
  validation: Uint32Array;
}

/**
 * Sets a tenth of each class's pictures aside for validation: those whose SHA-256 is lowest. So the split needs no
 * seed, is the same on every machine, and added pictures hardly move the others. Identical pictures, also of
 * several classes, stay together; where they would overfill a class's share, or the share rounds to none, they
 * stay in the training split. Both lists are in stored order.
 */
export async function splitByContent(
  { images, labels }: LabelledPictures,
  pictureBytes: number,
  signal?: AbortSignal,
  report: (done: number) => void = () => undefined,
): Promise<SplitIndices> {
  const keys = new Float64Array(labels.length);
  for (let index = 0; index < keys.length; index++) {
    if (index % picturesPerBreath === 0) {
      report(index);
      await breathe(signal);
    }
    const picture = images.subarray(index * pictureBytes, (index + 1) * pictureBytes);
    keys[index] = createHash('sha256').update(picture).digest().readUIntBE(0, keyBytes);
  }
  return splitByKeys(keys, labels);
}

function splitByKeys(keys: Float64Array, labels: Uint8Array): SplitIndices {
  const places = new Map<number, number>();
  for (const label of labels) places.set(label, (places.get(label) ?? 0) + 1);
  for (const [label, count] of places) places.set(label, Math.round(count * validationShare));

  const order = Uint32Array.from(keys.keys()).sort((a, b) => (keys[a] as number) - (keys[b] as number) || a - b);
  const inValidation = new Uint8Array(keys.length);
  for (let start = 0, end = 0; start < order.length; start = end) {
    const key = keys[order[start] as number];
    while (end < order.length && keys[order[end] as number] === key) end++;
    const identical = order.subarray(start, end);
    if (takePlaces(places, identical, labels)) for (const index of identical) inValidation[index] = 1;
  }
  const all = Uint32Array.from(keys.keys());
  return {
    train: all.filter((index) => inValidation[index] === 0),
    validation: all.filter((index) => inValidation[index] === 1),
  };
}

/** Takes a place of its class for each picture, or none where there is not one for all of them. */
function takePlaces(places: Map<number, number>, pictures: Uint32Array, labels: Uint8Array): boolean {
  const wanted = new Map<number, number>();
  for (const index of pictures) {
    const label = labels[index] as number;
    wanted.set(label, (wanted.get(label) ?? 0) + 1);
  }
  const fits = [...wanted].every(([label, count]) => (places.get(label) ?? 0) >= count);
  if (fits) for (const [label, count] of wanted) places.set(label, (places.get(label) ?? 0) - count);
  return fits;
}
