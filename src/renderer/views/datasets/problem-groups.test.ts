import { describe, expect, it } from 'vitest';
import { problemCount, problemLines } from './problem-groups';

const problems = [
  { kind: 'truncated', path: '/a/cat/1.jpg', message: 'The file ends early.' },
  { kind: 'duplicate', path: '/a/cat/2.jpg', message: 'It is the same picture as 3.jpg.' },
  { kind: 'truncated', path: '/a/dog/4.jpg', message: 'The file ends early.' },
  { kind: 'of-a-later-version', path: '/a', message: 'Something new.' },
];

describe('problems', () => {
  it('stand under the title of their kind, with the count of all', () => {
    expect(problemLines(problems, { truncated: 250 })).toEqual([
      { title: 'Truncated', count: 250 },
      { path: '/a/cat/1.jpg', message: 'The file ends early.' },
      { path: '/a/dog/4.jpg', message: 'The file ends early.' },
      { title: 'The same picture twice', count: 1 },
      { path: '/a/cat/2.jpg', message: 'It is the same picture as 3.jpg.' },
      { title: 'of-a-later-version', count: 1 },
      { path: '/a', message: 'Something new.' },
    ]);
    expect(problemCount(problems, { truncated: 250 })).toBe(252);
  });

  it('are none where there are none', () => {
    expect(problemLines([])).toEqual([]);
    expect(problemCount([])).toBe(0);
  });
});
