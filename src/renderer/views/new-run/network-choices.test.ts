import { describe, expect, it } from 'vitest';
import { buildNetwork } from '../../../shared/network/build';
import type { Shape } from '../../../shared/network/layer';
import { findVariant } from '../../../shared/network/variants';
import { UserError } from '../../../shared/errors';
import { networkChoice, networkOptions, variantName } from './network-choices';

const small: Shape = [28, 28, 1];
const large: Shape = [64, 64, 3];

describe('networkOptions', () => {
  it('are all networks that can be drawn', () => {
    for (const shape of [small, large]) {
      for (const { value, disabled = false } of networkOptions(shape)) {
        const name = variantName({ network: value, depth: 38 });
        const build = () => buildNetwork(findVariant(name), shape, 10);
        if (disabled) expect(build, value).toThrow(UserError);
        else expect(build().variant.name).toBe(name);
      }
    }
    expect(networkOptions(small).find(({ value }) => value === 'resnet50')?.label).toBe(
      'ResNet-50, from 64 × 64 pixels on',
    );
    expect(networkOptions(large).some(({ disabled }) => disabled)).toBe(false);
    expect(variantName({ network: 'plain', depth: 38 })).toBe('plain38');
  });
});

describe('networkChoice', () => {
  it('comes back from the name of every network', () => {
    expect(networkChoice('plain32')).toEqual({ network: 'plain32', depth: 32 });
    expect(networkChoice('resnet26')).toEqual({ network: 'resnet', depth: 26 });
    expect(networkChoice('vgg')).toEqual({ network: 'resnet20', depth: 20 });
  });
});
