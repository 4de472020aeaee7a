import { describe, expect, it } from 'vitest';
import { UserError } from '../errors';
import { checkInputSize } from './input-size';
import type { Shape } from './layer';
import { findVariant } from './variants';

const check = (name: string, shape: Shape) => () => checkInputSize(findVariant(name), shape);

describe('checkInputSize', () => {
  it.each<[string, Shape]>([
    ['resnet20', [32, 32, 3]],
    ['plain20', [4, 8, 7]],
    ['resnet50', [224, 224, 3]],
    ['resnet18', [64, 75, 1]],
  ])('lets %s take %j', (name, shape) => {
    expect(check(name, shape)).not.toThrow();
  });

  it.each<[string, Shape, string]>([
    ['resnet50', [32, 32, 3], 'The nearest networks that fit are resnet20, resnet32, resnet56, resnet110.'],
    ['plain18', [28, 28, 1], 'The nearest networks that fit are plain20, plain32, plain56, plain110.'],
    ['resnet18', [63, 224, 3], 'resnet110 at 64x224x3.'],
    ['resnet20', [30, 28, 3], 'the nearest size that fits is 32x28x3'],
    ['resnet20', [1, 1, 3], 'the nearest size that fits is 4x4x3'],
    ['resnet50', [0, 224, 3], 'whole numbers above 0'],
    ['resnet20', [32, 32.5, 3], 'whole numbers above 0'],
  ])('refuses %s for %j with the way out', (name, shape, message) => {
    expect(check(name, shape)).toThrow(UserError);
    expect(check(name, shape)).toThrow(message);
  });
});
