import { describe, expect, it } from 'vitest';
import { RandomStream } from './random';
import { splitByContent, type SplitIndices } from './split';
import { randomBytes } from './testing';

const pictureBytes = 12;

async function split(images: Uint8Array, labels: ArrayLike<number>): Promise<SplitIndices> {
  return splitByContent({ images, labels: Uint8Array.from(labels) }, pictureBytes);
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

describe('splitByContent', () => {
  it('gives each picture one place, and a tenth of each class to validation', async () => {
    const { train, validation } = await split(images, labels);
    expect([...train, ...validation].sort((a, b) => a - b)).toEqual([...labels.keys()]);
    expect([0, 1, 2].map((label) => countOf(validation, labels, label))).toEqual([100, 70, 3]);
  });

  it('keeps the stored order within a split', async () => {
    const { train, validation } = await split(images, labels);
    expect([...train].sort((a, b) => a - b)).toEqual([...train]);
    expect([...validation].sort((a, b) => a - b)).toEqual([...validation]);
  });

  it('does not depend on the order of the pictures', async () => {
    const order = Array.from(labels.keys()).sort((a, b) => ((a * 7919) % 1730) - ((b * 7919) % 1730));
    const moved = new Uint8Array(images.length);
    order.forEach((from, to) =>
      moved.set(images.subarray(from * pictureBytes, (from + 1) * pictureBytes), to * pictureBytes),
    );
    const before = await split(images, labels);
    const after = await split(
      moved,
      order.map((index) => labels[index] ?? -1),
    );
    expect(contentOf(moved, after.validation)).toEqual(contentOf(images, before.validation));
  });

  it('hardly moves the pictures that are there when others are added', async () => {
    const added = 173;
    const more = new Uint8Array(images.length + added * pictureBytes);
    more.set(images);
    more.set(randomBytes(added * pictureBytes, 10), images.length);
    const before = contentOf(images, (await split(images, labels)).validation);
    const moreLabels = [...labels, ...Array.from({ length: added }, (_, index) => index % 2)];
    const after = contentOf(more, (await split(more, moreLabels)).validation);
    const stayed = [...before].filter((picture) => after.has(picture)).length;
    expect(stayed).toBeGreaterThanOrEqual(before.size - 12);
  });

  it('keeps identical pictures together, also those of several classes', async () => {
    const random = new RandomStream(4);
    const doubled = images.slice();
    for (let copy = 0; copy < 400; copy++) {
      const from = random.below(labels.length) * pictureBytes;
      doubled.copyWithin(random.below(labels.length) * pictureBytes, from, from + pictureBytes);
    }
    const { train, validation } = await split(doubled, labels);
    const trained = contentOf(doubled, train);
    expect([...contentOf(doubled, validation)].filter((picture) => trained.has(picture))).toEqual([]);
    for (const [label, places] of [100, 70, 3].entries()) {
      const taken = countOf(validation, labels, label);
      expect(taken).toBeLessThanOrEqual(places);
      expect(taken).toBeGreaterThanOrEqual(places - 2);
    }
  });

  it('never takes all pictures of a class', async () => {
    const { train, validation } = await split(new Uint8Array(20 * pictureBytes), [...labels.subarray(0, 19), 1]);
    expect([train.length, validation.length]).toEqual([20, 0]);
    const single = await split(randomBytes(2 * pictureBytes, 1), [0, 1]);
    expect([single.train.length, single.validation.length]).toEqual([2, 0]);
  });
});
