import { describe, expect, it } from 'vitest';
import { ProblemList } from '../sources/problem-list';
import { countBySplit, tellClasses, tellMissingFromSplits } from './class-problems';

const counts = (name: string, train: number, validation: number, test = 0) => ({ name, train, validation, test });

function told(classes: ReturnType<typeof counts>[]): [kind: string, message: string][] {
  const problems = new ProblemList();
  tellClasses(classes, '/source', problems);
  tellMissingFromSplits(classes, '/source', problems);
  return problems.list.map(({ kind, message }) => [kind, message.split(':')[0] ?? '']);
}

describe('classes in their splits', () => {
  it('are counted', () => {
    const labels = Int32Array.of(0, 1, 1, -1, 0);
    const assigned = Uint8Array.of(0, 1, 2, 0, 0);
    expect(countBySplit(['cat', 'dog'], labels, assigned)).toEqual([counts('cat', 2, 0), counts('dog', 0, 1, 1)]);
  });

  it.each([
    ['whole', [counts('cat', 20, 5), counts('dog', 20, 5)], []],
    [
      'without training pictures',
      [counts('cat', 20, 5), counts('dog', 20, 5), counts('owl', 0, 5)],
      [['missing-from-split', 'The class "owl" has no training pictures']],
    ],
    [
      'without validation and test pictures',
      [counts('cat', 20, 5, 5), counts('dog', 20, 0, 0)],
      [
        ['missing-from-split', 'The class "dog" has no validation pictures'],
        ['missing-from-split', 'The class "dog" has no test pictures'],
      ],
    ],
    [
      'of very different size where they are trained on',
      [counts('cat', 100, 0), counts('dog', 5, 0)],
      [['imbalance', 'The class "cat" has 100 pictures, "dog" has 5']],
    ],
    [
      'called like splits',
      [counts('train', 20, 0), counts('test', 20, 0), counts('Dev', 20, 0), counts('bus', 20, 0)],
      ['train', 'test', 'Dev'].map((name) => [
        'called-like-split',
        `The class "${name}" is called like a split. If it is one, name the folders or the column of splits as train, val and test.`,
      ]),
    ],
  ])('%s', (_, classes, expected) => {
    expect(told(classes)).toEqual(expected);
  });
});
