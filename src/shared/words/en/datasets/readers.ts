export const readers = {
  tooShort: '{$path} is too short to be an IDX file. Copy it from its source again.',
  notIdx:
    '{$path} is not an IDX file: it starts with the bytes {$bytes}, expected 00 00 08 0{$rank}. Check that the file is what its name says.',
  otherType: '{$path} holds {$type}; {$content} must be unsigned bytes (type 08).',
  types: {
    int8: 'signed bytes',
    int16: '16-bit integers',
    int32: '32-bit integers',
    float32: '32-bit floats',
    float64: '64-bit floats',
  },
  contents: { pictures: 'pictures', labels: 'labels' },
  otherRank:
    '{$path} holds an array of {$rank} dimensions; {$content} have {$ranks :list type=or}. Check that pictures and labels were not swapped.',
  holdsNone: '{$path} holds no {$content}: its header says {$dimensions}.',
  unpacksTooLarge: '{$path} unpacks to {$size :bytes}; at most 4 GiB can be imported from one file.',
  noMemory: '{$path} needs {$size :bytes} of memory, which is not free.',
  tooManyBytes: '{$path} holds more bytes than its header says ({$dimensions}). Copy it from its source again.',
  tooFewBytes:
    '{$path} is cut off or damaged: its header says {$dimensions} bytes, but {$held}. Copy it from its source again.',
  areThere: '{$count} are there',
  farFewer: 'far fewer can be in the file',
  gzipCutOff: '{$path} is cut off: its gzip data ends too early. Copy it from its source again.',
  gzipDamaged: '{$path} is damaged: its gzip data cannot be unpacked. Copy it from its source again.',
  severalDatasets: '{$folder} holds several datasets, of which {$names} are files. Choose a file of the one you want.',
  missingPart: 'The {$role} are missing: found {$found}; expected {$expected} (or with .gz) beside them.',
  roles: {
    trainImages: 'train images',
    trainLabels: 'train labels',
    testImages: 'test images',
    testLabels: 'test labels',
  },
  otherShape: '{$path} holds pictures of {$shape}, but {$other} of {$another}. They do not belong together.',
  notThere: '{$path} is not there.',
  tooLargePictures: '{$path} holds pictures of {$height} x {$width}; at most {$side} x {$limit} can be imported.',
  otherChannels: '{$path} holds pictures of {$channels} channels; expected 1 (grey) or 3 (red, green, blue).',
  countsDisagree:
    'The counts disagree in {$folder}: {$images} holds {$pictures} pictures, {$file} {$answers} labels. Copy both from their source again.',
  labelBeyond: '{$path} holds the label {$label}, but there are {$count} classes, 0 to {$last}.',
  labelBeyondDamaged:
    '{$path} holds the label {$label}, but there are {$count} classes, 0 to {$last}. Copy it from its source again.',
  oneClass: '{$path} holds one class only; a classifier needs two or more.',
  labelUnused:
    '{$path} holds no picture of class {$label} ("{$name}"). Labels must count from 0 to {$last}, each with at least one picture.',
  wrongRecords:
    '{$path} is cut off or no file of {$name}: it has {$bytes} bytes, which are no whole number of records of {$record}. Copy it from its source again.',
  otherPickle: '{$path} is no file of {$name}: found {$found}, expected data and {$wanted}.',
  labelsDisagree:
    '{$path} is damaged: it holds {$labels} labels, but {$bytes} bytes of pixels. Copy it from its source again.',
  noClassNames: '{$path} does not name the classes of {$name}.',
  noClassNumber: '{$path} is damaged: one of its labels is no class number. Copy it from its source again.',
  noCifar: '{$place} holds no CIFAR files.',
  missingFile: '{$name} has a file {$file}, which is not there.',
  missingTraining: 'The training pictures of {$name} are missing in {$place}: expected {$files}.',
  otherNames: '{$path} holds {$names} names; {$name} has {$classes} classes.',
  repeatedClass: '{$path}, line {$line}, repeats the class "{$name}". Give each class its own name.',
  emptyLine: '{$path}, line {$line}, is empty. Write the name of one class on each line.',
  longLine: '{$path}, line {$line}, is longer than {$limit} characters. Shorten it.',
  tableTooLarge: '{$name} is larger than 512 MiB. Split it.',
  tableUnreadable: '{$name} cannot be read as a table: {$reason}. Correct the line that is named.',
  noTable: '{$place} holds no table of pictures.',
  tableOtherEncoding: '{$name} is not all text in {$encoding}. Save it as UTF-8, or choose another encoding.',
  tableTooLong: '{$name} has more than {$limit :integer} rows. Split it.',
  tableTooWide: '{$name} has a row of more than {$limit :integer} columns. Leave out those that are not needed.',
  tableLongRow:
    '{$name} has a row of more than {$limit :integer} characters; a quotation mark may not be closed. Leave out columns that are not needed, or correct the row.',
  tooManyClasses:
    'The column {$column} of {$name} holds more than {$limit :integer} different values, which cannot be classes. Choose another column.',
  noColumn: '{$name} has no column "{$column}". It has:{$columns :lines}',
  column: '{$name}: {$values}',
  emptyColumn: '{$name} (empty)',
  moreColumns: 'and {$count} more',
  whichColumn: {
    path: 'The table in {$place} does not say which column names the pictures. Choose one of:{$columns :lines}',
    label: 'The table in {$place} does not say which column holds the class. Choose one of:{$columns :lines}',
  },
  noFold: '{$name} has no fold {$fold} to validate with. Its folds: {$folds}.',
  noFolds: '{$name} has no column of folds, so that fold {$fold} cannot validate.{$folds}',
  foldsAreNoSplit:
    'The column {$column} holds folds of cross-validation ({$folds}), which are no split: one of them can be chosen for validation.',
  columnIsNoSplit: 'The column {$column} was not taken for a split: it holds {$values}, expected train, val or test.',
  tableWithoutLabels: '{$name} has no column of classes: its pictures are left out.',
  anotherTable: '{$name} was not read: another table lists the pictures. Import it by itself to take it instead.',
  foundBy: {
    tail: `.input {$count :number useGrouping=never}
    .match $count
    one {{{$count} path of another place was found by its end: {$path} is {$file}.}}
    * {{{$count} paths of another place were found by their ends: {$path} is {$file}.}}`,
    name: `.input {$count :number useGrouping=never}
    .match $count
    one {{{$count} path was found by the name of its file alone: {$path} is {$file}.}}
    * {{{$count} paths were found by the names of their files alone: {$path} is {$file}.}}`,
    case: `.input {$count :number useGrouping=never}
    .match $count
    one {{{$count} name is written otherwise in the table, in capital or small letters: {$path} is {$file}.}}
    * {{{$count} names are written otherwise in the table, in capital or small letters: {$path} is {$file}.}}`,
    ending: `.input {$count :number useGrouping=never}
    .match $count
    one {{{$count} name stands without its ending: {$path} is {$file}.}}
    * {{{$count} names stand without their endings: {$path} is {$file}.}}`,
    'other-ending': `.input {$count :number useGrouping=never}
    .match $count
    one {{{$count} name has another ending in the table: {$path} is {$file}.}}
    * {{{$count} names have other endings in the table: {$path} is {$file}.}}`,
  },
  rowAmbiguous: 'It names {$path}, which may be any of {$count}: {$files}. Write more of the path.',
  rowOfNoClass: 'None of the columns of classes holds 1.',
  rowOfSeveralClasses: 'Several columns of classes hold 1: {$classes}.',
  tableOfOneClass:
    '{$name} names pictures of one class only, "{$class}" ({$count}); a classifier needs two or more. Expected a path and a class in each row, such as pictures/one.jpg,cat; or choose another column.',
  workbook:
    '{$name} is a workbook, which is not read. Save its sheet as CSV (in Excel: Save as, CSV UTF-8), beside the pictures, and import that.',
  tooLargeFile:
    '{$name} is larger than {$limit :bytes}, as no file of its kind is. Check that it is what its name says.',
  setTooLarge: 'The files of {$name} in {$place} take more than {$limit :bytes} together. Import part of them.',
  idxExpandsTooFar:
    '{$path} says that it unpacks to more than {$ratio} times its size, as pictures never do. Unpack it yourself if you trust it.',
  rowIncomplete: 'It lacks a path or a label.',
  rowWithoutPicture: 'It names {$path}, which is not there.',
  rowOfOtherSplit: 'Its split is "{$split}"; expected train, val or test.',
  tableWithoutPictures:
    '{$name} names no picture that is there. Its first row: {$row}. Expected paths relative to the table, such as pictures/one.jpg,cat.',
  noRow: 'none',
} as const;
