import { describe, expect, it } from 'vitest';
import { buildNetwork } from '../../../shared/network/build';
import { findVariant } from '../../../shared/network/variants';
import type { LayersEvent, ResponsesEvent } from '../../../shared/contract/metrics';
import { outlineOf } from './outline';
import { formatValue, quantityValues, readingOf, reportedNames, scaleOf, shareOn } from './quantity';

const responses: ResponsesEvent = {
  event: 'responses',
  step: 4,
  epoch: 1,
  layers: ['conv1'],
  standardDeviations: [0.5],
};
const layers: LayersEvent = {
  event: 'layers',
  step: 4,
  epoch: 1,
  layers: ['conv1', 'fc'],
  gradientNorms: [1, 2],
  weightNorms: [3, 4],
  updateRatios: [0.1, 0.2],
  blocks: ['layer1.0'],
  ratios: [0.25],
  cosines: [-0.5],
};

describe('quantityValues', () => {
  it('reads each quantity from what was measured', () => {
    const moment = { responses, layers };
    const values = (['response', 'gradient', 'weight', 'update', 'ratio'] as const).map((name) => [
      ...(quantityValues(name, moment) ?? []),
    ]);
    expect(values).toEqual([
      [['conv1', 0.5]],
      ...[
        [1, 2],
        [3, 4],
        [0.1, 0.2],
      ].map(([first, second]) => [
        ['conv1', first],
        ['fc', second],
      ]),
      [['layer1.0', 0.25]],
    ]);
  });

  it('knows what was not measured', () => {
    expect(quantityValues('gradient', { responses, layers: undefined })).toBeNull();
    expect(quantityValues('response', { responses: undefined, layers })).toBeNull();
    expect(quantityValues('update', { responses, layers: { ...layers, updateRatios: undefined } })).toBeNull();
    expect(quantityValues('ratio', { responses, layers: { ...layers, blocks: [], ratios: [] } })).toBeNull();
  });
});

describe('reportedNames', () => {
  const outline = outlineOf(buildNetwork(findVariant('resnet20', { shortcut: 'B' }), [28, 28, 1], 10));

  it('gives what follows a convolution the value of its weight', () => {
    const names = reportedNames(outline, 'gradient');
    expect(['conv1', 'bn1', 'relu', 'fc'].map((name) => names.get(name))).toEqual(['conv1', 'conv1', 'conv1', 'fc']);
    expect(names.get('layer2.0.downsample.1')).toBe('layer2.0.downsample.0');
    expect(['layer2.0.add', 'layer2.0.relu_1', 'avgpool'].map((name) => names.get(name))).toEqual([
      ...[undefined, undefined, undefined],
    ]);
  });

  it('gives the layers of a residual function the ratio of their block', () => {
    const names = reportedNames(outline, 'ratio');
    expect(['layer2.0.conv1', 'layer2.0.bn2', 'layer2.0.downsample.0', 'conv1'].map((name) => names.get(name))).toEqual(
      [...['layer2.0', 'layer2.0', undefined, undefined]],
    );
  });
});

describe('scaleOf and shareOn', () => {
  it('begin below values that are near to each other, so that they do not look alike', () => {
    expect(scaleOf([0.87, 1.07])).toEqual({ low: 0.8, high: 1.2, logarithmic: false });
    expect(scaleOf([870, 1070]).low).toBe(800);
    expect(scaleOf([0, 0.87, 1.07]).low).toBe(0);
  });

  it('begin at 0 where values are not far from it', () => {
    const scale = scaleOf([0.4, 1.4, 0]);
    expect(scale).toEqual({ low: 0, high: 1.5, logarithmic: false });
    expect([-1, 0, 0.75, 9].map((value) => shareOn(scale, value))).toEqual([0, 0, 0.5, 1]);
  });

  it('are logarithmic where the spread needs it', () => {
    const scale = scaleOf([2e-4, 0.3]);
    expect(scale).toEqual({ low: 1e-4, high: 1, logarithmic: true });
    expect(shareOn(scale, 1e-2)).toBeCloseTo(0.5);
    expect(shareOn(scale, 0)).toBe(0);
    expect(scaleOf([1e-30, 1]).low).toBeCloseTo(1e-6);
  });

  it('have ends where there is nothing', () => {
    expect(scaleOf([])).toEqual({ low: 0, high: 1, logarithmic: false });
    expect(scaleOf([0, NaN])).toEqual({ low: 0, high: 1, logarithmic: false });
  });
});

describe('formatValue', () => {
  it('writes three digits', () => {
    expect([0, 0.42, 0.012345, 1234.5, 3.14e-5, -0.5, 2e6].map(formatValue)).toEqual([
      ...['0', '0.42', '0.0123', '1230', '3.1e-5', '-0.5', '2e+6'],
    ]);
    expect(readingOf('gradient', 0.0123)).toBe('gradient norm 0.0123');
  });
});
