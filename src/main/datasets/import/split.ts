import { UserError } from '../../../shared/errors';
import { message } from '../../../shared/words/message';
import type { ImportOptions } from '../../../shared/contract/import';
import { splits, type PictureList } from './picture-pool';
import { RandomStream } from '../batches/random';

export const inTrain = 0;
const inValidation = 1;
const inTest = 2;
const undecided = 255;

export type SplitChoices = Pick<ImportOptions, 'validationShare' | 'testShare' | 'splitSeed'>;

/**
 * Decides which pictures train, validate and test. Where the source has no validation split, a share of each class's
 * training pictures becomes it: those whose SHA-256 is lowest (a seed decides another order); the same for the test
 * split. So the choice is the same on every machine, and added pictures hardly move the others; `earlier` keeps them
 * from moving at all. Identical pictures, also of several classes, stay together; where they would overfill a class's
 * share, or the share rounds to none, they stay in the training split, which keeps one picture of a class at least.
 * @param earlier splits of pictures that were imported before, by their keys.
 * @returns places in `splits`, one a picture.
 */
export function assignSplits(
  pictures: Pick<PictureList, 'labels' | 'splits' | 'keys'>,
  { validationShare, testShare, splitSeed }: SplitChoices,
  earlier: ReadonlyMap<number, number> = new Map(),
): Uint8Array {
  const { labels, keys } = pictures;
  const assigned = Uint8Array.from(pictures.splits);
  const wanted: Wanted[] = [];
  if (!assigned.includes(inValidation)) wanted.push({ split: inValidation, share: validationShare });
  if (!assigned.includes(inTest)) wanted.push({ split: inTest, share: testShare });
  const candidates = Uint32Array.from(labels.keys()).filter(
    (index) => assigned[index] === inTrain && (labels[index] as number) >= 0,
  );
  const places = countPlaces(candidates, labels, wanted);
  const open = candidates.filter((index) => {
    const before = earlier.get(keys[index] as number) ?? undecided;
    if (before !== inTrain && !wanted.some(({ split }) => split === before)) return true;
    assigned[index] = before;
    const free = places.get(before);
    const label = labels[index] as number;
    free?.set(label, Math.max(0, (free.get(label) ?? 0) - 1));
    return false;
  });
  for (const identical of groupsByKey(open, keys, splitSeed)) {
    const split = wanted.find((each) => takePlaces(places.get(each.split), identical, labels))?.split;
    if (split !== undefined) for (const index of identical) assigned[index] = split;
  }
  return assigned;
}

interface Wanted {
  split: number;
  share: number;
}

/** Places of each class in each split that is wanted. */
function countPlaces(
  candidates: Uint32Array,
  labels: Int32Array,
  wanted: readonly Wanted[],
): Map<number, Map<number, number>> {
  const counts = new Map<number, number>();
  for (const index of candidates) counts.set(labels[index] as number, (counts.get(labels[index] as number) ?? 0) + 1);
  const places = new Map(wanted.map(({ split }) => [split, new Map<number, number>()]));
  for (const [label, count] of counts) {
    let left = count - 1;
    for (const { split, share } of wanted) {
      const taken = Math.min(left, Math.round(count * share));
      places.get(split)?.set(label, taken);
      left -= taken;
    }
  }
  return places;
}

/** Pictures of one key together, in the order of their keys, or in the order that a seed draws for these. */
function* groupsByKey(indices: Uint32Array, keys: Float64Array, seed: number): Generator<Uint32Array> {
  const rank =
    seed === 0
      ? keys
      : keys.map((key) => {
          const random = new RandomStream(seed, Math.floor(key / 2 ** 24), key % 2 ** 24);
          return random.below(2 ** 24) * 2 ** 24 + random.below(2 ** 24);
        });
  const order = indices.sort((a, b) => (rank[a] as number) - (rank[b] as number) || a - b);
  for (let start = 0, end = 0; start < order.length; start = end) {
    const first = rank[order[start] as number];
    while (end < order.length && rank[order[end] as number] === first) end++;
    yield order.subarray(start, end);
  }
}

/** Takes a place of its class for each picture, or none where there is not one for all of them. */
function takePlaces(places: Map<number, number> | undefined, pictures: Uint32Array, labels: Int32Array): boolean {
  if (!places) return false;
  const wanted = new Map<number, number>();
  for (const index of pictures) {
    const label = labels[index] as number;
    wanted.set(label, (wanted.get(label) ?? 0) + 1);
  }
  const fits = [...wanted].every(([label, count]) => (places.get(label) ?? 0) >= count);
  if (fits) for (const [label, count] of wanted) places.set(label, (places.get(label) ?? 0) - count);
  return fits;
}

/** The pictures of each split, in stored order. @throws UserError where nothing is left to train on. */
export function indicesOfSplits(assigned: Uint8Array, labels: Int32Array, source: string): Uint32Array[] {
  const all = Uint32Array.from(assigned.keys());
  const lists = splits.map((_, split) =>
    all.filter((index) => assigned[index] === split && (labels[index] as number) >= 0),
  );
  if (lists[inTrain]?.length === 0) {
    throw new UserError(message('imports.noTraining', { source }));
  }
  return lists;
}
