import { describe, expect, it } from 'vitest';
import { UserError } from '../errors';
import { buildNetwork } from './build';
import { responseLayers } from './responses';
import { findVariant, plainTwin } from './variants';

const cifar = [32, 32, 3] as const;

describe('buildNetwork', () => {
  it.each([
    [20, 269_722],
    [32, 464_154],
    [44, 658_586],
    [56, 853_018],
    [110, 1_727_962],
    [1202, 19_421_274],
  ])('counts the parameters of ResNet-%i as the paper and PyTorch do', (depth, parameters) => {
    expect(buildNetwork(findVariant(`resnet${depth}`), cifar, 10).parameters).toBe(parameters);
  });

  it.each([8, 20, 56, 110])('gives plain-%i as many parameters as its residual twin with option A', (depth) => {
    const residual = findVariant(`resnet${depth}`);
    const plain = buildNetwork(plainTwin(residual), cifar, 10);
    expect(plain.parameters).toBe(buildNetwork(residual, cifar, 10).parameters);
    expect(plain.layers.some((layer) => layer.kind === 'addition')).toBe(false);
  });

  it('has as many weighted layers as the name says', () => {
    for (const depth of [8, 20, 26, 110]) {
      const { layers } = buildNetwork(findVariant(`resnet${depth}`), cifar, 10);
      expect(layers.filter((layer) => layer.kind === 'convolution' || layer.kind === 'dense')).toHaveLength(depth);
    }
  });

  it('counts the multiply-adds of ResNet-20 at 32x32', () => {
    expect(buildNetwork(findVariant('resnet20'), cifar, 10).multiplyAdds).toBe(40_551_040);
  });

  it('halves the size and doubles the filters from stage to stage', () => {
    const { layers } = buildNetwork(findVariant('resnet20'), [28, 28, 1], 10);
    const shape = (name: string) => layers.find((layer) => layer.name === name)?.outputShape;
    expect(shape('layer1.2.relu_1')).toEqual([28, 28, 16]);
    expect(shape('layer2.0.downsample')).toEqual([14, 14, 32]);
    expect(shape('layer3.2.relu_1')).toEqual([7, 7, 64]);
    expect(shape('fc')).toEqual([1, 1, 10]);
  });

  it('projects with a convolution under options B and C', () => {
    const projections = (shortcut: 'B' | 'C') =>
      buildNetwork(findVariant('resnet20', { shortcut }), cifar, 10).layers.filter((layer) =>
        layer.name.endsWith('downsample.0'),
      );
    expect(projections('B')).toHaveLength(2);
    expect(projections('C')).toHaveLength(9);
  });

  it('feeds each layer by one before it', () => {
    const { layers } = buildNetwork(findVariant('resnet32'), cifar, 10);
    const seen = new Set(['input']);
    for (const layer of layers) {
      expect(layer.inputs.every((input) => seen.has(input))).toBe(true);
      seen.add(layer.name);
    }
  });

  it('refuses a size that the strides do not divide, and names the nearest that fits', () => {
    expect(() => buildNetwork(findVariant('resnet20'), [30, 28, 3], 10)).toThrow(
      'the nearest size that fits is 32x28x3',
    );
    expect(() => buildNetwork(findVariant('resnet20'), [0, 28, 3], 10)).toThrow(UserError);
    expect(() => buildNetwork(findVariant('resnet20'), cifar, 1)).toThrow('at least 2');
  });
});

describe('responseLayers', () => {
  it('lists every 3x3 convolution with the batch normalisation after it', () => {
    const layers = responseLayers(buildNetwork(findVariant('resnet20', { shortcut: 'B' }), cifar, 10));
    expect(layers).toHaveLength(19);
    expect(layers[1]).toEqual({ layer: 'layer1.0.conv1', measured: 'layer1.0.bn1' });
  });
});
