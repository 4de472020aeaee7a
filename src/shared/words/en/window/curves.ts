/** The curves of one run: what is drawn, and how it is looked at closely. */
export const curves = {
  quantities: { error: 'Error', top5: 'Top-5', loss: 'Loss', rate: 'Rate' },
  titles: { error: 'top-1 error', top5: 'top-5 error', loss: 'loss', rate: 'learning rate' },
  top5File: '{$run} top-5 error',
  rateFile: '{$run} learning rate',
  descriptions: {
    error: 'Training and validation error',
    top5: 'Validation top-5 error',
    loss: 'Training and validation loss',
    rate: 'Learning rate, scheduled and actual',
  },
  by: '{$what} by {$axis}',
  lines: {
    error: { each: 'training error, each step', smoothed: 'training error, smoothed', validation: 'validation error' },
    top5: { validation: 'validation top-5 error' },
    loss: { each: 'training loss, each step', smoothed: 'training loss, smoothed', validation: 'validation loss' },
  },
  plannedRate: 'scheduled learning rate',
  followedRate: 'learning rate',
  checkpoints: { best: 'best', last: 'last' },
  flagsAt: 'checkpoints at step {$steps}',
  axis: 'X axis',
  smoothing: 'Smoothing',
  smoothingOf: `.input {$steps :integer} .match $steps
    0 {{none}}
    1 {{none}}
    * {{{$steps} steps}}`,
  explore:
    'Values along the curves: arrows left and right read, up and down zoom, with Shift they move, Escape shows everything',
  hint: 'Wheel or drag: zoom. Shift and drag: move. Double click: all. By keys: arrows, + and -, Escape',
  whole: 'All',
  wholeLabel: 'All of the axis',
  notRemembered: 'The view of the curves was not saved',
} as const;

export const charts = {
  notSaved: 'The chart was not saved',
  notDrawn: 'The chart is not drawn.',
  notDrawnYet: 'The chart is not drawn yet.',
  noCanvas: 'no canvas to draw the picture on',
  notWritten: 'the picture could not be written',
  showData: 'Show data of {$title}',
  data: 'Data',
  savePng: 'Save {$title} as PNG',
  saveSvg: 'Save {$title} as SVG',
  saveCsv: 'Save {$title} as CSV',
  logScale: 'Log scale',
  log: 'Log',
} as const;

/** Another run's responses over those of a run. */
export const overlay = {
  label: 'Overlay',
  none: 'none',
  twin: '{$name} (twin)',
  of: '{$name}, epoch {$epoch}',
} as const;

/** What the time of a step goes to, and what the run needs of the machine. */
export const stepTime = {
  title: 'Time per step',
  file: '{$run} time per step',
  total: '{$millis} ms per step',
  loading: 'loading {$millis} ms',
  step: 'step {$millis} ms',
  rest: 'rest {$millis} ms',
  note: 'Means of the latest 20 steps. Loading: waiting for the next batch. Rest: measuring layers, evaluation, checkpoints and reporting.',
  epoch: 'Epoch {$epoch :integer}: {$done :integer} of {$steps :integer} steps',
  epochLabel: 'Progress of the epoch',
  gpuMemory: 'on the GPU {$bytes}',
  memory: "trainer's memory {$bytes}",
} as const;
