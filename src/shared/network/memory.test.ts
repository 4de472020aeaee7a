import { describe, expect, it } from 'vitest';
import { UserError } from '../errors';
import { buildNetwork } from './build';
import { checkMemory, largestBatch, predictMemory, type MemoryOptions } from './memory';
import { findVariant } from './variants';

const network = buildNetwork(findVariant('resnet20'), [32, 32, 3], 10);
const options: MemoryOptions = { batch: 128, precision: 'float32' };
const gibibyte = 1024 ** 3;

describe('predictMemory', () => {
  it('grows by the same amount with each picture of the batch', () => {
    const at = (batch: number) => predictMemory(network, { ...options, batch });
    expect(at(300).total - at(200).total).toBeCloseTo(at(200).total - at(100).total, 0);
    expect(at(0).activations).toBe(0);
  });

  it('is the sum of its parts', () => {
    const { total, ...parts } = predictMemory(network, options);
    expect(Object.values(parts).reduce((sum, bytes) => sum + bytes, 0)).toBe(total);
  });

  it('counts half for activations in bfloat16, and more for an optimiser that keeps more', () => {
    const bfloat16 = predictMemory(network, { ...options, precision: 'bfloat16' });
    expect(bfloat16.activations).toBe(predictMemory(network, options).activations / 2);
    const adamw = predictMemory(network, { ...options, optimizer: 'adamw', ema: 0.999 });
    expect(adamw.parameters - predictMemory(network, options).parameters).toBeCloseTo(2 * 4 * network.parameters, 0);
  });
});

describe('checkMemory', () => {
  it('names the largest batch that fits, and that one fits', () => {
    const most = largestBatch(network, options, 2 * gibibyte);
    expect(() => checkMemory(network, { ...options, batch: most + 1 }, 2 * gibibyte)).toThrow(UserError);
    expect(() => checkMemory(network, { ...options, batch: 60_000 }, 2 * gibibyte)).toThrow(
      new RegExp(`ResNet-20 with a batch of 60000 needs about \\d+\\.\\d GiB .* a batch of ${most} or fewer`),
    );
    expect(() => checkMemory(network, { ...options, batch: most }, 2 * gibibyte)).not.toThrow();
  });

  it('says so where not even one picture fits', () => {
    const large = buildNetwork(findVariant('resnet152'), [224, 224, 3], 1000);
    expect(largestBatch(large, options, gibibyte)).toBe(0);
    expect(() => checkMemory(large, { ...options, batch: 1 }, gibibyte)).toThrow('choose a smaller network');
  });
});
