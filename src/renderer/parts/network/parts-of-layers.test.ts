import { describe, expect, it } from 'vitest';
import { buildNetwork } from '../../../shared/network/build';
import { findVariant } from '../../../shared/network/variants';
import { firstUnfolded } from './folding';
import { outlineOf } from './outline';
import { meanValue, placeOf, unitOf } from './parts-of-layers';
import { describeLayer } from './words';

const network = buildNetwork(findVariant('resnet20'), [28, 28, 1], 10);
const outline = outlineOf(network);
const responses = new Map([
  ['conv1', 1.4],
  ['layer2.0.conv1', 0.8],
  ['layer2.0.conv2', 0.4],
]);
const layers = (prefix: string) => network.layers.filter(({ name }) => name.startsWith(prefix));

describe('meanValue', () => {
  it('counts each measured layer once', () => {
    expect(meanValue(layers('layer2.0.'), outline.responses, responses)).toBeCloseTo(0.6);
    expect(meanValue(layers('layer2.0.bn1'), outline.responses, responses)).toBe(0.8);
  });

  it('is unknown for what is not measured', () => {
    expect(meanValue(layers('fc'), outline.responses, responses)).toBeNull();
    expect(meanValue(layers('conv1'), outline.responses, null)).toBeNull();
  });
});

describe('unitOf and placeOf', () => {
  it('find every layer', () => {
    for (const { name } of network.layers) {
      expect(unitOf(outline, name)?.layers.some((layer) => layer.name === name)).toBe(true);
    }
    expect(placeOf(outline, 'layer2.0.bn1')).toEqual(['layer2', 'layer2.0']);
    expect(placeOf(outline, 'fc')).toEqual([]);
  });
});

describe('describeLayer', () => {
  it('gives the facts of a layer', () => {
    expect(describeLayer(network, 'layer2.0.relu', { name: 'response', values: responses })).toEqual({
      name: 'layer2.0.bn1, layer2.0.relu',
      what: 'batch normalisation and ReLU',
      figures: 'output 14 × 14 × 32, 64 parameters, 0 multiply-adds, response 0.8',
    });
    expect(describeLayer(network, 'nothing', null)).toBeNull();
  });
});

describe('firstUnfolded', () => {
  it('opens long networks folded', () => {
    expect([...firstUnfolded(network)]).toEqual(['layer2', 'layer2.0']);
    expect(firstUnfolded(buildNetwork(findVariant('resnet1202'), [32, 32, 3], 10)).size).toBe(0);
  });
});
