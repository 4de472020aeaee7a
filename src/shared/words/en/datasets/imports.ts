export const imports = {
  busy: 'Another dataset is being imported. Wait until it is done, then try again.',
  inUse: 'The run {$run} needs {$dataset}. Stop the run first.',
  cancelled: 'The import was cancelled; nothing was kept.',
  badOptions: 'It cannot be imported in this way: {$place}: {$message}.',
  nothingLeft: 'nothing would be left to train on: the shares of validation and test must be below 1 together',
  notRecognised: 'No dataset was recognised in {$place}. Found: {$files}.{$refused :lines}',
  notRecognisedAmong: 'No dataset was recognised in {$place}. Found: {$files} and {$count} more.{$refused :lines}',
  emptyButFor: '{$place} is empty but for what cannot be taken.{$refused :lines}',
  empty: '{$place} is empty.',
  severalAreClasses:
    '{$message} Several that are given together are classes, each with its pictures. Import one at a time.',
  expected: '{$message} Expected:{$layouts :lines between=or}',
  layouts: {
    idx: 'a folder with IDX files, as MNIST has them (each may end with .gz; the two of t10k may be missing):\n  train-images-idx3-ubyte   train-labels-idx1-ubyte\n  t10k-images-idx3-ubyte    t10k-labels-idx1-ubyte',
    cifar:
      'CIFAR-10 or CIFAR-100, binary or Python version, as a folder or tar.gz:\n  data_batch_1.bin ... data_batch_5.bin   test_batch.bin   batches.meta.txt\n  train   test   meta',
    table:
      'a CSV or TSV table with the columns path and label, perhaps split, beside the pictures that it names:\n  path,label,split\n  pictures/one.jpg,cat,train',
    folders:
      'a folder, zip or tar.gz with a folder of pictures for each class, or such folders in train, val and test:\n  cat/one.jpg   cat/two.png   dog/one.jpg\n  train/cat/one.jpg   train/dog/one.jpg   val/cat/two.jpg   test/dog/two.jpg',
    names:
      'a folder of pictures whose names begin with their class, which you confirm before the import:\n  cat_001.jpg   cat_002.jpg   dog_001.jpg',
  },
  oneUsableClass:
    'Nothing usable was found in {$place}: only the class "{$name}" has pictures that can be read; a classifier needs two classes or more.{$problems :lines}',
  noUsableClass:
    'Nothing usable was found in {$place}: no class has pictures that can be read; a classifier needs two classes or more.{$problems :lines}',
  sideBySide:
    'The pictures in {$place} lie side by side; by their names they are of {$count} classes: {$classes}. Confirm that you want these, or make a folder for each class, such as cat/one.jpg and dog/one.jpg.',
  unnamedPictures:
    'The {$count} pictures in {$place} lie side by side, and nothing says their classes. Expected a folder of pictures for each class, such as cat/one.jpg and dog/one.jpg; or names that begin with the class, such as cat_001.jpg and dog_001.jpg.',
  unnamedPicture:
    'The picture in {$place} lies alone, and nothing says its class. Expected a folder of pictures for each class, such as cat/one.jpg and dog/one.jpg; or names that begin with the class, such as cat_001.jpg and dog_001.jpg.',
  oneClass:
    '{$place} holds pictures of one class only, "{$name}" ({$count}); a classifier needs two or more. Expected a folder of pictures for each class, such as cat/one.jpg and dog/one.jpg.',
  besideFolders: 'It lies beside the folders of the classes, so that its class is not known.',
  folderLeftOut: `.input {$count :number useGrouping=never}
    .match $count
    one {{The folder {$folder} holds no folders of the classes: its {$count} picture is left out.}}
    * {{The folder {$folder} holds no folders of the classes: its {$count} pictures are left out.}}`,
  alikeFolders:
    'The folders {$classes} are taken as the classes, but each holds folders of the same names: {$names}. If those are the classes, call the folders train, val and test.',
  besideSplits: 'It lies in no folder of a class, so that its class is not known.',
  nameWithoutClass: 'Its name says no class; expected one such as cat_001.jpg.',
  noTraining: '{$source} holds no training pictures that can be used. Check what is in its train folder.',
  unknownClass: 'There is no class "{$name}" to rename or leave out. There are: {$classes}.',
  fewClasses: 'Only {$count} class would be left; a classifier needs two or more.',
  readBefore: '{$message} It could be read when the import began.',
  changed: '{$name} has changed while it was imported. Import it again.',
  noRoom:
    '{$count} pictures of {$shape} need {$needed :bytes}, but the disk of {$folder} has {$free :bytes} free. Choose a smaller size, make room, or choose another data folder.',
  copiesTooLarge:
    'Copies of the {$count} pictures in {$place} would take {$bytes :bytes}, more than a quarter of the free disk or of the memory ({$room :bytes}). Unpack the archive and import its folder, whose pictures can be left where they are; or choose a smaller size, or copies all the same (--keep copies).',
  archived:
    'Pictures in {$place} cannot be left where they are: unpack the archive and import its folder, or let them be copied.',
} as const;
