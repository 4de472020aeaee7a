import { describe, expect, it } from 'vitest';
import { keyZoom, wheelZoom, zoomed } from './zoom';

const view = { zoom: 1, left: 0, top: 300 };

describe('zoomed', () => {
  it('keeps the place under the pointer', () => {
    const near = zoomed(view, 1.5, 40, 100);
    expect(near.zoom).toBe(1.5);
    expect((near.top + 100) / near.zoom).toBeCloseTo((view.top + 100) / view.zoom);
    expect((near.left + 40) / near.zoom).toBeCloseTo((view.left + 40) / view.zoom);
  });

  it('has its limits', () => {
    expect(zoomed(view, 100, 0, 0).zoom).toBe(2);
    expect(zoomed(view, 0.01, 0, 0).zoom).toBe(0.25);
  });
});

describe('the keys and the wheel', () => {
  it('enlarge, make smaller and go back to the natural size', () => {
    let { zoom } = view;
    for (const key of ['+', '+', '+', '+']) zoom = zoomed({ ...view, zoom }, keyZoom(key, zoom) ?? NaN, 0, 0).zoom;
    expect(zoom).toBeCloseTo(2, 1);
    expect(zoomed({ ...view, zoom }, keyZoom('0', zoom) ?? NaN, 0, 0).zoom).toBe(1);
    expect(keyZoom('x', 1)).toBeNull();
    expect(wheelZoom(-100)).toBeGreaterThan(1);
    expect(wheelZoom(100) * wheelZoom(-100)).toBeCloseTo(1);
    expect(wheelZoom(1e9)).toBe(wheelZoom(100));
  });
});
