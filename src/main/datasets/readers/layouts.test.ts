import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { writeTree } from '../pictures/testing-pictures';
import { makeTestFolder } from '../testing';
import { splitCalled } from './split-names';
import { countsOf, readSource } from './testing';

let root: string;
let counter = 0;

beforeAll(async () => {
  root = await makeTestFolder();
});

const emptyFiles = (paths: readonly string[]): Record<string, string> =>
  Object.fromEntries(paths.map((path) => [path, 'x']));
const folderOf = (paths: readonly string[]): Promise<string> =>
  writeTree(join(root, `layout-${counter++}`), emptyFiles(paths));
/** Two classes of two pictures in each folder. */
const classesIn = (...folders: string[]): string[] =>
  folders.flatMap((folder) => ['cat/1.jpg', 'cat/2.jpg', 'dog/1.jpg', 'dog/2.jpg'].map((path) => `${folder}/${path}`));
const flat = (folder: string): string[] => [`${folder}/1.jpg`, `${folder}/2.jpg`];
const both = { cat: 2, dog: 2 };

describe('names of splits', () => {
  it.each([
    ['train', 'train'],
    ['Training', 'train'],
    ['training_set', 'train'],
    ['seg_train', 'train'],
    ['train2017', 'train'],
    ['trainval', 'train'],
    ['train_val', 'train'],
    ['TrainSet', 'train'],
    ['train_images', 'train'],
    ['1.Training', 'train'],
    ['학습용', 'train'],
    ['val', 'validation'],
    ['valid', 'validation'],
    ['dev', 'validation'],
    ['eval', 'validation'],
    ['val.X', 'validation'],
    ['검증 데이터', 'validation'],
    ['test1', 'test'],
    ['testing', 'test'],
    ['test_set', 'test'],
    ['seg_pred', 'test'],
    ['테스트', 'test'],
    ['train station', undefined],
    ['test_tube', undefined],
    ['trainer', undefined],
    ['evaluate', undefined],
    ['valley', undefined],
    ['devil', undefined],
    ['prediction_of_rain', undefined],
  ])('%s', (name, split) => {
    expect(splitCalled(name)).toBe(split);
  });
});

describe('folders of splits', () => {
  it.each([
    ['train and dev', classesIn('train', 'dev'), { train: both, validation: both }],
    ['training_set and test_set', classesIn('training_set', 'test_set'), { train: both, test: both }],
    [
      'two deep under one name, in a folder',
      classesIn('archive/seg_train/seg_train', 'archive/seg_test/seg_test'),
      { train: both, test: both },
    ],
    [
      'Food-11: training, validation and evaluation',
      classesIn('training', 'validation', 'evaluation'),
      { train: both, validation: both, test: both },
    ],
    ['train and eval', classesIn('train', 'eval'), { train: both, validation: both }],
    ['trainval and test', classesIn('trainval', 'test'), { train: both, test: both }],
    [
      'with words of their own beside it',
      classesIn('Task3_Training_Input', 'Task3_Validation_Input'),
      { train: both, validation: both },
    ],
    [
      'in parts, by number',
      ['train.X1/cat/1.jpg', 'train.X2/dog/1.jpg', 'val.X/cat/2.jpg', 'val.X/dog/2.jpg'],
      { train: { cat: 1, dog: 1 }, validation: { cat: 1, dog: 1 } },
    ],
    [
      'below the classes',
      ['cat/train/1.jpg', 'cat/test/2.jpg', 'dog/train/1.jpg', 'dog/test/2.jpg'],
      { train: { cat: 1, dog: 1 }, test: { cat: 1, dog: 1 } },
    ],
    [
      'with a class of validation alone',
      [...classesIn('train', 'val'), 'val/owl/1.jpg'],
      { train: both, validation: { ...both, owl: 1 } },
    ],
  ])('%s', async (_, paths, expected) => {
    const source = await readSource([await folderOf(paths)]);
    expect(source.format).toBe('class folders');
    expect(countsOf(source)).toEqual(expected);
    expect(source.problems).toEqual([]);
  });

  it.each([
    ['seg_pred', [...classesIn('seg_train/seg_train', 'seg_test/seg_test'), ...flat('seg_pred/seg_pred')], 'seg_pred'],
    ['Meta', [...classesIn('Train', 'Test'), ...flat('Meta')], 'Meta'],
    ['test1', [...classesIn('train', 'val'), ...flat('test1')], 'test1'],
    ['a test in a folder of its own', [...classesIn('train'), ...flat('test/unknown')], 'test'],
    ['trainval beside train', [...classesIn('train', 'val'), ...flat('trainval/cat')], 'trainval'],
    ['what has the same classes and no name', [...classesIn('train', 'val'), ...flat('hard_cases/cat')], 'hard_cases'],
    ['pictures beside', [...classesIn('train', 'val'), ...flat('logos')], 'logos'],
  ])('leave %s out, and say so', async (_, paths, folder) => {
    const place = await folderOf(paths);
    const source = await readSource([place]);
    expect(source.classNames).toEqual(['cat', 'dog']);
    expect(source.notes.map(({ message }) => message)).toEqual([
      `The folder ${join(place, folder)} holds no folders of the classes: its 2 pictures are left out.`,
    ]);
    expect(source.problems.map(({ kind }) => kind)).toEqual(['unlabelled', 'unlabelled']);
  });

  it.each([
    ['a class called like one', ['train/1.jpg', 'bus/1.jpg', 'car/1.jpg'], ['bus', 'car', 'train']],
    ['such a class with folders inside', ['train/steam/1.jpg', 'bus/red/1.jpg', 'car/1.jpg'], ['bus', 'car', 'train']],
    ['names that only begin like one', classesIn('train_station', 'test_tube'), ['test_tube', 'train_station']],
  ])('are not seen in %s', async (_, paths, expected) => {
    expect((await readSource([await folderOf(paths)])).classNames).toEqual(expected);
  });

  it('are noted where folders of the same names lie below every class', async () => {
    const { classNames, notes } = await readSource([await folderOf(classesIn('batch_a', 'batch_b'))]);
    expect(classNames).toEqual(['batch_a', 'batch_b']);
    expect(notes[0]?.message).toContain('but each holds folders of the same names: cat, dog');
  });

  it('may hold pictures whose names say the class', async () => {
    const paths = ['cat.0', 'cat.1', 'dog.0', 'dog.1'].map((name) => `train/${name}.jpg`);
    const source = await readSource([await folderOf([...paths, 'test1/1.jpg', 'test1/2.jpg'])]);
    expect([source.format, countsOf(source)]).toEqual(['classes in file names', { train: both }]);
    expect(source.problems.map(({ kind }) => kind)).toEqual(['unlabelled', 'unlabelled']);
  });
});
