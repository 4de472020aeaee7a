import { describe, expect, it } from 'vitest';
import { flagMarks, labelMarks } from './curve-words';
import { lineStyle } from './line-style';
import type { Mark } from './marks';
import { linearScale, rangeScale } from './scale';

const look = { font: 'sans-serif', ground: '#fff', grid: '#eee', text: '#000', muted: '#555' };
const area = { left: 0, top: 0, width: 400, height: 100 };
const texts = (marks: readonly Mark[]) =>
  marks.flatMap((mark) => (mark.kind === 'text' ? [[mark.text, mark.x, mark.anchor]] : []));

describe('flagMarks', () => {
  const flags = [
    { x: 10, label: 'best' },
    { x: 12, label: 'last' },
    { x: 50, label: '' },
    { x: 60, label: 'later' },
  ];

  it('puts words that would lie on each other in one place, and a mark at each flag', () => {
    const marks = flagMarks(flags, linearScale(100), area, look);
    expect(texts(marks)).toEqual([
      ['best, last', 44, 'middle'],
      ['later', 240, 'middle'],
    ]);
    expect(marks.filter(({ kind }) => kind === 'area')).toHaveLength(4);
  });

  it('keeps words off the labels at the right, and leaves out what is not shown', () => {
    const marks = flagMarks([...flags, { x: 100, label: 'end' }], rangeScale(50, 100), area, look);
    expect(texts(marks)).toEqual([
      ['later', 80, 'middle'],
      ['end', 404, 'end'],
    ]);
  });
});

describe('labelMarks', () => {
  const lines = [
    { label: 'long', points: [0, 50, 100].map((x) => ({ x, y: 5 })), style: lineStyle(0, 'light') },
    { label: 'short', points: [0, 50].map((x) => ({ x, y: 5 })), style: lineStyle(1, 'light') },
  ];
  const leads = (marks: readonly Mark[]) => marks.flatMap((mark) => (mark.kind === 'line' ? [mark.d] : []));

  it('leads to a label at the height of the curve, and turns to it at the end alone', () => {
    const marks = labelMarks(lines, linearScale(100), linearScale(10), area, look);
    expect(leads(marks)).toEqual(['M200 50H397L404 64']);
    expect(marks.filter((mark) => mark.kind === 'text').every(({ halo }) => halo === '#fff')).toBe(true);
  });

  it('stands where the curve leaves what is shown', () => {
    const marks = labelMarks(lines, rangeScale(0, 50), linearScale(10), area, look);
    expect(leads(marks)).toEqual([]);
    expect(texts(marks).map(([text]) => text)).toEqual(['long', 'short']);
  });
});
