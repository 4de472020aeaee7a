import { loadImage } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import { chartSvg } from './chart';
import { matrixChart, matrixSide, type MatrixView, wholeMatrix } from './matrix';
import { cellCount, matrixLook, type MatrixLook } from './matrix-look';
import { contrast, parseColour } from './ramp';
import { drawnChart, sampleLook } from './testing';

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
  selected: null,
});
const many = (count: number, value: (row: number, column: number) => number) => {
  const names = Array.from({ length: count }, (_, index) => `class ${index}`);
  return { names, counts: names.map((_, row) => names.map((_, column) => value(row, column))) };
};
/** The matrix as it stands alone. */
function drawn(shown: MatrixView, side: number) {
  const { place, size } = wholeMatrix(shown, side);
  return { ...drawnChart(matrixChart(shown, place, sampleLook), size), size, place };
}
const boxes = (svg: string, fill: string): number[][] =>
  [...svg.matchAll(/<rect x="([^"]*)" y="([^"]*)" width="([^"]*)" height="([^"]*)" fill="([^"]*)"/g)].flatMap(
    ([, ...parts]) => (parts[4] === fill ? [parts.slice(0, 4).map(Number)] : []),
  );
/** The file of a matrix of so many classes. */
function fileOf(shown: MatrixView): string {
  const { place, size } = wholeMatrix(shown, matrixSide(shown.names.length));
  return chartSvg(matrixChart(shown, place, sampleLook), size, sampleLook, 'Confusion');
}

describe('matrixChart', () => {
  it('colours each cell by its share of its row, and leaves out those of 0', () => {
    const counts = [
      [3, 1],
      [0, 4],
    ];
    const { svg, texts } = drawn(view(['cat', 'dog'], counts), 200);
    const [[left = NaN, top = NaN] = []] = boxes(svg, 'right0.75');
    expect(boxes(svg, 'right0.75')).toEqual([[left, top, 99, 99]]);
    expect(boxes(svg, 'wrong0.25')).toEqual([[left + 100, top, 99, 99]]);
    expect(boxes(svg, 'right1')).toEqual([[left + 100, top + 100, 99, 99]]);
    expect(texts.filter((word) => /^\d$/.test(word))).toEqual(['3', '1', '4']);
    expect(texts.filter((word) => word === 'cat')).toHaveLength(2);
  });

  it('frames the cell that is selected', () => {
    const whole = { ...view(['cat', 'dog'], many(2, () => 1).counts), selected: { truth: 1, predicted: 0 } };
    const { svg, place } = drawn(whole, 200);
    const [left, top] = [Math.round(place.left), Number((place.top + 100).toFixed(2))];
    expect(svg).toContain(`<path d="M${left} ${top}L${left + 100} ${top}`);
    expect(drawn({ ...whole, selected: null }, 200).svg).not.toContain('stroke-width="2"');
  });

  it('shortens long names, and keeps them on the drawing', () => {
    const names = [
      'a class with a name that nobody would write out in full',
      '이름이 아주 길어서 다 적을 수 없는 클래스',
      'c',
    ];
    const { svg, texts, size } = drawn(view(names, many(3, () => 1).counts), matrixSide(3));
    expect(svg.match(/<text [^>]*fill="#4d5663"/g)).toHaveLength(6);
    expect(texts.filter((word) => word.endsWith('…'))).toHaveLength(4);
    expect(size.width).toBeLessThan(460);
    expect(size.height).toBeLessThan(460);
  });

  it('names 100 classes, and has whole pixels for 1,000', () => {
    expect(matrixSide(2)).toBe(220);
    expect(matrixSide(10)).toBe(420);
    const hundred = many(100, (row, column) => Number(row === column));
    expect(drawn(view(hundred.names, hundred.counts), matrixSide(100)).texts).toHaveLength(202);
    expect(matrixSide(1000)).toBe(1000);
  });

  it('joins the cells of a row that look alike', () => {
    const { names, counts } = many(1000, (row, column) => (column === row || column === row + 1 ? 5 : 0));
    const { svg, texts } = drawn(view(names, counts, { ...plain, fill: () => 'same' }), 1000);
    expect(texts).toEqual(['True class', 'Predicted class']);
    const lines = [...svg.matchAll(/<path d="([^"]*)" fill="none" stroke="same" stroke-width="1"/g)];
    expect(lines).toHaveLength(1);
    const strokes = (lines[0]?.[1] ?? '').split('M').slice(1);
    expect(strokes.slice(0, 2)).toEqual(['32 32.5L34 32.5', '33 33.5L35 33.5']);
    expect(strokes.at(-1)).toBe('1031 1031.5L1032 1031.5');
  });

  it('stays a small file with 1,000 classes, and one that is read with a million cells', async () => {
    const cells = matrixLook({ right: '#2463d1', wrong: '#c2570c', ground: '#eceef2' });
    // As many pictures as ImageNet has for validation, three in four of them right.
    const sparse = many(1000, (row, column) => (row === column ? 38 : (row * 7 + column * 13) % 84 === 0 ? 1 : 0));
    const svg = fileOf(view(sparse.names, sparse.counts, cells));
    expect(svg.length).toBeLessThan(400_000);
    expect(await loadImage(Buffer.from(svg))).toMatchObject({ width: 1044, height: 1044 });
    const full = many(1000, (row, column) => 1 + ((row * 31 + column * 17) % 97));
    expect(fileOf(view(full.names, full.counts, cells)).length).toBeLessThan(16_000_000);
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
