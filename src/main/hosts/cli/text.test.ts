import { describe, expect, it } from 'vitest';
import { cellsOf, formatTable } from './text';

describe('the cells of a text', () => {
  it.each([
    ['cat', 3],
    ['고양이', 6],
    ['ネコ', 4],
    ['猫', 2],
    ['（）', 4],
    ['e\u0301t\u00e9', 3],
    ['\u1112\u1161\u11ab', 2],
    ['a\u200bb', 2],
    ['🐈', 2],
    ['–·°', 3],
    ['', 0],
  ])('of %j are %d', (text, cells) => expect(cellsOf(text)).toBe(cells));
});

describe('a table', () => {
  it('keeps its columns below each other, whatever names are written in', () => {
    const rows = [
      { name: '강아지', count: 8 },
      { name: 'cat', count: 1200 },
      { name: '猫と犬', count: 40 },
    ];
    const table = formatTable(rows, [
      { title: 'CLASS', cell: ({ name }) => name },
      { title: 'COUNT', cell: ({ count }) => String(count), alignRight: true },
    ]);
    expect(table.split('\n').map(cellsOf)).toEqual([13, 13, 13, 13]);
    expect(table).toBe('CLASS   COUNT\n강아지      8\ncat      1200\n猫と犬     40');
  });
});
