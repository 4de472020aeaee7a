import { describe, expect, it } from 'vitest';
import { buildNetwork } from './build';
import { findVariant } from './variants';
import { isCifar10, paperResult, paperResults } from './paper-results';

const classes = ['airplane', 'automobile', 'bird', 'cat', 'deer', 'dog', 'frog', 'horse', 'ship', 'truck'];

describe('the results of the paper', () => {
  it('are those of networks that the studio builds with as many parameters', () => {
    for (const { variant, title, layers, parameters } of paperResults) {
      const found = findVariant(variant);
      expect([found.title, found.depth]).toEqual([title, layers]);
      const built = buildNetwork(found, [32, 32, 3], 10).parameters;
      expect(Math.abs(built - parameters) / parameters, title).toBeLessThan(0.05);
    }
    expect(paperResult('resnet56')?.testError).toBe(0.0697);
    expect(paperResult('plain56')).toBeUndefined();
  });

  it('belong to CIFAR-10 alone, which is told by its classes and the size of its pictures', () => {
    expect(isCifar10({ shape: [32, 32, 3], classes })).toBe(true);
    expect(isCifar10({ shape: [32, 32, 3], classes: [...classes].reverse().map((name) => name.toUpperCase()) })).toBe(
      true,
    );
    expect(isCifar10({ shape: [32, 32, 1], classes })).toBe(false);
    expect(isCifar10({ shape: [32, 32, 3], classes: [...classes.slice(1), 'van'] })).toBe(false);
    expect(isCifar10({ shape: [32, 32, 3], classes: classes.slice(1) })).toBe(false);
  });
});
