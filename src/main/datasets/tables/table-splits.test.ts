import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSource } from '../readers/testing';
import { folderOf, lines, numbered, pictures, read, refusal, type Files } from './testing';

const four = pictures('p/1.jpg', 'p/2.jpg', 'p/3.jpg', 'p/4.jpg');
const two = { train: { cat: 2, dog: 2 } };

describe('splits', () => {
  const each = (...numbers: number[]): string =>
    lines('filename,label', ...numbers.map((n) => `images/${n}.jpg,${n % 2 ? 'cat' : 'dog'}`));
  const eight = pictures(...numbered(8, (n) => `images/${n}.jpg`));
  const all = { train: { cat: 2, dog: 2 }, validation: { cat: 1, dog: 1 }, test: { cat: 1, dog: 1 } };
  const splitTables = { train: each(0, 1, 2, 3), val: each(4, 5), test: each(6, 7) };

  it.each<[string, Files]>([
    ['side by side', { 'train.csv': splitTables.train, 'val.csv': splitTables.val, 'test.csv': splitTables.test }],
    [
      'by longer names, beside an example of answers',
      {
        'ISIC_Training_GroundTruth.csv': splitTables.train,
        'ISIC_Validation_GroundTruth.csv': splitTables.val,
        'ISIC_Test_GroundTruth.csv': splitTables.test,
        'sample_submission.csv': each(1, 2),
      },
    ],
    [
      'in folders of their own',
      {
        'tables/train/labels.csv': splitTables.train,
        'tables/valid/labels.csv': splitTables.val,
        'tables/test/labels.csv': splitTables.test,
      },
    ],
  ])('of tables %s', async (_, tables) => {
    const { counts, problems } = await read({ ...eight, ...tables });
    expect([counts, problems]).toEqual([all, []]);
  });

  it('of tables in the folders of their pictures, whose names are alike', async () => {
    const ofSplit = (split: string): Files => ({
      ...pictures(`${split}/1.jpg`, `${split}/2.jpg`),
      [`${split}/_classes.csv`]: 'filename, cat, dog\n1.jpg, 1, 0\n2.jpg, 0, 1\n',
    });
    const { counts, problems } = await read({ ...ofSplit('train'), ...ofSplit('valid'), ...ofSplit('test') });
    const both = { cat: 1, dog: 1 };
    expect([counts, problems]).toEqual([{ train: both, validation: both, test: both }, []]);
  });

  it('of which one has no classes leave it out, and say so', async () => {
    const { counts, said } = await read({
      ...eight,
      'train.csv': each(0, 1, 2, 3),
      'test.csv': 'filename\nimages/6.jpg\n',
    });
    expect(counts).toEqual(two);
    expect(said).toEqual([expect.stringMatching(/test\.csv has no column of classes: its pictures are left out\.$/)]);
  });

  it.each([
    ['words', 'split', ['train', 'TRAIN', 'valid', 'test']],
    ['words of FER2013', 'Usage', ['Training', 'Training', 'PublicTest', 'PrivateTest']],
    ['words in a column of another name', 'data_part', ['train', 'train', 'val', 'test']],
  ])('by %s', async (_, name, values) => {
    const rows = numbered(4, (n) => `p/${n + 1}.jpg,${n % 2 ? 'dog' : 'cat'},${values[n]}`);
    const { counts } = await read({ ...four, 'labels.csv': lines(`path,label,${name}`, ...rows) });
    expect(counts).toEqual({ train: { cat: 1, dog: 1 }, validation: { cat: 1 }, test: { dog: 1 } });
  });

  it.each([
    ['is_valid', ['False', 'False', 'True', 'True'], 'validation'],
    ['is_train', ['1', '1', '0', '0'], 'test'],
    ['is_test', ['0', '0', '1', '1'], 'test'],
  ])('by yes and no: %s', async (name, values, other) => {
    const rows = numbered(4, (n) => `p/${n + 1}.jpg,${n % 2 ? 'dog' : 'cat'},${values[n]}`);
    const { counts } = await read({ ...four, 'labels.csv': lines(`path,label,${name}`, ...rows) });
    expect(counts).toEqual({ train: { cat: 1, dog: 1 }, [other]: { cat: 1, dog: 1 } });
  });

  describe('by folds', () => {
    const files = {
      ...eight,
      'train_folds.csv': lines(
        'image_id,label,fold',
        ...numbered(8, (n) => `${n}.jpg,${n % 2 ? 'cat' : 'dog'},${n >> 1}`),
      ),
    };

    it('are named as none, and offered', async () => {
      const { counts, said, table, problems } = await read(files);
      expect([counts, problems]).toEqual([{ train: { cat: 4, dog: 4 } }, []]);
      expect(said).toEqual([
        'The column fold holds folds of cross-validation (0, 1, 2, 3), which are no split: one of them can be chosen for validation.',
      ]);
      expect(table).toMatchObject({ split: 'fold', folds: ['0', '1', '2', '3'], fold: null });
    });

    it('validate with the one that was chosen', async () => {
      const { counts, said, table } = await read(files, { validationFold: '2' });
      expect([counts, said]).toEqual([{ train: { cat: 3, dog: 3 }, validation: { cat: 1, dog: 1 } }, []]);
      expect(table?.fold).toBe('2');
      expect(await refusal(files, { validationFold: '7' })).toContain(
        'has no fold 7 to validate with. Its folds: 0, 1, 2, 3.',
      );
      expect(await refusal({ ...eight, 'train.csv': each(0, 1) }, { validationFold: '7' })).toContain(
        'has no column of folds',
      );
    });
  });

  it('of a column that says none are named as such, or not taken', async () => {
    const files = {
      ...four,
      'labels.csv': lines(
        'path,label,set',
        ...numbered(4, (n) => `p/${n + 1}.jpg,${n % 2 ? 'dog' : 'cat'},${'AB'[n % 2]}`),
      ),
    };
    const { counts, said } = await read(files);
    expect([counts, said]).toEqual([
      two,
      ['The column set was not taken for a split: it holds A, B, expected train, val or test.'],
    ]);
    expect((await read(files, { columns: { split: '' } })).said).toEqual([]);
  });
});

describe('paths of another place', () => {
  const files = pictures('imgs/a/0.jpg', 'imgs/b/0.jpg', 'imgs/a/1.jpg', 'imgs/b/1.jpg');
  const rows = ['imgs/a/0.jpg', 'imgs/b/0.jpg', 'imgs/a/1.jpg', 'imgs/b/1.jpg'];
  const table = (change: (path: string) => string): string =>
    lines('path,label', ...rows.map((row) => `${change(row)},${row.includes('/a/') ? 'cat' : 'dog'}`));

  it.each<[string, (path: string) => string, string]>([
    ['absolute', (path) => `/home/user/proj/data/${path}`, '4 paths of another place were found by their ends'],
    [
      'of Windows',
      (path) => `C:\\data\\${path.replaceAll('/', '\\')}`,
      '4 paths of another place were found by their ends',
    ],
    ['of a folder above', (path) => `../input/pets/${path}`, '4 paths of another place were found by their ends'],
    [
      'with another case of the ending',
      (path) => path.replace('.jpg', '.JPG'),
      '4 names are written otherwise in the table',
    ],
    ['without the ending', (path) => path.replace('.jpg', ''), '4 names stand without their endings'],
    ['with another ending', (path) => path.replace('.jpg', '.png'), '4 names have other endings in the table'],
  ])('%s', async (_, change, note) => {
    const { counts, problems, said } = await read({ ...files, 'labels.csv': table(change) });
    expect([counts, problems]).toEqual([two, []]);
    expect(said).toEqual([expect.stringContaining(note)]);
  });

  it('are missing where others agree in their folders', async () => {
    const more = 'imgs/c/7.jpg,cat\nimgs/d/5.jpg,dog\n';
    const { counts, problems } = await read({
      ...files,
      ...pictures('other/7.jpg'),
      'labels.csv': table((path) => path) + more,
    });
    expect(counts).toEqual(two);
    expect(problems.map(({ kind, path }) => [kind, path.split(', ').at(-1)])).toEqual([
      ['missing', 'row 7'],
      ['missing', 'row 6'],
    ]);
  });

  it('that may be several pictures are named', async () => {
    const { problems } = await read({ ...files, 'labels.csv': `${table((path) => path)}0.jpg,cat\n` });
    expect(problems).toEqual([
      expect.objectContaining({ kind: 'missing', message: expect.stringContaining('which may be any of 2') as string }),
    ]);
  });
});

describe('a table beyond what pictures need', () => {
  it.each<[string, string, string]>([
    ['a row without end', `path,label\np/1.jpg,cat\n"${'x'.repeat(2 ** 20 + 100)}`, 'more than 1,048,576 characters'],
    ['too many columns', `path,label\np/1.jpg,cat\np/2.jpg,dog${',x'.repeat(20_000)}\n`, 'more than 20,000 columns'],
    [
      'too many classes',
      lines('path,label', ...numbered(100_001, (n) => `p/${1 + (n % 4)}.jpg,${n}`)),
      '100,000 different values',
    ],
  ])('is refused for %s', async (_, table, message) => {
    expect(await refusal({ ...four, 'labels.csv': table })).toContain(message);
  });
});

describe('what is no table', () => {
  it('is a workbook, which is said', async () => {
    const folder = await folderOf({ ...four, 'labels.xlsx': Buffer.from('PK\x03\x04') });
    for (const path of [folder, join(folder, 'labels.xlsx')]) {
      await expect(readSource([path])).rejects.toThrow(
        /labels\.xlsx is a workbook, which is not read\. Save its sheet as CSV/,
      );
    }
  });

  it('are notes on each picture, lists of classes, and answers of others', async () => {
    const boxes = numbered(20, (n) => `labels/${n}.txt`).map((path) => [path, '0 0.5 0.5 0.1 0.1\n']);
    const notes = Object.fromEntries(boxes) as Files;
    const files = {
      ...pictures('cat/1.jpg', 'dog/2.jpg'),
      ...notes,
      'classes.txt': 'cat\ndog\n',
      'results.csv': 'epoch,loss\n1,2\n',
    };
    expect((await read(files)).format).toBe('class folders');
  });
});
