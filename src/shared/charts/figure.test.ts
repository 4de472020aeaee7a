import { describe, expect, it } from 'vitest';
import { curvePath } from './curve-path';
import { curvesFigure, type CurvesView } from './curves';
import { placeLabels } from './end-labels';
import { lineStyle } from './line-style';
import { linearScale, logarithmicScale, placeOn, rangeScale, valueOn } from './scale';
import { figureSvg } from './svg';

const area = { left: 0, top: 0, width: 100, height: 100 };
const look = { font: 'sans-serif', ground: '#fff', grid: '#eee', text: '#000', muted: '#555' };

describe('linearScale', () => {
  it('has round ticks up to its end', () => {
    expect(linearScale(0.73, { rounded: true })).toMatchObject({ high: 0.8, ticks: [0, 0.2, 0.4, 0.6, 0.8] });
    expect(linearScale(64_000)).toMatchObject({ high: 64_000, ticks: [0, 20_000, 40_000, 60_000] });
    expect(linearScale(0.99, { rounded: true, limit: 1 }).high).toBe(1);
  });

  it('has minutes and hours where it is of time, and whole numbers where there are only those', () => {
    expect(linearScale(14_000, { time: true }).ticks).toEqual([0, 3600, 7200, 10_800]);
    expect(linearScale(200, { time: true }).ticks).toEqual([0, 60, 120, 180]);
    expect(linearScale(3, { whole: true }).ticks).toEqual([0, 1, 2, 3]);
  });

  it('shows something where there is nothing yet', () => {
    expect(linearScale(0)).toMatchObject({ low: 0, high: 1 });
    expect(linearScale(NaN)).toMatchObject({ low: 0, high: 1 });
  });
});

describe('rangeScale', () => {
  it('has round ticks between its ends', () => {
    expect(rangeScale(503, 597, { whole: true })).toMatchObject({ low: 503, high: 597, ticks: [520, 540, 560, 580] });
    expect(rangeScale(0, 64_000).ticks).toEqual(linearScale(64_000).ticks);
  });
});

describe('logarithmicScale', () => {
  it('ends at powers of ten around the values', () => {
    expect(logarithmicScale(0.03, 4)).toMatchObject({ low: 0.01, high: 10, ticks: [0.01, 0.1, 1, 10] });
    expect(logarithmicScale(0.3, 4).ticks).toEqual([0.1, 0.2, 0.5, 1, 2, 5, 10]);
    expect(logarithmicScale(1e-9, 1).ticks.length).toBeLessThanOrEqual(7);
    expect(logarithmicScale(Infinity, -Infinity)).toMatchObject({ low: 0.1, high: 1 });
  });

  it('finds the place of a value and the value at a place', () => {
    const scale = logarithmicScale(0.01, 1);
    expect(placeOn(scale, 0.1)).toBeCloseTo(0.5, 12);
    expect(valueOn(scale, 0.5)).toBeCloseTo(0.1, 12);
    expect(valueOn(linearScale(8), placeOn(linearScale(8), 3))).toBeCloseTo(3, 12);
  });
});

describe('curvePath', () => {
  const scale = linearScale(10);

  it('goes through the points, upwards from the low end', () => {
    const points = [0, 5, 10].map((x) => ({ x, y: x }));
    expect(curvePath(points, scale, scale, area)).toBe('M0 100L50 50L100 0');
  });

  it('is cut off where it leaves the area, and goes on where it comes back', () => {
    const points = [
      { x: 0, y: 5 },
      { x: 2, y: 15 },
      { x: 4, y: 15 },
      { x: 6, y: 5 },
    ];
    expect(curvePath(points, scale, scale, area)).toBe('M0 50L10 0M50 0L60 50');
  });

  it('is cut off at the sides, too', () => {
    const points = [-5, 5, 15].map((x) => ({ x, y: x + 5 }));
    expect(curvePath(points, scale, linearScale(20), area)).toBe('M0 75L50 50L100 25');
  });

  it('leaves out what is no number, and what a logarithm does not know', () => {
    const points = [
      { x: 1, y: 1 },
      { x: 2, y: NaN },
      { x: 3, y: 0 },
      { x: 4, y: 10 },
    ];
    expect(curvePath(points, scale, logarithmicScale(1, 10), area)).toBe('M10 100L40 0');
  });
});

describe('placeLabels', () => {
  const labels = (count: number, y = 50) =>
    Array.from({ length: count }, (_, index) => ({ label: String(index), style: lineStyle(index, 'light'), x: 90, y }));

  it('keeps them apart and inside', () => {
    const places = placeLabels(labels(5, 95), area);
    const heights = places.map(({ y }) => y);
    for (let index = 1; index < heights.length; index += 1) {
      expect((heights[index] ?? 0) - (heights[index - 1] ?? 0)).toBeGreaterThanOrEqual(14);
    }
    expect(Math.max(...heights)).toBeLessThanOrEqual(93);
  });

  it('stands them beside the longest curve, and tells where each ends', () => {
    const ends = [40, 90, 70].map((x, index) => ({
      label: `${index}`,
      style: lineStyle(index, 'light'),
      x,
      y: 20 * index,
    }));
    const places = placeLabels(ends, area);
    expect(places.map(({ x }) => x)).toEqual([94, 94, 94]);
    expect(places.map(({ end }) => end?.x)).toEqual([40, 90, 70]);
    expect(placeLabels(labels(20), area).every(({ end }) => end === null)).toBe(true);
  });

  it('takes more columns where one has no room for all', () => {
    const places = placeLabels(labels(20), area);
    const taken = new Set(places.map(({ x, y }) => `${x} ${y}`));
    expect(taken.size).toBe(20);
    expect(new Set(places.map(({ x }) => x)).size).toBe(3);
    for (const { y } of places) expect(y >= 0 && y <= 100).toBe(true);
  });
});

describe('curvesFigure', () => {
  const view: CurvesView = {
    series: [
      {
        name: 'one',
        style: lineStyle(7, 'light'),
        weight: 'marked',
        faded: false,
        label: '1 <b>',
        points: [
          { x: 0, y: 4 },
          { x: 10, y: 2 },
        ],
      },
      { name: 'none', points: [], style: lineStyle(1, 'light'), weight: 'line', faded: false, label: '2' },
    ],
    x: { title: 'step', scale: linearScale(10), tick: String },
    y: { title: 'loss & more', scale: linearScale(4), tick: String },
    marks: [{ x: 5, label: 'rate 0.01' }],
    labelRoom: 40,
  };

  it('draws lines in their style, each marked point, and a label at the end of each that has one', () => {
    const { marks } = curvesFigure(view, 400, 200, look);
    const line = marks.find((mark) => mark.kind === 'line' && mark.stroke === lineStyle(7, 'light').colour);
    expect(line).toMatchObject({ dash: [7, 4], width: 2 });
    const texts = marks.flatMap((mark) => (mark.kind === 'text' ? mark.text : []));
    expect(texts).toEqual(expect.arrayContaining(['step', 'loss & more', 'rate 0.01', '1 <b>']));
    expect(texts).not.toContain('2 ');
    expect(marks.filter((mark) => mark.kind === 'area').length).toBe(2);
  });

  it('is written as SVG with its text escaped', () => {
    const svg = figureSvg(curvesFigure(view, 400, 200, look), 'curves "of" <two>');
    expect(svg).toContain('<title>curves &quot;of&quot; &lt;two&gt;</title>');
    expect(svg).toContain('>1 &lt;b&gt;</text>');
    expect(svg).toContain('loss &amp; more');
    expect(svg).toContain('stroke-dasharray="7 4"');
    expect(svg).not.toContain('NaN');
  });
});
