import { describe, expect, it } from 'vitest';
import { UserError } from '../../../shared/errors';
import { inEnglish } from '../../../shared/words/english';
import { describeWeights, type GivenDescription } from './weights-file';

const classes = ['cat', 'dog', 'owl'];
const perPixel = { mean: Array.from({ length: 28 * 28 }, () => 0.5), standardDeviation: [0.25] };
const metadata = {
  variant: 'resnet20',
  classes: JSON.stringify(classes),
  normalization: JSON.stringify({ mean: [0.1, 0.2, 0.3], standardDeviation: [1, 1, 1] }),
};
const tensors = [
  { name: 'conv1.weight', shape: [16, 3, 3, 3] },
  { name: 'fc.weight', shape: [3, 64] },
];
const describeFile = (
  header: { metadata?: Record<string, string>; tensors?: { name: string; shape: number[] }[] },
  given: GivenDescription = {},
) => describeWeights('w.safetensors', { metadata, tensors, ...header }, given);

describe('describeWeights', () => {
  it('takes what the metadata says, and the usual size where it says none', () => {
    const { network, normalization, notes, ...rest } = describeFile({});
    expect(network.variant).toMatchObject({ name: 'resnet20', shortcut: 'A' });
    expect(network.inputShape).toEqual([32, 32, 3]);
    expect(rest.classes).toEqual(classes);
    expect(normalization.mean).toEqual([0.1, 0.2, 0.3]);
    expect(notes.map(inEnglish)).toEqual(['Pictures of 32x32x3 are assumed.']);
  });

  it('takes pictures of 224 pixels for networks of the ImageNet family', () => {
    const stem = { name: 'conv1.weight', shape: [64, 3, 7, 7] };
    const { network } = describeFile({ metadata: { ...metadata, variant: 'resnet50' }, tensors: [stem] });
    expect(network).toMatchObject({ inputShape: [224, 224, 3], variant: { bottleneckStride: '3x3' } });
  });

  it("takes what is given where there is no metadata, and assumes ImageNet's constants", () => {
    const given = { variant: 'resnet8', classes: ['a', 'b', 'c'], shape: [40, 40, 3] } as const;
    const { network, normalization, notes } = describeFile({ metadata: {} }, given);
    expect(network).toMatchObject({ inputShape: [40, 40, 3], variant: { name: 'resnet8' } });
    expect(normalization).toEqual({ mean: [0.485, 0.456, 0.406], standardDeviation: [0.229, 0.224, 0.225] });
    expect(notes.map(inEnglish)).toEqual(["ImageNet's mean and standard deviation are assumed."]);
  });

  it('tells the size from the mean of each pixel, and averages that mean for another size', () => {
    const told = {
      metadata: { ...metadata, normalization: JSON.stringify(perPixel) },
      tensors: [{ name: 'conv1.weight', shape: [16, 1, 3, 3] }],
    };
    expect(describeFile(told).network.inputShape).toEqual([28, 28, 1]);
    expect(describeFile(told).normalization).toEqual(perPixel);
    const resized = describeFile(told, { shape: [32, 32, 1] });
    expect(resized.normalization.mean).toHaveLength(1);
    expect(resized.normalization.mean[0]).toBeCloseTo(0.5, 12);
  });

  it.each([
    ['B', ['layer2.0']],
    ['C', ['layer1.0', 'layer1.1', 'layer2.0']],
  ])('tells shortcut option %s from the projections', (shortcut, blocks) => {
    const projections = blocks.map((block) => ({ name: `${block}.downsample.0.weight`, shape: [16, 16, 1, 1] }));
    expect(describeFile({ tensors: [...tensors, ...projections] }).network.variant.shortcut).toBe(shortcut);
  });

  it.each([
    ['no network', { metadata: {} }, {}, 'name it with --model'],
    ['no classes', { metadata: { variant: 'resnet20' } }, {}, 'does not name its 3 classes'],
    ['other classes', {}, { classes: ['a', 'b'] }, 'has weights for 3 classes, and 2 are named'],
    ['metadata that is no JSON', { metadata: { ...metadata, classes: 'cat' } }, {}, 'no usable "classes"'],
    ['a size that does not fit', {}, { shape: [31, 31, 3] as const }, 'w.safetensors: Input size 31x31x3'],
    [
      'no constants for grey pictures',
      { metadata: { variant: 'resnet8', classes: metadata.classes } },
      { shape: [28, 28, 1] as const },
      'does not say how its pixels are normalised',
    ],
  ])('refuses %s', (_, header, given, message) => {
    expect(() => describeFile(header, given)).toThrow(UserError);
    expect(() => describeFile(header, given)).toThrow(message);
  });
});
