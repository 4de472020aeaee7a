import { describe, expect, it } from 'vitest';
import { buildNetwork } from './build';
import { responseLayers } from './responses';
import { findVariant, plainTwin, type VariantOptions } from './variants';

const imagenet = (name: string, options?: VariantOptions) =>
  buildNetwork(findVariant(name, options), [224, 224, 3], 1000);
/** Multiply-adds in units of a thousand million. */
const giga = (name: string, options?: VariantOptions) => imagenet(name, options).multiplyAdds / 1e9;

describe('the ImageNet family', () => {
  it.each([
    [18, 11_689_512],
    [34, 21_797_672],
    [50, 25_557_032],
    [101, 44_549_160],
    [152, 60_192_808],
  ])('counts the parameters of ResNet-%i as torchvision does', (depth, parameters) => {
    expect(imagenet(`resnet${depth}`).parameters).toBe(parameters);
    expect(imagenet(`resnet${depth}`, { bottleneckStride: '1x1' }).parameters).toBe(parameters);
  });

  it.each([
    [18, 1.814],
    [34, 3.664],
    [50, 4.089],
    [101, 7.801],
    [152, 11.514],
  ])('counts the multiply-adds of ResNet-%i as the description of its torchvision weights does', (depth, expected) => {
    expect(giga(`resnet${depth}`)).toBeCloseTo(expected, 3);
  });

  // The paper's table 1 cuts the figures of ResNet-34 and -50 after the first decimal (3.6 and 3.8): what was cut is here.
  it.each([
    [18, 1.8],
    [34, 3.664],
    [50, 3.858],
    [101, 7.6],
    [152, 11.3],
  ])("counts the multiply-adds of ResNet-%i within 1 %% of the paper's, with the paper's stride", (depth, expected) => {
    expect(Math.abs(giga(`resnet${depth}`, { bottleneckStride: '1x1' }) / expected - 1)).toBeLessThan(0.01);
  });

  it('halves the size to 7x7 as table 1 does', () => {
    const { layers } = imagenet('resnet50');
    const shape = (name: string) => layers.find((layer) => layer.name === name)?.outputShape;
    expect(
      ['conv1', 'maxpool', 'layer1.2.relu_2', 'layer2.0.conv1', 'layer2.0.conv2', 'layer4.2.add'].map(shape),
    ).toEqual([
      ...[
        [112, 112, 64],
        [56, 56, 64],
        [56, 56, 256],
      ],
      ...[
        [56, 56, 128],
        [28, 28, 128],
        [7, 7, 2048],
      ],
    ]);
  });

  it('has the names of torchvision', () => {
    const names = imagenet('resnet50').layers.map(({ name }) => name);
    expect(names.slice(0, 19)).toEqual([
      ...['conv1', 'bn1', 'relu', 'maxpool'],
      ...['conv1', 'bn1', 'relu', 'conv2', 'bn2', 'relu_1', 'conv3', 'bn3'].map((name) => `layer1.0.${name}`),
      ...['downsample.0', 'downsample.1', 'add', 'relu_2'].map((name) => `layer1.0.${name}`),
      ...['conv1', 'bn1', 'relu'].map((name) => `layer1.1.${name}`),
    ]);
    expect(names.slice(-3)).toEqual(['layer4.2.relu_2', 'avgpool', 'fc']);
  });

  it.each(['A', 'B', 'C'] as const)(
    'puts the shortcuts of option %s where the shape changes or everywhere',
    (option) => {
      const { layers } = imagenet('resnet50', { shortcut: option });
      const count = (kind: string, end: string) =>
        layers.filter((layer) => layer.kind === kind && layer.name.endsWith(end)).length;
      const expected = { A: [0, 4], B: [4, 0], C: [16, 0] }[option];
      expect([count('convolution', 'downsample.0'), count('paddedShortcut', 'downsample')]).toEqual(expected);
      expect(layers.filter(({ kind }) => kind === 'addition')).toHaveLength(16);
    },
  );

  it('has plain twins with the same layers but for the shortcuts', () => {
    for (const name of ['resnet18', 'resnet34', 'resnet50']) {
      const residual = findVariant(name, { shortcut: 'A' });
      const plain = buildNetwork(plainTwin(residual), [64, 64, 3], 10);
      expect(plain.parameters).toBe(buildNetwork(residual, [64, 64, 3], 10).parameters);
      expect(plain.layers.some(({ kind }) => kind === 'addition' || kind === 'paddedShortcut')).toBe(false);
    }
  });

  it('rounds as PyTorch does where a stride leaves a rest, on every way through a block', () => {
    for (const options of [{ shortcut: 'A' }, { shortcut: 'B' }, { bottleneckStride: '1x1' }] as const) {
      const { layers } = buildNetwork(findVariant('resnet50', options), [75, 97, 1], 10);
      const shape = (name: string) => layers.find((layer) => layer.name === name)?.outputShape;
      expect(shape('maxpool')).toEqual([19, 25, 64]);
      expect(shape('layer2.0.bn3')).toEqual([10, 13, 512]);
      expect(shape('layer4.0.bn3')).toEqual([3, 4, 2048]);
      for (const { kind, inputs } of layers) {
        if (kind === 'addition') expect(shape(inputs[0] ?? '')).toEqual(shape(inputs[1] ?? ''));
      }
    }
  });

  it('responds in its 3x3 convolutions alone', () => {
    expect(responseLayers(imagenet('resnet18'))).toHaveLength(16);
    const layers = responseLayers(imagenet('resnet50'));
    expect(layers).toHaveLength(16);
    expect(layers[0]).toEqual({ layer: 'layer1.0.conv2', measured: 'layer1.0.bn2' });
  });
});
