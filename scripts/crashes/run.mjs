/** A run of nine steps an epoch, with everything that a checkpoint must bring back, as options of `train`. */
export function crashRun({ epochs = 40 } = {}) {
  return [
    ...['--dataset', 'Sample', '--model', 'resnet8', '--batch', '32', '--epochs', String(epochs)],
    ...['--augmentation', 'standard', '--schedule', 'plateau', '--learning-rate', '0.05', '--seed', '5'],
    ...['--ema', '0.9', '--precision', 'float32', '--checkpoint-every', '1', '--keep-checkpoints', '2'],
  ];
}
