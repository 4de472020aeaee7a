import { describe, expect, it } from 'vitest';
import { pictures, read } from './testing';

describe('lists that share the numbers of their pictures, as CUB-200 has them', () => {
  const paths = ['001.Cat/Cat_1.jpg', '001.Cat/Cat_2.jpg', '002.Dog/Dog_1.jpg', '002.Dog/Dog_2.jpg'];
  const list = (values: readonly (string | number)[]): string =>
    values.map((value, at) => `${at + 1} ${value}\n`).join('');
  const files = {
    ...pictures(...paths.map((path) => `CUB/images/${path}`)),
    'CUB/images.txt': list(paths),
    'CUB/image_class_labels.txt': list([1, 1, 2, 2]),
    'CUB/bounding_boxes.txt': list(['60.0 27.0 325.0 304.0', '1 2 3 4', '1 2 3 4', '1 2 3 4']),
  };

  it('are joined, with their names of classes and their split', async () => {
    const all = {
      ...files,
      'CUB/classes.txt': list(['001.Cat', '002.Dog']),
      'CUB/train_test_split.txt': list([1, 0, 1, 0]),
    };
    const { counts, problems } = await read(all);
    const each = { '001.Cat': 1, '002.Dog': 1 };
    expect([counts, problems]).toEqual([{ train: each, test: each }, []]);
  });

  it('do without them, and name what is not there', async () => {
    const { counts, problems } = await read({
      ...files,
      'CUB/images.txt': list([...paths.slice(0, 3), '002.Dog/gone.jpg']),
    });
    expect(counts).toEqual({ train: { 1: 2, 2: 1 } });
    expect(problems.map(({ kind, message }) => [kind, message])).toEqual([
      ['missing', 'It names 002.Dog/gone.jpg, which is not there.'],
    ]);
  });
});
