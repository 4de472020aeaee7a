export const datasets = {
  title: 'Datasets',
  reading: 'Reading the datasets',
  noneNote: 'Pictures with classes, for a network to learn from',
  someNote: `.input {$count :integer} .match $count
    one {{{$count} dataset; drop a folder or an archive anywhere to add another}}
    * {{{$count} datasets; drop a folder or an archive anywhere to add another}}`,
  chooseFolder: 'Choose a folder',
  chooseFiles: 'Choose files',
  trySample: 'Try the Fashion-MNIST sample',
  sample: 'the Fashion-MNIST sample',
  importing: 'Importing {$name}',
  notCancelled: 'The import was not cancelled',
  waitForImport: 'Wait until the import of {$name} has ended.',
  notRead: 'The datasets could not be read',
  tryAgain: 'Try again',
  drop: 'Drop a dataset folder here',
  dropText:
    'A folder with one folder of pictures for each class, perhaps in train, val and test; the same as zip or tar.gz; a CSV table of paths and labels; CIFAR or MNIST-style files. You see what is in it before anything is imported; your own files stay as they are, and nothing leaves this computer.',
  pictures: `.input {$count :integer} .match $count
    one {{{$count} picture}}
    * {{{$count} pictures}}`,
  classes: `.input {$count :integer} .match $count
    one {{{$count} class}}
    * {{{$count} classes}}`,
  remove: 'Remove',
  removeTitle: 'Remove {$name}?',
  removeText: `.input {$pictures :integer} .match $pictures
    one {{The studio's copy of {$pictures} picture is deleted. The files at {$source} stay as they are, and so do the runs that were trained on it.}}
    * {{The studio's copy of {$pictures} pictures is deleted. The files at {$source} stay as they are, and so do the runs that were trained on it.}}`,
  removed: '{$name} was removed.',
  neededBy: 'The run {$run} needs {$dataset}. Stop the run first.',
  notRemoved: '{$name} was not removed',
  update: 'Update from its source',
  train: 'Train a network on it',
  picturesTitle: 'Pictures',
  pictureSize: 'Picture size',
  classesTitle: 'Classes',
  problemsTitle: 'Problems',
  everyFileRead: 'every file was read',
  namedBelow: 'listed below',
  noProblems: 'None: every file could be read, and nothing unusual was found.',
  problems: `.input {$count :integer} .match $count
    one {{{$count} problem}}
    * {{{$count} problems}}`,
  samplesNotRead: 'The sample pictures could not be read: {$problem}',
  found: '{$found :integer} of {$all :integer}',
  findClass: 'Find a class',
  class: 'Class',
  samples: 'Samples from the training pictures',
  noSuchClass: 'No class has that name.',
  forSplit: { train: 'for training', validation: 'for validation', test: 'for testing' },
  splits: { train: 'Training', validation: 'Validation', test: 'Test' },
  inSplit: {
    train: '{$count :integer} training',
    validation: '{$count :integer} validation',
    test: '{$count :integer} test',
  },
  sampleOf: '{$name}, sample {$index}',
  about: 'About this dataset',
  source: 'Source',
  format: 'Format',
  /** By the names that the import gives to them; others are names of their own. */
  formats: { 'class folders': 'class folders', table: 'table', 'classes in file names': 'classes in file names' },
  imported: 'Imported',
  normalisation: 'Normalisation',
  mirroring: 'Mirroring',
  mirrorKeeps: 'A mirrored picture keeps its class: augmentation mirrors half of the pictures',
  mirrorChanges: 'A mirrored picture may be of another class: augmentation never mirrors',
  importedWith: 'Imported with',
  sinceLast: 'Since the last import',
  contentHash: 'Content hash',
  cancel: 'Cancel',
  cancelLabel: 'Cancel: {$title}',
  /** By the names that the import gives to what it does. */
  stages: {
    'Looking at the files': 'Looking at the files',
    'Looking for pictures': 'Looking for pictures',
    'Reading files': 'Reading files',
    'Decoding pictures': 'Decoding pictures',
    'Measuring pictures': 'Measuring pictures',
    Splitting: 'Splitting',
    Writing: 'Writing',
  },
  perSecond: '{$count :integer}/s',
  left: '{$duration} left',
  channels: `.input {$count :integer} .match $count
    1 {{{$count} channel, greyscale}}
    3 {{{$count} channels, colour}}
    * {{{$count} channels}}`,
  balance: '{$fewest :integer} to {$most :integer} training pictures each',
  balanced: '{$most :integer} training pictures each',
  normalization: {
    perChannel: 'the mean of each channel ({$means})',
    perValue: 'the mean of each of {$values :integer} values ({$average} on average)',
    whole: 'Pixels from 0 to 1, less {$less}, divided by {$divisors}',
  },
  options: {
    inPlace: 'left in place, decoded during training',
    shares: '{$validation} for validation and {$test} for test where the source had none',
    size: 'size {$size} × {$size} px',
    seed: 'seed {$seed}',
    renamed: `.input {$count :integer} .match $count
      one {{{$count} class renamed}}
      * {{{$count} classes renamed}}`,
    leftOut: `.input {$count :integer} .match $count
      one {{{$count} class left out}}
      * {{{$count} classes left out}}`,
    fromNames: 'classes from the names of files',
  },
  difference: {
    counts: `.input {$added :integer} .match $added
      one {{{$added} picture added, {$removed :integer} removed, {$relabelled :integer} in another class}}
      * {{{$added} pictures added, {$removed :integer} removed, {$relabelled :integer} in another class}}`,
    newClass: 'new class {$name}',
    goneClass: 'class {$name} is gone',
  },
  problemKinds: {
    unreadable: 'Cannot be read',
    truncated: 'Truncated',
    empty: 'Empty',
    'not-a-picture': 'Not a picture',
    'too-large': 'Too large',
    missing: 'Missing',
    unlabelled: 'Unlabelled',
    'unsafe-path': 'Path outside the archive',
    link: 'Links (not followed)',
    'same-name': 'Folders with the same name',
    duplicate: 'The same picture twice',
    'near-duplicate': 'Near-duplicate pictures',
    'in-two-classes': 'The same picture in two classes',
    'in-two-splits': 'The same picture in two splits',
    'few-pictures': 'Classes with very few pictures',
    'missing-from-split': 'Classes missing from a split',
    'called-like-split': 'Classes named like a split',
    imbalance: 'Class imbalance',
    'loses-colour': 'Pictures that lose their colour',
  },
} as const;
