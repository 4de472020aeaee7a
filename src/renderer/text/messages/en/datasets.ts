import { formatCount, formatQuantity } from '../../format';

const classes = (count: number) => formatQuantity(count, 'class', 'classes');

export const datasets = {
  title: 'Datasets',
  reading: 'Reading the datasets',
  noneNote: 'Pictures with classes, for a network to learn from',
  someNote: (count: number) =>
    `${formatQuantity(count, 'dataset')}; drop a folder or an archive anywhere to add another`,
  chooseFolder: 'Choose a folder',
  trySample: 'Try the Fashion-MNIST sample',
  sample: 'the Fashion-MNIST sample',
  importing: (name: string) => `Importing ${name}`,
  notCancelled: 'The import was not cancelled',
  waitForImport: (name: string) => `Wait until the import of ${name} has ended.`,
  notRead: 'The datasets could not be read',
  tryAgain: 'Try again',
  drop: 'Drop a dataset folder here',
  dropText:
    'A folder with one folder of pictures for each class, perhaps in train, val and test; the same as zip or tar.gz; a CSV table of paths and labels; CIFAR or MNIST-style files. You see what is in it before anything is imported; your own files stay as they are, and nothing leaves this computer.',
  pictures: (count: number) => formatQuantity(count, 'picture'),
  classes,
  remove: 'Remove',
  removeTitle: (name: string) => `Remove ${name}?`,
  removeText: (pictures: number, source: string) =>
    `The studio's copy of ${formatQuantity(pictures, 'picture')} is deleted. The files at ${source} stay as they are, and so do the runs that were trained on it.`,
  removed: (name: string) => `${name} was removed.`,
  notRemoved: (name: string) => `${name} was not removed`,
  update: 'Update from its source',
  train: 'Train a network on it',
  picturesTitle: 'Pictures',
  pictureSize: 'Picture size',
  classesTitle: 'Classes',
  problemsTitle: 'Problems',
  everyFileRead: 'every file was read',
  namedBelow: 'named below',
  noProblems: 'None: every file could be read, and nothing about the pictures is odd.',
  problems: (count: number) => formatQuantity(count, 'problem'),
  samplesNotRead: (problem: string) => `The sample pictures could not be read: ${problem}`,
  found: (found: number, all: number) => `${formatCount(found)} of ${formatCount(all)}`,
  findClass: 'Find a class',
  class: 'Class',
  samples: 'Samples from the training pictures',
  noSuchClass: 'No class is called like that.',
  forSplit: { train: 'for training', validation: 'for validation', test: 'for test' },
  splits: { train: 'Training', validation: 'Validation', test: 'Test' },
  inSplit: {
    train: (count: number) => `${formatCount(count)} training`,
    validation: (count: number) => `${formatCount(count)} validation`,
    test: (count: number) => `${formatCount(count)} test`,
  },
  sampleOf: (name: string, index: number) => `${name}, sample ${index}`,
  about: 'About this dataset',
  source: 'Source',
  format: 'Format',
  /** By the names that the import gives to them; others are names of their own. */
  formats: {
    'class folders': 'class folders',
    table: 'table',
    'classes in file names': 'classes in file names',
  },
  imported: 'Imported',
  normalisation: 'Normalisation',
  mirroring: 'Mirroring',
  mirrorKeeps: 'A mirrored picture keeps its class: augmentation mirrors half of them',
  mirrorChanges: 'A mirrored picture may be of another class: augmentation never mirrors',
  importedWith: 'Imported with',
  sinceLast: 'Since the last import',
  contentHash: 'Content hash',
  cancel: 'Cancel',
  cancelLabel: (title: string) => `Cancel: ${title}`,
  /** By the names that the import gives to what it does. */
  stages: {
    'Looking at the files': 'Looking at the files',
    'Looking for pictures': 'Looking for pictures',
    'Reading files': 'Reading files',
    'Decoding pictures': 'Decoding pictures',
    Splitting: 'Splitting',
    Writing: 'Writing',
  },
  perSecond: (count: number) => `${formatCount(count)}/s`,
  left: (duration: string) => `${duration} left`,
  channels: (count: number) => {
    const meaning = count === 1 ? ', greyscale' : count === 3 ? ', colour' : '';
    return formatQuantity(count, 'channel') + meaning;
  },
  balance: (fewest: number, most: number) =>
    `${fewest === most ? formatCount(most) : `${formatCount(fewest)} to ${formatCount(most)}`} for training each`,
  normalization: {
    perChannel: (means: string) => `the mean of each channel (${means})`,
    perValue: (values: number, average: string) =>
      `the mean of each of ${formatCount(values)} values (${average} on average)`,
    whole: (less: string, divisors: string) => `Pixels from 0 to 1, less ${less}, divided by ${divisors}`,
  },
  options: {
    shares: (validation: string, test: string) =>
      `${validation} for validation and ${test} for test where the source had none`,
    size: (size: number) => `size ${size} × ${size} px`,
    seed: (seed: number) => `seed ${seed}`,
    renamed: (count: number) => `${classes(count)} renamed`,
    leftOut: (count: number) => `${classes(count)} left out`,
    fromNames: 'classes from the names of files',
  },
  difference: {
    counts: (added: number, removed: number, relabelled: number) =>
      `${formatQuantity(added, 'picture')} added, ${formatCount(removed)} removed, ${formatCount(relabelled)} in another class`,
    newClass: (name: string) => `new class ${name}`,
    goneClass: (name: string) => `class ${name} is gone`,
  },
  problemKinds: {
    unreadable: 'Cannot be read',
    truncated: 'Cut off',
    empty: 'Empty',
    'not-a-picture': 'Not a picture',
    'too-large': 'Too large',
    missing: 'Missing',
    unlabelled: 'Without a class',
    'unsafe-path': 'Outside of the archive',
    link: 'Links, which are not followed',
    duplicate: 'The same picture twice',
    'near-duplicate': 'Pictures that look alike',
    'in-two-classes': 'The same picture in two classes',
    'in-two-splits': 'The same picture in two splits',
    'few-pictures': 'Classes with hardly any picture',
    imbalance: 'Classes of very different size',
  },
};
