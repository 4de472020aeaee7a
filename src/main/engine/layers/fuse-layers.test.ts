import { describe, expect, it } from 'vitest';
import { buildNetwork } from '../../../shared/network/build';
import { findVariant } from '../../../shared/network/variants';
import { fuseLayers } from './fuse-layers';

function stepsOf(variant: string, inputShape: readonly [number, number, number] = [32, 32, 3]) {
  return fuseLayers(buildNetwork(findVariant(variant), inputShape, 10));
}

describe('fuseLayers', () => {
  it('joins each batch normalisation with the addition and the ReLU behind it', () => {
    const steps = stepsOf('resnet8');
    expect(steps.map(({ kind }) => kind)).not.toContain('relu');
    expect(steps.filter(({ kind }) => kind === 'fusedNormalization')).toHaveLength(7);
    expect(steps.find(({ name }) => name === 'layer1.0.relu_1')).toMatchObject({
      normalization: { name: 'layer1.0.bn2' },
      addition: { name: 'layer1.0.add' },
      inputs: ['layer1.0.conv2', 'relu'],
    });
  });

  it('keeps every layer once, each after what feeds it', () => {
    for (const steps of [stepsOf('resnet8'), stepsOf('plain8'), stepsOf('resnet50', [64, 64, 3])]) {
      const built = new Set(['input']);
      for (const { name, inputs } of steps) {
        expect(inputs.filter((input) => !built.has(input))).toEqual([]);
        expect(built.has(name)).toBe(false);
        built.add(name);
      }
    }
  });

  it('leaves the normalisation of a projection without ReLU', () => {
    const step = stepsOf('resnet18', [64, 64, 3]).find(({ name }) => name === 'layer2.0.downsample.1');
    expect(step).toMatchObject({ addition: null, relu: null, inputs: ['layer2.0.downsample.0'] });
  });

  it('leaves channels alone that the ops do not take', () => {
    const network = buildNetwork(findVariant('resnet8'), [32, 32, 3], 10);
    const layers = network.layers.map((layer) =>
      layer.kind === 'batchNormalization' ? { ...layer, channels: 12 } : layer,
    );
    expect(fuseLayers({ ...network, layers })).toEqual(layers);
  });
});
