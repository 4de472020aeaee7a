import { describe, expect, it } from 'vitest';
import { type ValueAxis } from './axis';
import { chartSvg } from './chart';
import { curvesChart } from './curves';
import { curveArea, type CurvesView } from './curves-view';
import { lineStyle } from './line-style';
import { drawnChart, sampleLook } from './testing';

const axis = (low: number, high: number, more: Partial<ValueAxis> = {}): ValueAxis => ({
  title: '',
  low,
  high,
  tick: String,
  ...more,
});
const noCurves = { series: [], marks: [], labelRoom: 40 };
/** The axis of x, or of y, as it is drawn. */
const along = (x: ValueAxis) => drawnChart(curvesChart({ ...noCurves, x, y: axis(0, 1) }, sampleLook)).axes['x'];
const upright = (y: ValueAxis) => drawnChart(curvesChart({ ...noCurves, x: axis(0, 1), y }, sampleLook)).axes['y'];
const numbers = (ticks: readonly string[] | undefined) => ticks?.filter((tick) => tick !== '').map(Number);

describe('axes', () => {
  it('have round ticks up to their end, and go on to the next where they are rounded', () => {
    const rounded = upright(axis(0, 0.73, { rounded: true, most: 5 }));
    expect(rounded).toMatchObject({ low: 0, high: 0.8 });
    expect(numbers(rounded?.ticks)).toEqual([0, 0.2, 0.4, 0.6, 0.8]);
    const steps = along(axis(0, 64_000));
    expect(steps?.high).toBe(64_000);
    expect(numbers(steps?.ticks)).toEqual([0, 20_000, 40_000, 60_000]);
    expect(upright(axis(0, 0.99, { rounded: true }))?.high).toBe(1);
  });

  it('have minutes and hours where they are of time, and whole numbers where there are only those', () => {
    expect(numbers(along(axis(0, 14_000, { time: true }))?.ticks)).toEqual([0, 3600, 7200, 10_800]);
    expect(numbers(along(axis(0, 200, { time: true }))?.ticks)).toEqual([0, 60, 120, 180]);
    expect(numbers(along(axis(0, 3, { whole: true }))?.ticks)).toEqual([0, 1, 2, 3]);
  });

  it('have round ticks between ends that need not be', () => {
    const part = along(axis(503, 597, { whole: true }));
    expect(part).toMatchObject({ low: 503, high: 597 });
    expect(numbers(part?.ticks)).toEqual([520, 540, 560, 580]);
  });

  it('have whole powers of ten where they are logarithmic, and 2 and 5 between few of them', () => {
    const four = upright(axis(0.01, 10, { logarithmic: true }));
    expect(four).toMatchObject({ low: 0.01, high: 10 });
    expect(numbers(four?.ticks)).toEqual([0.01, 0.1, 1, 10]);
    expect(numbers(upright(axis(0.1, 10, { logarithmic: true }))?.ticks)).toEqual([0.1, 0.2, 0.5, 1, 2, 5, 10]);
    expect(numbers(upright(axis(1e-9, 1, { logarithmic: true }))?.ticks)?.length).toBeLessThanOrEqual(7);
  });

  it('show something where there is nothing yet', () => {
    expect(upright(axis(0, 0))).toMatchObject({ low: 0, high: 1 });
  });
});

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
    { name: 'none', points: [], style: lineStyle(1, 'light'), weight: 'line', faded: false, label: 'nothing' },
  ],
  x: axis(0, 10, { title: 'step' }),
  y: axis(0, 4, { title: 'loss & more' }),
  marks: [{ x: 5, label: 'rate 0.01' }],
  labelRoom: 40,
};
const size = { width: 400, height: 200 };

/** The lines of a colour, as they are drawn in the middle of a chart of one line of points. */
function linesOf(points: CurvesView['series'][number]['points'], y = axis(0, 10)): string[] {
  const style = lineStyle(0, 'light');
  const one = { name: 'one', points, style, weight: 'line', faded: false, label: null } as const;
  const { svg } = drawnChart(curvesChart({ ...view, series: [one], y }, sampleLook), size);
  return [...svg.matchAll(/<path d="([^"]*)" fill="none" stroke="#0a47db"/g)].map(([, path]) => path ?? '');
}

describe('curves', () => {
  it('are drawn in their style, each marked point, and a label at the end of each that has one', () => {
    const { svg, texts } = drawnChart(curvesChart(view, sampleLook), size);
    const { colour } = lineStyle(7, 'light');
    expect(svg).toMatch(
      new RegExp(`stroke="${colour}" stroke-width="2" stroke-linejoin="round" stroke-dasharray="7 4"`),
    );
    expect(texts).toEqual(expect.arrayContaining(['step', 'loss &amp; more', 'rate 0.01', '1 &lt;b&gt;']));
    expect(texts).not.toContain('nothing');
    // Two points, and the marker beside the label.
    expect(svg.match(new RegExp(`<path [^>]*fill="${colour}"`, 'g'))).toHaveLength(3);
    expect(svg).not.toContain('NaN');
  });

  it('go through the points, upwards from the low end', () => {
    const { left, top, width, height } = curveArea(view, size.width, size.height);
    const points = [0, 5, 10].map((x) => ({ x, y: x }));
    const [middle, end] = [`${left + width / 2} ${top + height / 2}`, `${left + width} ${top}`];
    expect(linesOf(points)).toEqual([`M${left} ${top + height}L${middle}L${end}`]);
  });

  it('are cut off where they leave the plot', () => {
    const points = [0, 10].map((x) => ({ x, y: 3 * x }));
    const style = lineStyle(0, 'light');
    const one = { name: 'one', points, style, weight: 'line', faded: false, label: null } as const;
    const { svg } = drawnChart(curvesChart({ ...view, series: [one], y: axis(0, 10) }, sampleLook), size);
    const [, id] = /stroke="#0a47db"[^>]*clip-path="url\(#([^)]*)\)"/.exec(svg) ?? [];
    const [, clip = ''] = new RegExp(`<clipPath id="${id}"><path d="([^"]*)"`).exec(svg) ?? [];
    const heights = [...clip.matchAll(/[ML]\S+ ([\d.]+)/g)].map(([, y]) => Number(y));
    const { top, height } = curveArea(view, size.width, size.height);
    // The half of a line that is as thick as it is may stand out.
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(top - 2);
    expect(Math.max(...heights)).toBeLessThanOrEqual(top + height + 2);
  });

  it('leave out what is no number, and what a logarithm does not know', () => {
    const points = [
      { x: 1, y: 1 },
      { x: 2, y: NaN },
      { x: 3, y: 0 },
      { x: 4, y: 10 },
    ];
    const [path = ''] = linesOf(points, axis(1, 10, { logarithmic: true }));
    expect(new Set(path.split(/[ML]/).slice(1)).size).toBe(2);
    expect(path).not.toContain('NaN');
  });

  it('fade behind the one that is looked at', () => {
    const one = {
      name: 'a',
      points: [
        { x: 0, y: 1 },
        { x: 9, y: 1 },
      ],
      weight: 'line',
      label: null,
    } as const;
    const series = [
      { ...one, style: lineStyle(0, 'light'), faded: false },
      { ...one, style: lineStyle(1, 'light'), faded: true },
    ];
    const { svg } = drawnChart(curvesChart({ ...view, series }, sampleLook), size);
    expect(svg).toMatch(/stroke="#a85800" stroke-opacity="0.22"/);
    expect(svg.indexOf('stroke="#a85800"')).toBeLessThan(svg.indexOf('stroke="#0a47db"'));
  });

  it('need no new layout while only lines without markers grow', () => {
    const noise = { name: 'a', weight: 'line', label: 'a', faded: false, style: lineStyle(0, 'light') } as const;
    const frameOf = (y: number, high: number) => {
      const points = [0, 9].map((x) => ({ x, y }));
      const grown = { ...view, series: [{ ...noise, points }, ...view.series], y: axis(0, high) };
      return curvesChart(grown, sampleLook).frame;
    };
    expect(frameOf(1, 4)).toBe(frameOf(2, 4));
    expect(frameOf(1, 4)).not.toBe(frameOf(1, 5));
    const others = view.series.map((series) => ({ ...series, points: series.points.slice(0, 1) }));
    expect(curvesChart({ ...view, series: others }, sampleLook).frame).not.toBe(curvesChart(view, sampleLook).frame);
  });

  it('are written as SVG with its text escaped, and ids of their own', () => {
    const svg = chartSvg(curvesChart(view, sampleLook), size, sampleLook, 'curves "of" <two>', 'second');
    expect(svg).toContain('<title>curves &quot;of&quot; &lt;two&gt;</title>');
    expect(svg).toContain('>1 &lt;b&gt;</text>');
    expect([...svg.matchAll(/ id="([^"]*)"/g)].every(([, id]) => id?.startsWith('second-'))).toBe(true);
  });
});
