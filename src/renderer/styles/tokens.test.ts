import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('tokens.css', import.meta.url), 'utf8');

function tokensOf(theme: string): Record<string, string> {
  const block = new RegExp(`\\[data-theme='${theme}'\\] \\{([^}]*)\\}`).exec(css)?.[1] ?? '';
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]),
  );
}

/** WCAG 2.2, relative luminance. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

const surfaces = ['ground', 'panel', 'raised', 'hover'];
const inks = ['text', 'muted', 'accent', 'training', 'validation', 'compared', 'good', 'warning', 'danger'];
const textPairs: [string, string][] = [
  ...inks.flatMap((ink) => surfaces.map((surface): [string, string] => [ink, surface])),
  ...['text', 'muted', 'accent'].map((ink): [string, string] => [ink, 'accent-soft']),
  ...['text', 'danger'].map((ink): [string, string] => [ink, 'danger-soft']),
  ...['text', 'warning'].map((ink): [string, string] => [ink, 'warning-soft']),
  ['on-accent', 'accent'],
  ['on-accent', 'accent-strong'],
];
const shapePairs = [
  ...surfaces.map((surface): [string, string] => ['edge', surface]),
  ...['accent', 'validation', 'compared'].map((bar): [string, string] => [bar, 'line']),
];

describe.each(['light', 'dark'])('the %s theme', (theme) => {
  const tokens = tokensOf(theme);
  const between = ([ink, surface]: [string, string]) => contrast(tokens[ink] ?? '', tokens[surface] ?? '');

  it('has every colour that is compared here', () => {
    const names = [...textPairs, ...shapePairs].flat();
    expect(names.filter((name) => !tokens[name])).toEqual([]);
  });

  it.each(textPairs)('makes text in %s on %s readable (4.5)', (...pair) => {
    expect(between(pair)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(shapePairs)('makes shapes in %s on %s visible (3)', (...pair) => {
    expect(between(pair)).toBeGreaterThanOrEqual(3);
  });
});
