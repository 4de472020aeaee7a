import { describe, expect, it } from 'vitest';
import { between, moved, pinched, zoomed } from './range';

const whole = { low: 0, high: 100 };

describe('a range of an axis', () => {
  it('gets shorter around the value that is held, and not below the least', () => {
    expect(zoomed(whole, whole, 0.25, 0.5, 1)).toEqual({ low: 12.5, high: 62.5 });
    expect(zoomed({ low: 10, high: 12 }, whole, 0.5, 0.1, 1)).toEqual({ low: 10.5, high: 11.5 });
  });

  it('is the whole again where it gets as long', () => {
    expect(zoomed({ low: 10, high: 70 }, whole, 0.5, 2, 1)).toBeNull();
    expect(between(-5, 120, whole, 1)).toBeNull();
  });

  it('stays inside the whole', () => {
    expect(moved({ low: 80, high: 95 }, whole, 1)).toEqual({ low: 85, high: 100 });
    expect(moved({ low: 80, high: 95 }, whole, -0.2)).toEqual({ low: 77, high: 92 });
    expect(zoomed({ low: 0, high: 10 }, whole, 1, 4, 1)).toEqual({ low: 0, high: 40 });
  });

  it('lies between two values in whichever order', () => {
    expect(between(40, 20, whole, 1)).toEqual({ low: 20, high: 40 });
    expect(between(40, 40, whole, 2)).toEqual({ low: 39, high: 41 });
  });

  it('keeps under two fingers what was under them', () => {
    const next = pinched(whole, whole, [0.4, 0.6], [0.2, 0.6], 1);
    expect(next).toEqual({ low: 30, high: 80 });
    expect(pinched(whole, whole, [0.4, 0.6], [0.45, 0.55], 1)).toBeNull();
  });
});
