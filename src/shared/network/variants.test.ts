import { describe, expect, it } from 'vitest';
import { UserError } from '../errors';
import { chooseVariant, findVariant, plainTwin } from './variants';

describe('findVariant', () => {
  it('reads the names people write', () => {
    expect(findVariant('ResNet-56').name).toBe('resnet56');
    expect(findVariant('plain-20').title).toBe('Plain-20');
  });

  it('takes the depths of table 1 for the ImageNet family', () => {
    const family = (name: string) => findVariant(name).family;
    expect(['resnet18', 'resnet50', 'plain34', 'resnet152'].map(family)).toEqual(Array(4).fill('imagenet'));
    expect(['resnet20', 'resnet44', 'plain110', 'resnet1202'].map(family)).toEqual(Array(4).fill('cifar'));
  });

  it('gives each family its shortcut, and bottlenecks the stride of torchvision', () => {
    expect(findVariant('resnet20')).toMatchObject({ shortcut: 'A', bottleneckStride: null });
    expect(findVariant('resnet34')).toMatchObject({ shortcut: 'B', bottleneckStride: null });
    expect(findVariant('resnet50')).toMatchObject({ shortcut: 'B', bottleneckStride: '3x3' });
    expect(findVariant('resnet50', { shortcut: 'C', bottleneckStride: '1x1' })).toMatchObject({
      shortcut: 'C',
      bottleneckStride: '1x1',
    });
    expect(findVariant('plain20', { shortcut: 'B' }).shortcut).toBeNull();
  });

  it.each([
    ['resnet21', 'the nearest are resnet20 and resnet26'],
    ['resnet49', 'the nearest are resnet44 and resnet56'],
    ['resnet153', 'the nearest are resnet146 and resnet158'],
    ['plain2', 'plain8'],
    ['resnet19', 'The ImageNet family has resnet18, resnet34, resnet50, resnet101, resnet152'],
    ['vgg16', 'Unknown network "vgg16"'],
  ])('refuses %s with the nearest that there are', (name, message) => {
    expect(() => findVariant(name)).toThrow(UserError);
    expect(() => findVariant(name)).toThrow(message);
  });
});

describe('chooseVariant', () => {
  it('refuses options that a network has no use for', () => {
    expect(() => chooseVariant('plain20', { shortcut: 'B' })).toThrow('Plain-20 has no shortcuts');
    expect(() => chooseVariant('resnet34', { bottleneckStride: '1x1' })).toThrow('choose resnet50');
    expect(chooseVariant('resnet101', { shortcut: 'A', bottleneckStride: '1x1' }).name).toBe('resnet101');
  });
});

describe('plainTwin', () => {
  it('keeps everything but the shortcuts', () => {
    const residual = findVariant('resnet50', { bottleneckStride: '1x1' });
    expect(plainTwin(residual)).toEqual({ ...residual, name: 'plain50', title: 'Plain-50', shortcut: null });
  });
});
