export const training = {
  cannotStart: 'The run cannot start: {$place}: {$message}.',
  fraction: 'a fraction below 1, or a whole number of steps',
  noRoom:
    'The checkpoints of the run need {$needed :bytes}, and the disk of {$folder} has {$free :bytes} free: make room, or choose another data folder.',
  noRoomForCheckpoints:
    'The checkpoints of the run need {$needed :bytes}, and the disk of {$folder} has {$free :bytes} free: make room, keep fewer checkpoints, or choose another data folder.',
  processNotStarted: 'The training process could not be started: {$message}',
  loaderEnded: 'A loader thread ended with code {$code}.',
  diverged:
    "{$what} is no longer a number at step {$step} with learning rate {$rate}: the training diverged. Start again with a lower learning rate, such as {$lower}. A warm-up or clipping the gradient's norm, such as to 1, helps too.",
  loss: 'The loss',
  lossOf: 'The loss of the {$split} pictures',
  numberOf: 'A number of {$name}',
  endsEarly:
    'The run ends early, after step {$step}: for {$epochs} epochs the validation error has not fallen below {$error} %.',
  diskFull:
    'The disk of {$folder} is full: a checkpoint or the metrics could not be written. Make room, and resume the run.',
  quotaUsedUp:
    'The disk quota for {$folder} is used up: a checkpoint or the metrics could not be written. Make room, and resume the run.',
  readOnly:
    'The disk of {$folder} has become read-only, so that nothing more could be written. Make it writable again, and resume the run.',
  noPermission: 'Writing to {$folder} is no longer permitted. Give the studio permission again, and resume the run.',
  diskFailed: 'The disk of {$folder} failed while the run was written. Check the disk, and resume the run.',
  gone: 'Something of {$folder} is gone: it was moved or deleted while the run trained. Put it back, and resume the run.',
  noMemory: 'There is not enough memory to train {$network} with a batch of {$batch}. Try a batch of {$smaller}.',
  checkpointKept: '{$message} The checkpoint of step {$step} is kept.',
  endedAtOnce: 'The run was ended at once, without a checkpoint.',
  closedBeforeTurn: 'The studio was closed before the run had its turn.',
  closedWhileWaiting: 'The studio was closed before the run had its turn. What was written until then is kept.',
  studioEnded: 'The studio ended while the run trained. What was written until then is kept.',
  studioEndedWithCheckpoint: 'The studio ended while the run trained. A checkpoint was written.',
  float32IsFaster:
    'Precision auto: a step takes {$float} in float32 and {$brain} in bfloat16 here, so float32 is taken.',
  bfloat16IsFaster:
    'Precision auto: a step takes {$float} in float32 and {$brain} in bfloat16 here, so bfloat16 is taken.',
  bfloat16IsSlow:
    'Precision auto: float32 is taken, since this processor has no AVX-512, without which bfloat16 is many times slower.',
  compiles: 'TensorFlow compiles the step for the GPU: the first one takes up to a minute.',
  rateJumps:
    'The schedule "{$schedule}" is stretched over the longer run: its learning rate jumps from {$from} to {$to} at step {$step :integer}.',
} as const;
