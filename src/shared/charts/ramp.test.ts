import { describe, expect, it } from 'vitest';
import { colourAt, contrast, formatColour, parseColour, shareOf, textOn } from './ramp';

const ramps = [
  { low: parseColour('#cfe0fa'), high: parseColour('#2463d1') },
  { low: parseColour('#24344f'), high: parseColour('#6ea8fe') },
];

describe('the ramp', () => {
  it('goes from its low to its high end', () => {
    expect(ramps.map((ramp) => formatColour(colourAt(ramp, 0)))).toEqual(['rgb(207, 224, 250)', 'rgb(36, 52, 79)']);
    expect(ramps.map((ramp) => formatColour(colourAt(ramp, 1)))).toEqual(['rgb(36, 99, 209)', 'rgb(110, 168, 254)']);
  });

  it('carries text that can be read, at every magnitude', () => {
    for (const ramp of ramps) {
      for (let share = 0; share <= 1; share += 0.01) {
        const ground = colourAt(ramp, share);
        expect(contrast(ground, textOn(ground))).toBeGreaterThan(4.5);
      }
    }
  });
});

describe('contrast', () => {
  it('is 21 between black and white', () => {
    expect(contrast([0, 0, 0], [255, 255, 255])).toBeCloseTo(21);
  });
});

describe('shareOf', () => {
  it('is limited, and 0 where there is no magnitude', () => {
    expect([-1, 0, 1, 2, 5].map((value) => shareOf(value, 2))).toEqual([0, 0, 0.5, 1, 1]);
    expect(shareOf(3, 0)).toBe(0);
  });
});
