export const shell = {
  viewsLabel: 'Views',
  views: { datasets: 'Datasets', train: 'Train', runs: 'Runs', classify: 'Classify', settings: 'Settings' },
  noDevice: 'No device',
  starting: 'Starting',
  notUsable: 'TensorFlow not usable',
  lookingForDevice: 'looking for the device',
  deviceLabel: 'Device: {$name}, {$detail}. Open Settings',
  dismiss: 'Dismiss',
  dismissLabel: 'Dismiss: {$title}',
  drop: {
    wait: 'Wait a moment',
    importOn: 'One dataset is imported at a time, and {$name} is being imported.',
    look: 'Drop to look into it',
    lookText: 'You see what it holds before anything is imported; your own files stay as they are.',
    classify: `.input {$count :integer} .match $count
      1 {{Drop to classify this picture}}
      * {{Drop to classify these {$count} pictures}}`,
    lookZip: 'A dataset is shown before anything of it is imported; a run goes to Runs.',
    classifyAll: 'Drop to classify these pictures',
    weights:
      '{$file} holds the weights of a network. A new run can start from it; the command line evaluates and classifies with it.',
    startFrom: 'Start a run from it',
    weightsElse: '{$file} cannot be read here',
    weightsOf: {
      pytorch: `PyTorch's files are not opened, since they can run code. Convert it once, in Python: from safetensors.torch import save_file; save_file(torch.load("{$file}", map_location="cpu", weights_only=True), "{$name}.safetensors"). Then drop that file: a run can start from it.`,
      onnx: 'ONNX has no names of its own for layers. Take the PyTorch model that it was exported from, save its state_dict as safetensors, and drop that.',
      keras:
        "Keras names layers in its own way. The studio starts from safetensors files under torchvision's names: take a PyTorch version of the model, save its state_dict as safetensors, and drop that.",
      other:
        "The studio starts from safetensors files under torchvision's names: take a PyTorch version of the model, save its state_dict as safetensors, and drop that.",
    },
    besides: 'With {$network}. Files that are not pictures are left out.',
    leftOut: 'Left out, since only pictures are classified: {$names}.',
    leftOutMore: 'Left out, since only pictures are classified: {$names} and {$more} more.',
    by: 'With {$network}.',
    noNetwork: `.input {$count :integer} .match $count
      1 {{No network can classify this picture yet}}
      * {{No network can classify these {$count} pictures yet}}`,
    trainFirst: 'Train one first, then drop pictures again.',
  },
} as const;

/** What is announced, and the titles of notices that no view shows itself. */
export const news = {
  settingsNotRead: 'The settings could not be read',
  interruptedRuns: `.input {$others :integer} .match $others
    0 {{{$name} was interrupted. What it had learnt until its last checkpoint is kept.}}
    one {{{$name} was interrupted, and {$others} other run. What they had learnt until their last checkpoints is kept.}}
    * {{{$name} was interrupted, and {$others} other runs. What they had learnt until their last checkpoints is kept.}}`,
  formerData:
    'The data folder was changed. What lies in the one before, {$folder}, is not shown here (runs: {$runs :integer}, datasets: {$datasets :integer}).',
  moveFormerData: 'Move them here',
  movedFormerData: `.input {$moved :integer} .match $moved
    one {{{$moved} run or dataset was moved.}}
    * {{{$moved} runs and datasets were moved.}}`,
  notMoved: 'Not everything was moved',
  runsNotRead: 'The runs could not be read',
  viewNotRemembered: 'The view was not saved',
  nothingImported: 'Nothing was imported',
  imported: '{$name} was imported.',
  importCancelled: 'The import was cancelled; nothing was saved.',
  notClassified: 'The pictures were not classified',
  classified: `.input {$count :integer} .match $count
    one {{{$count} picture classified.}}
    * {{{$count} pictures classified.}}`,
  run: {
    training: '{$name} is training.',
    paused: '{$name} is paused.',
    finished: '{$name} is finished.',
    stopped: '{$name} was stopped.',
    interrupted: '{$name} was interrupted.',
    failed: '{$name} failed.',
    failedBecause: '{$name} failed: {$reason}',
  },
} as const;

export const controls = {
  cancel: 'Cancel',
  backTo: 'back to {$value}',
  numberNeeded: 'A number is needed.',
  notANumber: '"{$typed}" is not a number.',
  wholeNeeded: 'A whole number is needed.',
  enlarge: 'Enlarge {$title}',
  besideOthers: 'Show {$title} beside the others',
  atLeast: 'At least {$least}.',
  atMost: 'At most {$most}.',
  above: 'Above {$above}.',
  below: 'Below {$below}.',
} as const;

export const saving = {
  classesOf: 'Classes of {$dataset}',
  pictures: 'Pictures',
  report: 'Export report…',
  reported: 'The report of {$name} is in {$path}.',
  noReport: 'No report of {$name} was written',
} as const;

/** Pictures that are shown large. */
export const viewer = {
  close: 'Close',
  all: 'All pictures',
  one: 'One picture',
  previous: 'Previous',
  next: 'Next',
  previousPage: 'Previous page',
  nextPage: 'Next page',
  pictureOf: '{$number} of {$count}',
  pageOf: 'page {$page} of {$pages}',
  path: 'File',
  split: 'Split',
  predictions: 'Most probable classes',
  place: {
    train: 'Training picture {$number}',
    validation: 'Validation picture {$number}',
    test: 'Test picture {$number}',
  },
} as const;
