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
  rowIncomplete: 'It lacks a path or a label.',
  rowWithoutPicture: 'It names {$path}, which is not there.',
  rowOfOtherSplit: 'Its split is "{$split}"; expected train, val or test.',
  tableWithoutPictures:
    '{$name} names no picture that is there. Its first row: {$row}. Expected paths relative to the table, such as pictures/one.jpg,cat.',
  noRow: 'none',
} as const;
