import { describe, expect, it } from 'vitest';
import { curvesChart } from './curves';
import { curveArea, type CurvesView } from './curves-view';
import { placeLabels } from './end-labels';
import { lineStyle } from './line-style';
import { drawnChart, sampleLook } from './testing';

const size = { width: 500, height: 200 };
const axis = (low: number, high: number) => ({ title: '', low, high, tick: () => '' });

/** Words that are drawn, with their places and anchors, and the chart as SVG. */
function wordsOf(view: Partial<CurvesView>) {
  const whole = { series: [], marks: [], labelRoom: 44, x: axis(0, 100), y: axis(0, 10), ...view };
  const { svg } = drawnChart(curvesChart(whole, sampleLook), size);
  const words = [...svg.matchAll(/<text x="([\d.]+)"[^>]*text-anchor="(\w+)"[^>]*>([^<]+)</g)].map(
    ([, x, anchor, word]) => [word, Number(x), anchor],
  );
  const leads = [...svg.matchAll(/<path d="([^"]*)" [^>]*stroke-dasharray="1 4"/g)].map(([, path]) => path);
  return { svg, words, leads };
}
const { left, top, width, height } = curveArea({ labelRoom: 44 }, size.width, size.height);

describe('flags', () => {
  const flags = [
    { x: 10, label: 'best' },
    { x: 12, label: 'last' },
    { x: 50, label: '' },
    { x: 60, label: 'later' },
  ];

  it('put words that would lie on each other in one place, and a mark at each', () => {
    const { words, svg } = wordsOf({ flags });
    expect(words).toEqual([
      ['best, last', left + 44, 'middle'],
      ['later', left + 240, 'middle'],
    ]);
    expect(svg.match(/<path [^>]*fill="#1a1f26"/g)).toHaveLength(4);
  });

  it('keep their words off the labels at the right, and leave out what is not shown', () => {
    const { words } = wordsOf({ flags: [...flags, { x: 100, label: 'end' }], x: axis(50, 100) });
    expect(words).toEqual([
      ['later', left + 80, 'middle'],
      ['end', left + width + 4, 'end'],
    ]);
  });
});

describe('labels at the ends', () => {
  const series = (ends: readonly number[]) =>
    ends.map((end, index) => ({
      name: `${end}`,
      label: index === 0 ? 'long' : 'short',
      points: [0, 50, 100].filter((x) => x <= end).map((x) => ({ x, y: 5 })),
      style: lineStyle(index, 'light'),
      weight: 'line' as const,
      faded: false,
    }));

  it('are led to at the height of the curve, with a turn at the end alone', () => {
    const { leads, svg } = wordsOf({ series: series([100, 50]) });
    const [middle, label] = [top + height / 2, left + width + 4];
    expect(leads).toEqual([`M${left + width / 2} ${middle}L${label - 7} ${middle}L${label} ${middle + 14}`]);
    expect(svg.match(/stroke="#ffffff" stroke-width="4" stroke-linejoin="round" paint-order="stroke">/g)).toHaveLength(
      2,
    );
  });

  it('stand where the curve leaves what is shown', () => {
    const { leads, words } = wordsOf({ series: series([100, 50]), x: axis(0, 50) });
    expect(leads).toEqual([]);
    expect(words.map(([word]) => word)).toEqual(['long', 'short']);
  });
});

describe('placeLabels', () => {
  const area = { left: 0, top: 0, width: 100, height: 100 };
  const labels = (count: number, y = 50) =>
    Array.from({ length: count }, (_, index) => ({ label: String(index), style: lineStyle(index, 'light'), x: 90, y }));

  it('keeps them apart and inside', () => {
    const heights = placeLabels(labels(5, 95), area).map(({ y }) => y);
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
