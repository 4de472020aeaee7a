import type { Split } from '../../../shared/contract/dataset';

/** What folders, tables and their values call a split; in lower case. */
const splitWords: Record<Split, readonly string[]> = {
  train: ['train', 'training', 'trn', 'trainval', 'development', '학습', '훈련', '訓練', '学習', '训练'],
  validation: [
    'val',
    'valid',
    'validation',
    'validate',
    'dev',
    'devel',
    'eval',
    'evaluation',
    'holdout',
    '검증',
    '検証',
    '验证',
  ],
  test: ['test', 'testing', 'tst', 'pred', 'predict', 'prediction', '시험', '테스트', '평가', '測試', '测试', 'テスト'],
};
/** What stands before or after such a word without changing what it says: training_set, seg_train, images_val. */
const companions = [
  ...[
    'set',
    'sets',
    'split',
    'data',
    'dataset',
    'image',
    'images',
    'img',
    'imgs',
    'picture',
    'pictures',
    'photo',
    'photos',
  ],
  ...[
    'pic',
    'pics',
    'jpg',
    'jpeg',
    'png',
    'crop',
    'crops',
    'cropped',
    'resized',
    'folder',
    'seg',
    'final',
    'x',
    'public',
  ],
  ...['private', 'small', 'mini', 'labels', 'label', 'labelled', 'labeled', 'annotations', 'input', 'groundtruth'],
  ...['용', '데이터', '데이터셋', '셋', '세트', '이미지', '사진', '集', '用', 'データ'],
];
const splitOf = new Map(
  Object.entries(splitWords).flatMap(([split, words]) => words.map((word) => [word, split as Split] as const)),
);
const longestFirst = [...splitOf.keys()].sort((a, b) => b.length - a.length);
const companion = `(?:${companions.join('|')})*`;
const wordPattern = new RegExp(`^${companion}(${longestFirst.join('|')})${companion}$`, 'u');
const companionPattern = new RegExp(`^${companion}$`, 'u');

/** A name that has the word of a split in it. */
export interface SplitName {
  readonly split: Split;
  /** The word itself, in lower case: "train" of "seg_train2017". */
  readonly word: string;
  /** What else the name has, in lower case and without numbers; empty where that says nothing of its own. */
  readonly rest: string;
}

/**
 * What split a name of a folder or file speaks of: train2017, training_set, seg_train, "1.Training", ISIC_Task3_Training.
 * Undefined where it has no such word, or those of two splits.
 */
export function readSplitName(name: string): SplitName | undefined {
  const parts =
    name
      .normalize('NFC')
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  const words = parts.flatMap((part) => wordPattern.exec(part)?.[1] ?? []);
  const [word] = words;
  if (word === undefined) return undefined;
  // "train_val" is "trainval".
  const joined = words.join('') === 'trainval' ? 'trainval' : word;
  const split = splitOf.get(joined);
  if (!split || (words.length > 1 && joined === word)) return undefined;
  const rest = parts.filter((part) => !wordPattern.test(part) && !companionPattern.test(part)).join(' ');
  return { split, word: joined, rest };
}

/** The split that a name is the word of and nothing else; numbers and what says nothing beside it aside. */
export function splitCalled(name: string): Split | undefined {
  const found = readSplitName(name);
  return found?.rest === '' ? found.split : undefined;
}
