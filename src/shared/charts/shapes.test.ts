import { describe, expect, it } from 'vitest';
import { type BarsView, barsChart } from './bars';
import { chartSvg } from './chart';
import { histogramChart } from './histogram';
import { rowsChart, rowsSize } from './rows';
import { drawnChart, sampleLook } from './testing';

const count = (value: number): string => String(value);

/** Left, top, width and height of the bars of a colour, in the order in which they are drawn. */
function boxes(svg: string, fill: string): number[][] {
  return [...svg.matchAll(/<path d="([^"]*)" fill="([^"]*)"/g)].flatMap(([, path = '', colour]) => {
    if (colour !== fill) return [];
    const places = [...path.matchAll(/([\d.]+) ([\d.]+)(?=[A-Z]|$)/g)];
    const [xs, ys] = [places.map(([, x]) => Number(x)), places.map(([, , y]) => Number(y))];
    const [left, top] = [Math.min(...xs), Math.min(...ys)];
    return [[left, top, Math.max(...xs) - left, Math.max(...ys) - top]];
  });
}

describe('barsChart', () => {
  const look = { ...sampleLook, rampLow: '#0000ff', rampHigh: '#0000ff', validation: '#0000fe' };
  const bar = (id: string, value: number) => ({ id, value, over: null });
  const bars = [bar('a', 1), bar('b', 0.5)];
  const view: BarsView = { bars, groups: ['', 'layer1'], overlaid: null, chosen: 'b', top: 1, low: 0, tick: count };
  const size = { width: 266, height: 150 };
  const { svg, texts } = drawnChart(barsChart(view, look, 'Deviation'), size);

  it('has heights in proportion, all on the same ground, the chosen one in its own colour', () => {
    const [[, top = NaN, width = NaN, height = NaN] = []] = boxes(svg, 'rgb(0, 0, 255)');
    const [[, lower = NaN, , half = NaN] = []] = boxes(svg, '#0000fe');
    // They stand on a line that is a pixel thick.
    expect([height, half]).toEqual([100 - 0.5, 50 - 0.5]);
    expect(top + height).toBe(lower + half);
    expect(width).toBe(78);
    expect(texts).toEqual(expect.arrayContaining(['Deviation', 'layer1']));
  });

  it('crosses bars with strokes at heights of their own, and says whose they are', () => {
    const over = [
      { ...bar('a', 1), over: 0.5 },
      { ...bar('b', 0.5), over: null },
    ];
    const laid = { ...view, bars: over, overlaid: 'Plain-20' };
    const drawn = drawnChart(barsChart(laid, look, 'Deviation'), size);
    const strokes = [...drawn.svg.matchAll(/<path d="([^"]*)" fill="none" stroke="#1a1f26"/g)].map(([, path]) => path);
    // The legend's sample is the other one.
    expect(strokes).toEqual(['M67 74L145 74M242 10L256 10']);
    expect(drawn.texts).toContain('Plain-20');
    // Beside the chart the page says it.
    expect(drawnChart(barsChart(laid, look), size).texts).not.toContain('Plain-20');
  });

  it('names the one that is marked with its value', () => {
    expect(texts).toContain('b  0.500');
  });
});

describe('histogramChart', () => {
  const view = { title: 'Weights', low: -1, high: 3, counts: [2, 8, 4, 0], fill: '#0000ff', value: count, count };

  it('draws each count over its span, and 0 where it lies', () => {
    const { svg, texts } = drawnChart(histogramChart(view, sampleLook), { width: 480, height: 156 });
    const heights = boxes(svg, '#0000ff').map(([, , , height]) => height);
    expect(heights.slice(0, 3)).toEqual([25, 100, 50].map((height) => height - 0.5));
    const zero = /<path d="M([\d.]+) ([\d.]+)L([\d.]+) ([\d.]+)" fill="none" stroke="#4d5663"/.exec(svg);
    expect(Number(zero?.[1])).toBe(64 + 400 / 4 + 0.5);
    expect(zero?.[1]).toBe(zero?.[3]);
    expect(texts).toEqual(expect.arrayContaining(['Weights', '-1', '0', '3', '8']));
  });

  it('has no numbers at the side where only its shape is looked at', () => {
    const { low, high, counts, fill, value } = view;
    const shape = { title: '', low, high, counts, fill, value };
    const { texts } = drawnChart(histogramChart(shape, sampleLook), { width: 220, height: 90 });
    expect(texts).toEqual(['-1', '0', '3']);
  });

  it('shows values that are all alike', () => {
    const alike = { ...view, low: 2, high: 2, counts: [7] };
    const { svg } = drawnChart(histogramChart(alike, sampleLook), { width: 480, height: 156 });
    expect(boxes(svg, '#0000ff')).toHaveLength(1);
    expect(svg).not.toContain('NaN');
  });
});

describe('rowsChart', () => {
  it('lays the parts of a row one after the other', () => {
    const rows = [
      { name: 'cat', counts: [30, 10] },
      { name: 'a name that is much longer than there is room for', counts: [5, 5] },
    ];
    const parts = [
      { name: 'training', fill: '#0000ff' },
      { name: 'test', fill: '#ff0000' },
    ];
    const size = rowsSize(rows.length, 650);
    const { svg, texts } = drawnChart(rowsChart({ title: 'Classes', parts, rows, count }, sampleLook), size);
    // The first of each colour is in the legend.
    const [blue = [], red = []] = [boxes(svg, '#0000ff'), boxes(svg, '#ff0000')].map(([, first]) => first);
    const [left = NaN, top = NaN, width = NaN, height = NaN] = blue;
    expect(width).toBeCloseTo(300, 0);
    expect(height).toBeCloseTo(12, 0);
    expect(red[0]).toBeCloseTo(left + width, 0);
    expect(red[1]).toBe(top);
    expect(red[2]).toBeCloseTo(100, 0);
    expect(texts).toEqual(expect.arrayContaining(['Classes', 'training', 'test', '40']));
    expect(texts).toContain('a name that is much longe…');
  });
});

describe('every chart', () => {
  it('becomes SVG that stands alone, whatever things are called', () => {
    const name = '"><script>alert(1)</script>&';
    const view = { title: name, parts: [{ name, fill: '#0000ff' }], rows: [{ name, counts: [1] }], count };
    const svg = chartSvg(rowsChart(view, sampleLook), rowsSize(1, 600), sampleLook, name);
    expect(svg).toContain('xmlns="http://www.w3.org/2000/svg"');
    expect(svg).not.toContain('<script');
    expect(svg).toContain('&lt;script&gt;');
  });
});
