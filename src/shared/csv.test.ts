import { describe, expect, it } from 'vitest';
import { csvOf } from './csv';

describe('csvOf', () => {
  it('writes numbers in full and quotes what needs it', () => {
    expect(
      csvOf(
        ['step', 'a "b", c'],
        [
          [1, 2.302585092994046],
          [2, null],
          ['x\ny', 0],
        ],
      ),
    ).toBe('step,"a ""b"", c"\r\n1,2.302585092994046\r\n2,\r\n"x\ny",0\r\n');
  });
});
