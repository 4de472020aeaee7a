import { describe, expect, it } from 'vitest';
import { barsFigure } from './bars';
import { histogramFigure } from './histogram';
import type { Figure } from './marks';
import { rowsFigure } from './rows';
import { linearScale } from './scale';
import { figureSvg } from './svg';

const look = { font: 'sans-serif', ground: '#fff', grid: '#eee', text: '#000', muted: '#555' };
const count = (value: number): string => String(value);

/** Left, top, width and height of the boxes of a colour. */
function boxes({ marks }: Figure, fill: string): number[][] {
  return marks.flatMap((mark) => {
    if (mark.kind !== 'area' || mark.fill !== fill) return [];
    const [x, y, width, height] = /^M(\S+) (\S+)h(\S+)v(\S+)h/.exec(mark.d)?.slice(1).map(Number) ?? [];
    return [[x ?? NaN, y ?? NaN, width ?? NaN, height ?? NaN]];
  });
}
const words = ({ marks }: Figure): string[] => marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []));

describe('barsFigure', () => {
  const bar = (name: string, value: number) => ({ name, value, fill: 'blue', group: '', marked: name === 'b' });
  const view = { title: 'Deviation', bars: [bar('a', 1), bar('b', 0.5)], scale: linearScale(1), tick: count };
  const figure = barsFigure(view, 266, 150, look);

  it('has heights in proportion, all on the same ground', () => {
    const [first, second] = boxes(figure, 'blue');
    expect(first?.[3]).toBe(100);
    expect(second?.[3]).toBe(50);
    expect((first?.[1] ?? 0) + 100).toBe((second?.[1] ?? 0) + 50);
    expect(first?.[2]).toBe(78);
  });

  it('crosses bars with strokes at heights of their own, and says whose they are', () => {
    const bars = [
      { ...bar('a', 1), over: 0.5 },
      { ...bar('b', 0.5), over: null },
    ];
    const laid = barsFigure({ ...view, bars, over: { name: 'Plain-20', stroke: 'black' } }, 266, 150, look);
    const strokes = laid.marks.filter((mark) => mark.kind === 'line' && mark.stroke === 'black');
    // The legend's sample is the other one.
    expect(strokes.map((mark) => 'd' in mark && mark.d)).toEqual(['M67 74H145', 'M242 10H256']);
    expect(words(laid)).toContain('Plain-20');
  });

  it('names the one that is marked with its value', () => {
    expect(words(figure)).toContain('b  0.5');
  });
});

describe('histogramFigure', () => {
  it('draws each count over its span, and 0 where it lies', () => {
    const view = { title: 'Weights', low: -1, high: 3, counts: [2, 8, 4, 0], fill: 'blue', value: count, count };
    const figure = histogramFigure(view, 480, 156, look);
    expect(boxes(figure, 'blue').map(([, , , height]) => height)).toEqual([25, 100, 50, 0]);
    const zero = figure.marks.find((mark) => mark.kind === 'line' && mark.dash.length > 0);
    expect(zero).toMatchObject({ d: 'M164 28V128' });
  });
});

describe('rowsFigure', () => {
  it('lays the parts of a row one after the other', () => {
    const rows = [
      { name: 'cat', counts: [30, 10] },
      { name: 'a name that is much longer than there is room for', counts: [5, 5] },
    ];
    const parts = [
      { name: 'training', fill: 'blue' },
      { name: 'test', fill: 'red' },
    ];
    const figure = rowsFigure({ title: 'Classes', parts, rows, count }, 670, look);
    const [blue, red] = [boxes(figure, 'blue'), boxes(figure, 'red')];
    // The first of each colour is in the key.
    expect(blue[1]).toEqual([182, 56, 300, 12]);
    expect(red[1]).toEqual([482, 56, 100, 12]);
    expect(words(figure)).toContain('40');
    expect(words(figure)).toContain('a name that is much longe…');
  });
});

describe('every figure', () => {
  it('becomes SVG that stands alone, whatever things are called', () => {
    const name = '"><script>alert(1)</script>&';
    const rows = [{ name, counts: [1] }];
    const svg = figureSvg(rowsFigure({ title: name, parts: [{ name, fill: 'blue' }], rows, count }, 600, look), name);
    expect(svg).toContain('xmlns="http://www.w3.org/2000/svg"');
    expect(svg).not.toContain('<script');
    expect(svg).toContain('&lt;script&gt;');
  });
});
