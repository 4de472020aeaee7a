import { describe, expect, it } from 'vitest';
import { buildNetwork } from './build';
import { findVariant } from './variants';
import { checkpointBytes, epochCheckpoints } from './checkpoint-size';

const network = buildNetwork(findVariant('resnet20'), [32, 32, 3], 10);
const training = { optimizer: 'sgd', ema: 0, epochs: 20 } as const;

describe('the room for checkpoints', () => {
  it('is that of weights and momentum, three times', () => {
    const bytes = checkpointBytes(network, training, { every: 0, keep: 3 });
    expect(bytes / (3 * 4 * 2 * network.parameters)).toBeGreaterThan(1);
    expect(bytes / (3 * 4 * 2 * network.parameters)).toBeLessThan(1.05);
  });

  it('grows with what is kept of epochs, with moments and averages', () => {
    const size = (rule: { every: number; keep: number }, more = {}) =>
      checkpointBytes(network, { ...training, ...more }, rule);
    expect(size({ every: 2, keep: 3 }) / size({ every: 0, keep: 3 })).toBeCloseTo(2, 5);
    expect(size({ every: 0, keep: 0 }, { optimizer: 'adamw', ema: 0.9 })).toBeGreaterThan(
      1.8 * size({ every: 0, keep: 0 }),
    );
  });

  it.each([
    [{ every: 0, keep: 3 }, 0],
    [{ every: 3, keep: 0 }, 6],
    [{ every: 3, keep: 4 }, 4],
    [{ every: 15, keep: 4 }, 1],
  ])('counts those of %o', (rule, count) => {
    expect(epochCheckpoints(rule, 20)).toBe(count);
  });
});
