import { describe, expect, it } from 'vitest';
import { UserError } from '../../shared/errors';
import { assertFiniteState } from './divergence';

describe('assertFiniteState', () => {
  const tensors = (value: number) => [
    { name: 'conv1.weight', data: Float32Array.of(0, 1) },
    { name: 'fc.bias', data: Float32Array.of(2, value) },
  ];

  it('lets numbers pass', () => {
    expect(() => assertFiniteState(tensors(-3e38), 7, 0.5)).not.toThrow();
  });

  it.each([NaN, Infinity, -Infinity])(
    'refuses %s, and names the tensor, the step, the rate and the way out',
    (value) => {
      expect(() => assertFiniteState(tensors(value), 7, 0.5)).toThrow(UserError);
      expect(() => assertFiniteState(tensors(value), 7, 0.5)).toThrow(
        /fc\.bias .* step 7 with learning rate 0\.5.* such as 0\.05\..*clipping/,
      );
    },
  );
});
