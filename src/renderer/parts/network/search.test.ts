import { describe, expect, it } from 'vitest';
import { buildNetwork } from '../../../shared/network/build';
import { findVariant } from '../../../shared/network/variants';
import { findLayers } from './search';

const network = buildNetwork(findVariant('resnet1202'), [32, 32, 3], 10);

describe('findLayers', () => {
  it('puts the layer of that very name first', () => {
    expect(findLayers(network, 'layer2.1.conv1')[0]).toBe('layer2.1.conv1');
    expect(findLayers(network, ' Layer2 150  conv2 ')).toEqual(['layer2.150.conv2']);
    expect(findLayers(network, 'fc')).toEqual(['fc']);
  });

  it('finds what contains the text after what begins with it, and not too much', () => {
    const found = findLayers(network, 'conv1');
    expect(found.slice(0, 3)).toEqual(['conv1', 'layer1.0.conv1', 'layer1.1.conv1']);
    expect(found).toHaveLength(12);
  });

  it('finds nothing for nothing', () => {
    expect(findLayers(network, '  ')).toEqual([]);
    expect(findLayers(network, 'layer9')).toEqual([]);
  });
});
