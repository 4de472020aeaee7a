export const weights = {
  notWhole: '{$path} is not a whole safetensors file: {$reason}.',
  notFound: '{$path} cannot be read (no such file).',
  unreadable: '{$path} cannot be read ({$code}).',
  headerNoJson: 'its header is not JSON',
  headerEntry: 'its header has a wrong entry {$place}',
  tooShort: 'it is too short',
  noHeaderLength: 'its first 8 bytes are not the length of a header',
  headerCutOff: 'its header is cut off',
  otherType: 'tensor {$name} has type {$type}; only {$known} are read',
  overlap: "the data of tensor {$name} overlaps another's or leaves a gap",
  wrongBytes: 'tensor {$name} has {$bytes} bytes for shape [{$shape}]',
  dataCutOff: 'the data of tensor {$name} is cut off',
  bytesLeft: 'there are bytes after its last tensor',
  notFinite: '{$path} cannot be used: tensor {$name} holds a number that is not finite (NaN or infinity).',
  unfit: '{$path} does not fit: {$message}',
  unknownTensor: '{$network} has no {$name}, found with the shape {$shape}.',
  missingTensor: '{$network} needs {$name} with the shape {$shape}, and it is missing.',
  otherShape: '{$name} has the shape {$shape}, and {$network} needs {$expected}.',
  newHead: "The head starts from random weights: the file's is not for {$classes} classes.",
  noCommonClass:
    "The head starts from random weights: the file's head has a row for none of the {$classes} classes, by their names.",
  headOnTrust:
    "The file does not name its {$count} classes. Its head is kept as it is, on trust that they are in the order of the dataset's: {$names}. If they are not, name them with --weights-classes.",
  headPartly:
    'The head keeps the rows of {$kept} of {$count} classes, found by name ({$names}); these start anew: {$fresh}.',
  headReordered: 'The head keeps the rows of all {$count} classes, found by name among those of the file.',
  assumedNormalization: "ImageNet's mean and standard deviation are assumed.",
  assumedSize: 'Pictures of {$height}x{$width}x{$channels} are assumed.',
  noMetadata: '{$path} does not say what its weights are for: its metadata has no usable "{$what}".',
  noNetwork: '{$path} does not say of which network its weights are: name it with --model.',
  noClasses: '{$path} does not name its {$count} classes: give a file that does, one a line, with --classes.',
  otherClasses: '{$path} has weights for {$count} classes, and {$named} are named.',
  noNormalization:
    '{$path} does not say how its pixels are normalised (metadata "normalization"), and ImageNet\'s constants are for 3 channels, not {$channels}.',
  stateShape:
    'The weights do not fit the network: {$name} has the shape [{$shape}] with {$count} numbers; expected is [{$expected}].',
  stateMissing: 'The weights do not fit the network: {$name} with the shape [{$shape}] is missing, and {$more} more.',
  stateForeign: 'The weights do not fit the network: it has no {$name}, found with the shape [{$shape}].',
  badDeviations:
    'The normalisation has the standard deviations {$values}; pictures of {$shape} need {$channels}, each above 0.',
  badMeans:
    'The normalisation has {$means} means; pictures of {$shape} need {$channels}, one a channel, or {$pixels}, one a pixel.',
} as const;
