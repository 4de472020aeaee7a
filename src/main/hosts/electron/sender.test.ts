import { describe, expect, it, vi } from 'vitest';

vi.mock('electron', () => ({ protocol: {} }));
const { isOwnPage } = await import('./sender');

describe('isOwnPage', () => {
  const page = { url: 'studio://app/index.html', parent: null };

  it('takes messages from the studio’s page', () => {
    expect(isOwnPage(page)).toBe(true);
    expect(isOwnPage({ ...page, url: 'studio://app/index.html#runs' })).toBe(true);
  });

  it.each([
    'https://example.org/index.html',
    'file:///index.html',
    'studio://app.example.org/index.html',
    'studio://other/index.html',
    'data:text/html,studio://app/index.html',
    'about:blank',
    '',
  ])('refuses %s', (url) => {
    expect(isOwnPage({ url, parent: null })).toBe(false);
  });

  it('refuses a frame inside the page, and a frame that is gone', () => {
    expect(isOwnPage({ ...page, parent: page })).toBe(false);
    expect(isOwnPage(null)).toBe(false);
    expect(isOwnPage(undefined)).toBe(false);
  });
});
