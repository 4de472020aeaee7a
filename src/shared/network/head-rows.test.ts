import { describe, expect, it } from 'vitest';
import { headRows, keepsWholeHead } from './head-rows';

describe('headRows', () => {
  it.each([
    ['the same names', ['cat', 'dog'], ['cat', 'dog'], [0, 1]],
    ['another order', ['cat', 'dog', 'owl'], ['owl', 'cat', 'dog'], [1, 2, 0]],
    ['one renamed, which moves the others', ['dog', 'owl', 'zebra-cat'], ['cat', 'dog', 'owl'], [1, 2, null]],
    ['fewer of them', ['owl', 'cat'], ['cat', 'dog', 'owl'], [2, 0]],
    ['none of them', ['a', 'b'], ['cat', 'dog'], [null, null]],
    [
      'names composed otherwise',
      ['caf\u00e9', '\uac15\uc544\uc9c0'],
      ['\u1100\u1161\u11bc\u110b\u1161\u110c\u1175', 'cafe\u0301'],
      [1, 0],
    ],
    ['two that look alike, each with its own', ['e\u0301', '\u00e9'], ['\u00e9', 'e\u0301'], [1, 0]],
  ])('goes by the names: %s', (_, classes, given, rows) => {
    expect(headRows(classes, given, given.length)).toEqual({ rows, by: 'name' });
  });

  it('takes the order where no names are known and the counts agree, and nothing otherwise', () => {
    expect(headRows(['a', 'b'], undefined, 2)).toEqual({ rows: [0, 1], by: 'order' });
    expect(headRows(['a', 'b'], undefined, 1000)).toEqual({ rows: [null, null], by: 'order' });
  });

  it('tells a head that stays as it is', () => {
    expect(keepsWholeHead({ rows: [0, 1] }, 2)).toBe(true);
    expect(keepsWholeHead({ rows: [0, 1] }, 3)).toBe(false);
    expect(keepsWholeHead({ rows: [1, 0] }, 2)).toBe(false);
  });
});
