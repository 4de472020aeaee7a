import { describe, expect, it } from 'vitest';
import { RandomStream } from '../batches/random';
import { contentKey } from '../pictures/decode-batch';
import { assignSplits, type SplitChoices } from './split';
import { randomBytes } from '../testing';

const pictureBytes = 12;

const usual: SplitChoices = { validationShare: 0.1, testShare: 0, splitSeed: 0 };

interface Lists {
  train: Uint32Array;
  validation: Uint32Array;
  test: Uint32Array;
}

function keysOf(images: Uint8Array): Float64Array {
  return Float64Array.from({ length: images.length / pictureBytes }, (_, index) =>
    contentKey(images.subarray(index * pictureBytes, (index + 1) * pictureBytes)),
  );
}

function split(
  images: Uint8Array,
  labels: ArrayLike<number>,
  choices: Partial<SplitChoices> = {},
  earlier?: Map<number, number>,
): Lists {
  const keys = keysOf(images);
  const pictures = { labels: Int32Array.from(labels), splits: new Uint8Array(keys.length), keys };
  const assigned = assignSplits(pictures, { ...usual, ...choices }, earlier);
  const all = Uint32Array.from(keys.keys());
  const [train, validation, test] = [0, 1, 2].map((place) => all.filter((index) => assigned[index] === place));
  return { train: train ?? all, validation: validation ?? all, test: test ?? all };
}

function countOf(indices: Uint32Array, labels: Uint8Array, label: number): number {
  return indices.filter((index) => labels[index] === label).length;
}

/** The pictures of a list, as text, so that they can be told apart. */
function contentOf(images: Uint8Array, indices: Uint32Array): Set<string> {
  return new Set(
    Array.from(indices, (index) => images.subarray(index * pictureBytes, (index + 1) * pictureBytes).join()),
  );
}

const labels = Uint8Array.from({ length: 1730 }, (_, index) => (index < 1000 ? 0 : index < 1700 ? 1 : 2));
const images = randomBytes(labels.length * pictureBytes, 9);

describe('assignSplits', () => {
  it('gives each picture one place, and a tenth of each class to validation', () => {
    const { train, validation } = split(images, labels);
    expect([...train, ...validation].sort((a, b) => a - b)).toEqual([...labels.keys()]);
    expect([0, 1, 2].map((label) => countOf(validation, labels, label))).toEqual([100, 70, 3]);
  });

  it('keeps the stored order within a split', () => {
    const { train, validation } = split(images, labels);
    expect([...train].sort((a, b) => a - b)).toEqual([...train]);
    expect([...validation].sort((a, b) => a - b)).toEqual([...validation]);
  });

  it('does not depend on the order of the pictures', () => {
    const order = Array.from(labels.keys()).sort((a, b) => ((a * 7919) % 1730) - ((b * 7919) % 1730));
    const moved = new Uint8Array(images.length);
    order.forEach((from, to) =>
      moved.set(images.subarray(from * pictureBytes, (from + 1) * pictureBytes), to * pictureBytes),
    );
    const before = split(images, labels);
    const after = split(
      moved,
      order.map((index) => labels[index] ?? -1),
    );
    expect(contentOf(moved, after.validation)).toEqual(contentOf(images, before.validation));
  });

  it('hardly moves the pictures that are there when others are added', () => {
    const added = 173;
    const more = new Uint8Array(images.length + added * pictureBytes);
    more.set(images);
    more.set(randomBytes(added * pictureBytes, 10), images.length);
    const before = contentOf(images, split(images, labels).validation);
    const moreLabels = [...labels, ...Array.from({ length: added }, (_, index) => index % 2)];
    const after = contentOf(more, split(more, moreLabels).validation);
    const stayed = [...before].filter((picture) => after.has(picture)).length;
    expect(stayed).toBeGreaterThanOrEqual(before.size - 12);
  });

  it('keeps identical pictures together, also those of several classes', () => {
    const random = new RandomStream(4);
    const doubled = images.slice();
    for (let copy = 0; copy < 400; copy++) {
      const from = random.below(labels.length) * pictureBytes;
      doubled.copyWithin(random.below(labels.length) * pictureBytes, from, from + pictureBytes);
    }
    const { train, validation } = split(doubled, labels);
    const trained = contentOf(doubled, train);
    expect([...contentOf(doubled, validation)].filter((picture) => trained.has(picture))).toEqual([]);
    for (const [label, places] of [100, 70, 3].entries()) {
      const taken = countOf(validation, labels, label);
      expect(taken).toBeLessThanOrEqual(places);
      expect(taken).toBeGreaterThanOrEqual(places - 2);
    }
  });

  it('never takes all pictures of a class', () => {
    const { train, validation } = split(new Uint8Array(20 * pictureBytes), [...labels.subarray(0, 19), 1]);
    expect([train.length, validation.length]).toEqual([20, 0]);
    const single = split(randomBytes(2 * pictureBytes, 1), [0, 1]);
    expect([single.train.length, single.validation.length]).toEqual([2, 0]);
  });

  it('sets a share of each class aside for the test as well', () => {
    const { train, validation, test } = split(images, labels, { testShare: 0.2 });
    expect([0, 1, 2].map((label) => countOf(test, labels, label))).toEqual([200, 140, 6]);
    expect([...train, ...validation, ...test].sort((a, b) => a - b)).toEqual([...labels.keys()]);
    expect(contentOf(images, validation)).toEqual(contentOf(images, split(images, labels).validation));
  });

  it('draws another choice for a seed, and the same one again', () => {
    const first = split(images, labels, { splitSeed: 3 }).validation;
    expect([...first]).toEqual([...split(images, labels, { splitSeed: 3 }).validation]);
    expect(first).toHaveLength(173);
    const shared = [...first].filter((index) => split(images, labels).validation.includes(index)).length;
    expect(shared).toBeLessThan(60);
  });

  it('never moves a picture that was imported before', () => {
    const many = randomBytes(2 * images.length, 12);
    const few = many.subarray(0, images.length);
    const before = split(few, labels, { testShare: 0.1 });
    const earlier = new Map<number, number>();
    const keys = keysOf(few);
    [before.train, before.validation, before.test].forEach((list, place) =>
      list.forEach((index) => earlier.set(keys[index] as number, place)),
    );
    const moreLabels = [...labels, ...labels];
    const after = split(many, moreLabels, { testShare: 0.1 }, earlier);
    const old = (list: Uint32Array): number[] => [...list].filter((index) => index < labels.length);
    expect(old(after.train)).toEqual([...before.train]);
    expect(old(after.validation)).toEqual([...before.validation]);
    expect(old(after.test)).toEqual([...before.test]);
    expect([0, 1, 2].map((label) => countOf(after.validation, Uint8Array.from(moreLabels), label))).toEqual([
      200, 140, 6,
    ]);
  });

  it('leaves the splits of the source as they are', () => {
    const pictures = {
      labels: new Int32Array(4),
      splits: Uint8Array.of(0, 0, 1, 2),
      keys: Float64Array.of(1, 2, 3, 4),
    };
    expect([...assignSplits(pictures, { ...usual, testShare: 0.5 })]).toEqual([0, 0, 1, 2]);
  });
});
