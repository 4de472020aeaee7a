import { describe, expect, it, vi } from 'vitest';

vi.mock('electron', () => ({ BrowserWindow: vi.fn(), screen: {}, nativeTheme: {}, protocol: {} }));
const { visiblePlace } = await import('./window');

describe('visiblePlace', () => {
  const displays = [
    { x: 0, y: 0, width: 1920, height: 1080 },
    { x: 1920, y: -200, width: 2560, height: 1440 },
  ];
  const size = { width: 1280, height: 840, maximized: false };

  it.each([
    [0, 0],
    [2000, -200],
    [-500, 300],
    [4000, 1000],
  ])('keeps a window at %i, %i', (x, y) => {
    expect(visiblePlace({ ...size, x, y }, displays)).toEqual({ width: 1280, height: 840, x, y });
  });

  it.each([
    [5000, 0],
    [-1250, 0],
    [0, -400],
    [0, 1070],
  ])('does not open a window at %i, %i, where nobody can take hold of it', (x, y) => {
    expect(visiblePlace({ ...size, x, y }, displays)).toEqual({ width: 1280, height: 840 });
  });

  it('lets the system choose where there was no window before', () => {
    expect(visiblePlace(size, displays)).toEqual({ width: 1280, height: 840 });
  });
});
