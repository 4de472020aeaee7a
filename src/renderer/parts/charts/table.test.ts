import { describe, expect, it } from 'vitest';
import { tableRows } from './table';

describe('tableRows', () => {
  it('puts the points of the same x into one row', () => {
    const training = { name: 'training', points: [1, 2, 3].map((x) => ({ x, y: x / 10 })) };
    const validation = {
      name: 'validation',
      points: [
        { x: 2, y: 0.5 },
        { x: 4, y: 0.4 },
      ],
    };
    expect(tableRows([training, validation])).toEqual([
      { x: 1, values: [0.1, null] },
      { x: 2, values: [0.2, 0.5] },
      { x: 3, values: [0.3, null] },
      { x: 4, values: [null, 0.4] },
    ]);
  });
});
