import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { curvesChart } from '../../../../shared/charts/curves';
import { drawnChart, sampleLook } from '../../../../shared/charts/testing';
import { historyCsv, historyView } from './history-view';
import { kernelCsv } from './kernel-csv';

describe('historyView', () => {
  const points = [10, 20, 30].map((x) => ({ x, y: 1 / x }));

  it('goes over the whole run and ends in the newest value', () => {
    const view = historyView(points, 'Gradient norm', 100, 'blue');
    const { axes, svg } = drawnChart(curvesChart(view, sampleLook));
    expect(axes['x']?.high).toBe(100);
    expect(axes['y']?.high).toBeGreaterThanOrEqual(0.1);
    expect(view.series.map(({ label }) => label)).toEqual(['0.0333']);
    expect(svg).toMatch(/<path d="M[^"]*" fill="none" stroke="blue"/);
    const { texts } = drawnChart(curvesChart(historyView([], 'Weight', 100, 'blue'), sampleLook));
    expect(texts).toContain('Weight');
  });

  it('is written in full', () => {
    expect(parse(historyCsv(points, '|F(x)| / |x|, "norm"'))).toEqual([
      ['step', '|F(x)| / |x|, "norm"'],
      ['10', '0.1'],
      ['20', '0.05'],
      ['30', String(1 / 30)],
    ]);
  });
});

describe('kernelCsv', () => {
  it('tells each weight and its place', () => {
    const values = Float32Array.from({ length: 2 * 3 * 1 * 2 }, (_, index) => index / 10);
    const [header, ...rows] = parse(kernelCsv({ shape: [2, 3, 1, 2], values })) as unknown as string[][];
    expect(header).toEqual(['filter', 'channel', 'row', 'column', 'weight']);
    expect(rows).toHaveLength(12);
    expect(rows[9]).toEqual(['1', '1', '0', '1', '0.899999976']);
    expect(rows.map(([, , , , weight]) => Math.fround(Number(weight)))).toEqual([...values]);
  });
});
