import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { barsChart } from './bars';
import type { AnyChart } from './chart';
import { depthChart } from './depth';
import { histogramChart } from './histogram';
import { rowsChart } from './rows';
import { drawnChart, groundless, sampleLook } from './testing';

const size = { width: 500, height: 200 };
const tick = (value: number): string => String(Number(value.toPrecision(3)));
/** As a spread of values has them: near to each other, far apart, on both sides of 0, single and none. */
const spreads = {
  near: { low: 0.7, high: 1.5, logarithmic: false, values: [0.749, 0.9, 1.2, 1.44] },
  nearer: { low: 0.86, high: 0.9, logarithmic: false, values: [0.87, 0.871, 0.88, 0.879] },
  wide: { low: 1e-4, high: 10, logarithmic: true, values: [2e-4, 0.3, 4, 0.001] },
  signed: { low: -1, high: 1, logarithmic: false, values: [-0.4, 0.2, 0.9, 0] },
  none: { low: 0, high: 1, logarithmic: false, values: [] },
};

const byDepth = ({ values, ...scale }: (typeof spreads)[keyof typeof spreads], height: number): AnyChart => {
  const names = values.map((_, index) => `layer1.${index}`);
  const strip = { label: 'Quantity', values, scale };
  return depthChart(
    { names, strips: [strip, strip], chosen: 'layer1.1', write: tick, logarithmic: 'log' },
    sampleLook,
    { ...size, height },
  );
};

/** Charts of bars by the file that builds them. */
const charts: Readonly<Record<string, readonly AnyChart[]>> = {
  bars: [0.3, 20].map((top) => {
    const bars = [0.9 * top, top].map((value, index) => ({ id: `layer1.${index}`, value, over: null }));
    return barsChart({ bars, groups: [], overlaid: null, chosen: null, top, low: 0.8 * top, tick }, sampleLook);
  }),
  depth: Object.values(spreads).map((spread) => byDepth(spread, size.height)),
  histogram: [[1000, 1001], [3], [0, 0]].map((counts) =>
    histogramChart({ title: '', low: 2, high: 3, counts, fill: '#0000ff', value: tick, count: tick }, sampleLook),
  ),
  rows: [
    [[100, 2]],
    [
      [101, 0],
      [100, 0],
    ],
  ].map((counts) => {
    const rows = counts.map((each, index) => ({ name: `class ${index}`, counts: each }));
    const parts = [0, 1].map((part) => ({ name: `part ${part}`, fill: '#0000ff' }));
    return rowsChart({ title: '', parts, rows, count: tick }, sampleLook);
  }),
};

describe('bars', () => {
  it.each(Object.keys(charts))('of %s stand on 0, whatever the spread of their values', (name) => {
    expect(charts[name]?.flatMap((chart) => groundless(chart, size))).toEqual([]);
  });

  it('are drawn by no other file', () => {
    const folder = fileURLToPath(new URL('.', import.meta.url));
    const files = readdirSync(folder).filter((file) => !file.includes('.test.'));
    const drawing = files.filter((file) => /type: 'bar'/.test(readFileSync(`${folder}/${file}`, 'utf8')));
    expect(drawing.map((file) => file.replace('.ts', ''))).toEqual(Object.keys(charts));
  });

  it('are told to stand on something else', () => {
    const axis = { type: 'linear', min: 0.7, max: 1.5 } as const;
    const data = { labels: ['a'], datasets: [{ label: '', data: [1] }] };
    expect(groundless({ type: 'bar', data, options: { scales: { y: axis } } }, size)).toEqual(['y is from 0.7']);
    const powers = { type: 'logarithmic', min: 0.1, max: 10 } as const;
    expect(groundless({ type: 'bar', data, options: { scales: { y: powers } } }, size)).toEqual(['y is logarithmic']);
  });
});

describe('the numbers beside an axis', () => {
  it.each(Object.keys(spreads) as (keyof typeof spreads)[])('never lie over each other where values are %s', (name) => {
    for (const height of [120, 200, 320, 500]) {
      const { svg, axes } = drawnChart(byDepth(spreads[name], height), { ...size, height });
      expect(axes['y0']?.ticks.length).toBeGreaterThan(1);
      const left = [...svg.matchAll(/<text x="([\d.]+)" y="([\d.]+)"[^>]*text-anchor="end"/g)];
      const places = left
        .filter(([, x]) => Number(x) < 52)
        .map(([, , y]) => Number(y))
        .sort((a, b) => a - b);
      expect(places.length).toBeGreaterThan(2);
      places.slice(1).forEach((y, index) => expect(y - (places[index] ?? 0)).toBeGreaterThan(11));
    }
  });
});
