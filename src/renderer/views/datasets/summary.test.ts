import { describe, expect, it } from 'vitest';
import type { Manifest } from '../../../shared/contract/dataset';
import type { RunSummary } from '../../../shared/contract/run';
import { words } from '../../text/words.svelte';
import { byLabel } from './group';
import { balanceWords, normalizationWords, pictureCount, runNeeding, sizeWords, splitWords } from './summary';

const dataset: Manifest = {
  version: 1,
  id: 'boots',
  name: 'Boots',
  format: 'folders',
  source: '/boots',
  importedAt: '2026-11-23T17:40:00Z',
  contentHash: 'ab',
  shape: [20, 30, 3],
  classes: [
    { name: 'left', train: 1200, validation: 0, test: 10 },
    { name: 'right', train: 12, validation: 0, test: 0 },
  ],
  mirrorKeepsClass: false,
  normalization: { mean: [0.1, 0.2, 0.3], standardDeviation: [0.25, 0.25, 0.5] },
  problems: [],
};

describe('the words of a dataset', () => {
  it('count pictures and name the splits that hold some', () => {
    expect(pictureCount(dataset)).toBe(1222);
    expect(splitWords(dataset)).toBe('1,212 training, 10 test');
  });

  it('put width before height', () => {
    expect(sizeWords(dataset)).toBe('30 × 20 px');
  });

  it('name what one and three channels mean', () => {
    expect(words.datasets.channels({ count: 3 })).toBe('3 channels, colour');
    expect(words.datasets.channels({ count: 1 })).toBe('1 channel, greyscale');
    expect(words.datasets.channels({ count: 4 })).toBe('4 channels');
  });

  it('tell how evenly the classes are filled', () => {
    expect(balanceWords(dataset)).toBe('12 to 1,200 training pictures each');
    const [first] = dataset.classes;
    expect(balanceWords({ ...dataset, classes: first ? [first, first] : [] })).toBe('1,200 training pictures each');
  });

  it('tell a mean of each channel from one of each pixel', () => {
    expect(normalizationWords(dataset)).toBe(
      'Pixels from 0 to 1, less the mean of each channel (0.100, 0.200, 0.300), divided by 0.250, 0.250, 0.500',
    );
    const perPixel = { mean: Array<number>(784).fill(0.286), standardDeviation: [0.353] };
    expect(normalizationWords({ shape: [28, 28, 1], normalization: perPixel })).toBe(
      'Pixels from 0 to 1, less the mean of each of 784 values (0.286 on average), divided by 0.353',
    );
  });
});

it('groups pictures by their class in order', () => {
  const picture = (label: string, width: number) => ({ label, width, height: 1, pixels: new Uint8Array(width * 4) });
  const groups = byLabel([picture('a', 1), picture('b', 2), picture('a', 3)]);
  expect(groups.get('a')?.map(({ width }) => width)).toEqual([1, 3]);
  expect(groups.get('b')).toHaveLength(1);
});

describe('the run that needs a dataset', () => {
  const runs = (state: RunSummary['state'], on = 'boots') =>
    [{ run: 'r', state, trainedOn: { dataset: on, contentHash: 'ab' } }] as RunSummary[];

  it('trains on it, or waits to', () => {
    expect(runNeeding(dataset, runs('training'))?.run).toBe('r');
    expect(runNeeding(dataset, runs('queued'))?.run).toBe('r');
    expect(runNeeding(dataset, runs('finished'))).toBeUndefined();
    expect(runNeeding(dataset, runs('training', 'bags'))).toBeUndefined();
    expect(
      runNeeding(
        dataset,
        runs('training').map((run) => ({ ...run, trainedOn: null })),
      ),
    ).toBeUndefined();
  });
});
