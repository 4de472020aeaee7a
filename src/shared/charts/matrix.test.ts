import { loadImage } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import type { Figure } from './marks';
import { matrixFigure, matrixSide } from './matrix';
import { cellCount, matrixLook, type MatrixLook } from './matrix-look';
import { contrast, parseColour } from './ramp';
import { figureSvg } from './svg';

const look = { font: 'sans-serif', ground: '#fff', grid: '#eee', text: '#000', muted: '#555' };
const plain: MatrixLook = {
  fill: (share: number, right: boolean) => `${right ? 'right' : 'wrong'}${share}`,
  ink: () => 'ink',
};
const view = (names: string[], counts: number[][], cells = plain) => ({
  names,
  counts,
  truth: 'True class',
  predicted: 'Predicted class',
  look: cells,
});
const many = (count: number, value: (row: number, column: number) => number) => {
  const names = Array.from({ length: count }, (_, index) => `class ${index}`);
  return { names, counts: names.map((_, row) => names.map((_, column) => value(row, column))) };
};
const words = ({ marks }: Figure): string[] => marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []));
const boxes = ({ marks }: Figure, fill: string): number[][] =>
  marks.flatMap((mark) =>
    mark.kind === 'area' && mark.fill === fill
      ? [(/^M(\S+) (\S+)h(\S+)v(\S+)h/.exec(mark.d) ?? []).slice(1).map(Number)]
      : [],
  );

describe('matrixFigure', () => {
  it('colours each cell by its share of its row, and leaves out those of 0', () => {
    const counts = [
      [3, 1],
      [0, 4],
    ];
    const figure = matrixFigure(view(['cat', 'dog'], counts), 200, look);
    const [[left = NaN, top = NaN] = []] = boxes(figure, 'right0.75');
    expect(boxes(figure, 'right0.75')).toEqual([[left, top, 99, 99]]);
    expect(boxes(figure, 'wrong0.25')).toEqual([[left + 100, top, 99, 99]]);
    expect(boxes(figure, 'right1')).toEqual([[left + 100, top + 100, 99, 99]]);
    expect(words(figure).filter((word) => /^\d$/.test(word))).toEqual(['3', '1', '4']);
    expect(words(figure).filter((word) => word === 'cat')).toHaveLength(2);
  });

  it('shortens long names, and keeps them on the drawing', () => {
    const names = [
      'a class with a name that nobody would write out in full',
      '이름이 아주 길어서 다 적을 수 없는 클래스',
      'c',
    ];
    const figure = matrixFigure(view(names, many(3, () => 1).counts), matrixSide(3), look);
    const sides = figure.marks.filter((mark) => mark.kind === 'text' && mark.fill === look.muted);
    expect(sides).toHaveLength(6);
    expect(words(figure).filter((word) => word.endsWith('…'))).toHaveLength(4);
    expect(figure.width).toBeLessThan(460);
    expect(figure.height).toBeLessThan(460);
  });

  it('names 100 classes, and has whole pixels for 1,000', () => {
    expect(matrixSide(2)).toBe(220);
    expect(matrixSide(10)).toBe(420);
    const hundred = many(100, (row, column) => Number(row === column));
    expect(words(matrixFigure(view(hundred.names, hundred.counts), matrixSide(100), look))).toHaveLength(202);
    expect(matrixSide(1000)).toBe(1000);
  });

  it('joins the cells of a row that look alike', () => {
    const { names, counts } = many(1000, (row, column) => (column === row || column === row + 1 ? 5 : 0));
    const figure = matrixFigure(view(names, counts, { ...plain, fill: () => 'same' }), 1000, look);
    expect(words(figure)).toEqual(['True class', 'Predicted class']);
    const [line, ...others] = figure.marks.filter((mark) => mark.kind === 'line');
    expect(others).toEqual([]);
    expect(line).toMatchObject({ stroke: 'same', width: 1 });
    const strokes = line?.kind === 'line' ? line.d.split('M').slice(1) : [];
    expect(strokes.slice(0, 2)).toEqual(['32 32.5h2', '33 33.5h2']);
    expect(strokes.at(-1)).toBe('1031 1031.5h1');
  });

  it('stays a small file with 1,000 classes, and one that is read with a million cells', async () => {
    const cells = matrixLook({ right: '#2463d1', wrong: '#c2570c', ground: '#eceef2' });
    // As many pictures as ImageNet has for validation, three in four of them right.
    const sparse = many(1000, (row, column) => (row === column ? 38 : (row * 7 + column * 13) % 84 === 0 ? 1 : 0));
    const svg = figureSvg(matrixFigure(view(sparse.names, sparse.counts, cells), 1000, look), 'Confusion');
    expect(svg.length).toBeLessThan(400_000);
    expect(await loadImage(Buffer.from(svg))).toMatchObject({ width: 1044, height: 1044 });
    const full = many(1000, (row, column) => 1 + ((row * 31 + column * 17) % 97));
    const most = figureSvg(matrixFigure(view(full.names, full.counts, cells), 1000, look), 'Confusion');
    expect(most.length).toBeLessThan(16_000_000);
  });
});

describe('matrixLook', () => {
  const themes = [
    { right: '#2463d1', wrong: '#c2570c', ground: '#eceef2' },
    { right: '#6ea8fe', wrong: '#f2a65a', ground: '#232a33' },
  ];
  const parts = (colour: string) => (colour.match(/\d+/g) ?? []).map(Number) as [number, number, number];

  it('lets even one picture of many be seen, and every count be read', () => {
    for (const colours of themes) {
      const cells = matrixLook(colours);
      for (const right of [true, false]) {
        expect(contrast(parts(cells.fill(1e-6, right)), parseColour(colours.ground))).toBeGreaterThan(1.1);
        for (let share = 0.01; share <= 1; share += 0.01) {
          expect(contrast(parts(cells.fill(share, right)), parts(cells.ink(share, right)))).toBeGreaterThan(4.5);
        }
      }
      expect(cells.fill(1, true)).toBe(`rgb(${parseColour(colours.right).join(', ')})`);
      expect(cells.fill(0.5, true)).not.toBe(cells.fill(0.5, false));
    }
  });
});

describe('cellCount', () => {
  it('is short', () => {
    expect([7, 9999, 12_400].map(cellCount)).toEqual(['7', '9999', '12k']);
  });
});
