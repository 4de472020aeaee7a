import { describe, expect, it } from 'vitest';
import { buildNetwork } from '../../../shared/network/build';
import { findVariant } from '../../../shared/network/variants';
import type { Manifest } from '../../../shared/contract/dataset';
import type { StepTime } from '../../../shared/contract/speed';
import { choiceOfDepth, nearestBlocks, neighbours, plannedFamily } from '../new-run/depth-plan';
import { predictSeconds, runDuration, stepOf, timeWords } from '../new-run/estimate';

const dataset = {
  classes: [{ name: 'a', train: 800, validation: 100, test: 60 }],
  shape: [32, 32, 3],
} as unknown as Manifest;
const time: StepTime = {
  stepMillis: 100,
  source: 'benchmark',
  basis: { network: 'ResNet-20', batch: 10, precision: 'float32' },
};

describe('the depth planner', () => {
  it('is for the networks whose depth can be chosen', () => {
    expect(plannedFamily({ network: 'resnet56', depth: 56 })).toBe('resnet');
    expect(plannedFamily({ network: 'plain', depth: 38 })).toBe('plain');
    expect(plannedFamily({ network: 'resnet', depth: 57 })).toBe('resnet');
    expect(plannedFamily({ network: 'resnet50', depth: 50 })).toBeNull();
    expect(plannedFamily({ network: 'highway19', depth: 19 })).toBeNull();
  });

  it('shows a depth between its neighbours, and passes over those of the ImageNet family', () => {
    expect(neighbours('resnet', 20, [32, 32, 3], 10).map(({ depth }) => depth)).toEqual([14, 20, 26]);
    expect(neighbours('plain', 44, [32, 32, 3], 10).map(({ variant }) => variant)).toEqual([
      'plain38',
      'plain44',
      'plain56',
    ]);
    expect(neighbours('resnet', 8, [32, 32, 3], 10).map(({ n }) => n)).toEqual([1, 2]);
    expect(neighbours('resnet', 20, [31, 31, 3], 10)).toEqual([]);
  });

  it('goes to the nearest n', () => {
    expect([7, 20, 22, 24, 50, 1202].map(nearestBlocks)).toEqual([1, 3, 3, 4, 9, 200]);
    expect(choiceOfDepth('resnet', 9)).toEqual({ network: 'resnet56', depth: 56 });
    expect(choiceOfDepth('plain', 6)).toEqual({ network: 'plain', depth: 38 });
  });
});

describe('the estimate', () => {
  it('asks for what decides the time of a step', () => {
    const network = buildNetwork(findVariant('resnet50'), [64, 64, 3], 10);
    expect(stepOf(network, 16, 'auto')).toEqual({
      variant: 'resnet50',
      batch: 16,
      precision: 'auto',
      shape: [64, 64, 3],
      classes: 10,
      shortcut: 'B',
      bottleneckStride: '3x3',
    });
  });

  it('adds the evaluations to a bare step, and not to what a run took', () => {
    const length = { steps: 160, batch: 10, stepsInEpoch: 80 };
    // Two epochs of 100 validation pictures and 60 of the test: 26 batches.
    expect(predictSeconds(time, length, dataset)).toBeCloseTo(16 + 2.6 / 3);
    expect(predictSeconds({ ...time, source: 'run' }, length, dataset)).toBeCloseTo(16);
  });

  it('says how it was got', () => {
    expect(timeWords(time)).toBe('100 ms per step, timed here: ResNet-20, batch 10, float32');
    expect(timeWords({ ...time, stepMillis: 3.21, source: 'scaled' })).toContain(
      '3.2 ms per step, scaled by multiply-adds',
    );
    expect([42, 750, 7200, 200_000].map((seconds) => runDuration(seconds, 'run'))).toEqual([
      'about 42 s',
      'about 13 min',
      'about 2 h 0 min',
      'about 2 d 7 h',
    ]);
  });

  it('is a range in one unit where it was scaled from another network', () => {
    expect([1, 42, 750, 7200, 200_000, 2e6].map((seconds) => runDuration(seconds, 'scaled'))).toEqual([
      ...['1 to 2 s', '21 to 84 s', '6 to 25 min', '1 to 4 h', '28 to 111 h', '12 to 46 d'],
    ]);
  });
});
