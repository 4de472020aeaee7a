import { describe, expect, it } from 'vitest';
import { cellAt, placeMatrix } from './matrix';
import { sortedScores } from './scores';

describe('placeMatrix', () => {
  it('leaves room for the names where they can be read, and none where they cannot', () => {
    const few = placeMatrix(10, 700, 520, 60);
    expect(few).toMatchObject({ left: 70, top: 70 });
    expect(few.top + 10 * few.cell).toBeLessThanOrEqual(520);
    expect(placeMatrix(100, 700, 520, 60).left).toBe(1);
  });

  it('fits 1,000 classes, and does not let two fill the window', () => {
    const many = placeMatrix(1000, 700, 520, 60);
    expect(many.left + 1000 * many.cell).toBeLessThanOrEqual(520);
    expect(placeMatrix(2, 700, 520, 60).cell).toBe(54);
  });

  it('finds the cell at each place, and none outside', () => {
    const place = placeMatrix(1000, 700, 520, 60);
    for (const [truth, predicted] of [
      [0, 0],
      [999, 0],
      [412, 999],
    ] as const) {
      const middle = (index: number) => 1 + (index + 0.5) * place.cell;
      expect(cellAt(place, middle(predicted), middle(truth))).toEqual({ truth, predicted });
    }
    expect(cellAt(place, 0, 5)).toBeNull();
    expect(cellAt(place, 699, 5)).toBeNull();
  });
});

describe('sortedScores', () => {
  const score = (name: string, f1: number) => ({ name, f1, precision: 1, recall: 1, support: 1 });
  const classes = [score('class 10', 0.5), score('class 9', 0.9), score('class 2', 0.5)];
  const names = (key: 'name' | 'f1', descending: boolean) =>
    sortedScores(classes, key, descending).map(({ name }) => name);

  it('orders by a number, equal ones as they were', () => {
    expect(names('f1', false)).toEqual(['class 10', 'class 2', 'class 9']);
    expect(names('f1', true)).toEqual(['class 9', 'class 10', 'class 2']);
  });

  it('orders names the way people read them', () => {
    expect(names('name', false)).toEqual(['class 2', 'class 9', 'class 10']);
  });
});
