import { describe, expect, it } from 'vitest';
import { classificationsToCsv } from './csv';
import { LiveLine } from './live-line';
import { clockDuration } from '../../../shared/numbers/duration';
import { formatBytes, formatError, formatTable } from './text';

describe('text', () => {
  it('writes durations', () => {
    expect([0, 59.4, 123, 3723].map((seconds) => clockDuration(seconds))).toEqual(['0:00', '0:59', '2:03', '1:02:03']);
  });

  it('writes errors in percent, finer where they are small', () => {
    expect([null, 0.5, 0.0875].map(formatError)).toEqual(['-', '50.0 %', '8.75 %']);
  });

  it('writes bytes', () => {
    expect([0, 1023, 1536, 3 * 1024 ** 3].map(formatBytes)).toEqual(['0 B', '1023 B', '1.5 KiB', '3.0 GiB']);
  });

  it('aligns the columns of a table', () => {
    const table = formatTable(
      [
        { name: 'conv1', count: 7 },
        { name: 'fc', count: 1000 },
      ],
      [
        { title: 'name', cell: ({ name }) => name },
        { title: 'count', cell: ({ count }) => String(count), alignRight: true },
      ],
    );
    expect(table.split('\n')).toEqual(['name   count', 'conv1      7', 'fc      1000']);
  });

  it('writes a table for other programs', () => {
    const picture = { label: '', width: 1, height: 1, pixels: new Uint8Array(4) };
    const csv = classificationsToCsv([
      { path: 'a,b.png', predictions: [{ class: 'the "best"', probability: 0.5 }], logits: [], picture },
      { path: 'c.png', error: 'no picture' },
    ]);
    expect(csv.split('\r\n')).toEqual([
      'path,class 1,probability 1,error',
      '"a,b.png","the ""best""",0.5,',
      'c.png,,,no picture',
      '',
    ]);
  });
});

describe('LiveLine', () => {
  const noted = (isTerminal: boolean) => {
    const notes: string[] = [];
    const line = new LiveLine({ note: (text) => void notes.push(text), isTerminal });
    line.show('1 %');
    line.show('2 %');
    line.note('lasting');
    line.clear();
    return notes.join('');
  };

  it('writes over itself in a terminal, ten times a second at most', () => {
    expect(noted(true)).toBe('\r\x1b[K1 %\r\x1b[Klasting\n1 %\r\x1b[K');
  });

  it('leaves only what lasts elsewhere', () => {
    expect(noted(false)).toBe('lasting\n');
  });
});
