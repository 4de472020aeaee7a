import { expect, it } from 'vitest';
import { byCodePoints, composed } from './composed';

it('writes decomposed names as composed ones', () => {
  expect(composed('고양이'.normalize('NFD'))).toBe('고양이');
  expect(composed('Mu\u0308ller')).toBe('Müller');
});

// Python: sorted(['10', '2', 'b', 'B', 'é', '가', '\uff21', '😀', '']) and its kind.
it('sorts as Python does, by code points', () => {
  const sorted = ['', '10', '2', 'B', 'b', 'ba', 'é', '가', '\uFF21', '😀', '😀a', '😁'];
  expect([...sorted].reverse().sort(byCodePoints)).toEqual(sorted);
});
