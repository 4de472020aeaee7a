import { expect, it } from 'vitest';
import { pageEngine } from './engine';

it('names what draws the window', () => {
  const agent = 'Mozilla/5.0 (X11; Linux x86_64) Chrome/108.0.5359.215 Electron/22.3.25 Safari/537.36';
  expect(pageEngine(agent)).toBe('Electron 22.3.25, Chromium 108.0.5359.215');
  expect(pageEngine('Somebody/1')).toBe('Somebody/1');
});
