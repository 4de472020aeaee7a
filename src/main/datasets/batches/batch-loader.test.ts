import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { BatchLoader, type LoaderOptions } from './batch-loader';
import { BatchSequence } from './batches';
import { randomSplit } from '../testing';
import { buildThread } from '../pictures/testing-thread';

const data = randomSplit(53, 108);
let options: LoaderOptions;
const open: BatchLoader[] = [];

beforeAll(async () => {
  options = {
    data,
    shape: [6, 6, 3],
    batch: 8,
    seed: 11,
    augmentation: 'standard',
    mirror: true,
    shuffle: true,
    entry: await buildThread('loader'),
  };
});

afterEach(async () => {
  await Promise.all(open.splice(0).map((loader) => loader.close()));
});

async function start(change: Partial<LoaderOptions> = {}): Promise<BatchLoader> {
  const loader = await BatchLoader.start({ ...options, ...change });
  open.push(loader);
  return loader;
}

async function take(loader: BatchLoader, count: number): Promise<string[]> {
  const batches: string[] = [];
  while (batches.length < count) {
    const { images, labels } = await loader.next();
    batches.push(`${labels.join()}:${Buffer.from(images).toString('hex')}`);
  }
  return batches;
}

function expected(from: number, count: number): string[] {
  const sequence = new BatchSequence(options);
  return Array.from({ length: count }, (_, index) => {
    const size = sequence.sizeOf(from + index);
    const batch = { images: new Uint8Array(size * 108), labels: new Int32Array(size) };
    expect(sequence.fill(from + index, batch)).toBeUndefined();
    return `${batch.labels.join()}:${Buffer.from(batch.images).toString('hex')}`;
  });
}

describe('BatchLoader', () => {
  it.each([1, 2, 3, 5])('gives the same batches in the same order with %i threads', async (threads) => {
    const loader = await start({ threads });
    expect(loader.stepsPerEpoch).toBe(7);
    expect(await take(loader, 30)).toEqual(expected(0, 30));
  });

  it.each([1, 7, 13])('goes on after %i steps as if it had never stopped', async (firstStep) => {
    expect(await take(await start({ firstStep, threads: 2 }), 15)).toEqual(expected(firstStep, 15));
  });

  it('keeps a batch until the next one is asked for', async () => {
    const loader = await start({ threads: 2 });
    const { labels } = await loader.next();
    const before = [...labels];
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect([...labels]).toEqual(before);
  });

  it('ends while its threads wait, and says so to whoever asks on', async () => {
    const loader = await start({ threads: 2 });
    await loader.next();
    await loader.close();
    await expect(loader.next()).rejects.toThrow('closed');
  });

  it('fails where its thread cannot start', async () => {
    const loader = await start({ entry: join(options.entry, '..', 'missing.cjs') });
    await expect(loader.next()).rejects.toThrow('missing.cjs');
  });

  it('refuses an empty split', async () => {
    await expect(start({ data: randomSplit(0, 108) })).rejects.toThrow('The training split is empty');
  });
});
