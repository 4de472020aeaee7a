import { formatCount } from '../../format';

/** The curves of one run: what is drawn, and how it is looked at closely. */
export const curves = {
  quantities: { error: 'Error', top5: 'Top-5', loss: 'Loss', rate: 'Rate' },
  titles: { error: 'top-1 error', top5: 'top-5 error', loss: 'loss', rate: 'learning rate' },
  top5File: (run: string) => `${run} top-5 error`,
  rateFile: (run: string) => `${run} learning rate`,
  descriptions: {
    error: 'Training and validation error',
    top5: 'Validation top-5 error',
    loss: 'Training and validation loss',
    rate: 'Learning rate, planned and followed',
  },
  by: (what: string, axis: string) => `${what} by ${axis}`,
  lines: {
    error: { each: 'training error, each step', smoothed: 'training error, smoothed', validation: 'validation error' },
    top5: { validation: 'validation top-5 error' },
    loss: { each: 'training loss, each step', smoothed: 'training loss, smoothed', validation: 'validation loss' },
  },
  plannedRate: 'planned learning rate',
  followedRate: 'learning rate',
  checkpoints: { best: 'best', last: 'last' },
  flagsAt: (steps: string) => `checkpoints at step ${steps}`,
  axis: 'Along',
  smoothing: 'Smoothing',
  smoothingOf: (steps: number) => (steps <= 1 ? 'none' : `${formatCount(steps)} steps`),
  explore:
    'Values along the curves: arrows left and right read, up and down zoom, with Shift they move, Escape shows everything',
  hint: 'Wheel or drag: zoom. Shift and drag: move. Double click: all. By keys: arrows, + and -, Escape',
  whole: 'All',
  wholeLabel: 'All of the axis',
  notRemembered: 'How the curves are shown was not remembered',
};
