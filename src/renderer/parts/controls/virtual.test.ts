import { describe, expect, it } from 'vitest';
import { visibleRows } from './virtual';

describe('visibleRows', () => {
  it('draws few rows of a thousand, and all that are seen', () => {
    const { from, to } = visibleRows(1000, 50, 20_020, 600);
    expect(from * 50).toBeLessThanOrEqual(20_020);
    expect(to * 50).toBeGreaterThanOrEqual(20_620);
    expect(to - from).toBeLessThan(25);
  });

  it('stays within the list at both ends', () => {
    expect(visibleRows(1000, 50, 0, 600)).toEqual({ from: 0, to: 16 });
    expect(visibleRows(1000, 50, 49_400, 600)).toEqual({ from: 984, to: 1000 });
    expect(visibleRows(3, 50, 90_000, 600).to).toBe(3);
    expect(visibleRows(0, 50, 0, 600)).toEqual({ from: 0, to: 0 });
  });

  it('ignores a scroll beyond the top', () => {
    expect(visibleRows(100, 50, -30, 100)).toEqual({ from: 0, to: 6 });
  });
});
