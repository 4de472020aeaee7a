/** Of a run: its state, what was chosen for it, and what its learning rate does. */
export const run = {
  states: {
    queued: 'Queued',
    preparing: 'Preparing',
    training: 'Training',
    paused: 'Paused',
    stopping: 'Stopping',
    finished: 'Finished',
    stopped: 'Stopped',
    interrupted: 'Interrupted',
    failed: 'Failed',
    damaged: 'Damaged',
  },
  recipe: `.input {$changes :integer} .match $changes
    0 {{recipe {$name}}}
    one {{recipe {$name} with {$changes} change}}
    * {{recipe {$name} with {$changes} changes}}`,
  batch: 'batch {$batch}',
  rate: 'rate {$rate}',
  schedules: {
    step: 'step schedule',
    plateau: 'plateau schedule',
    cosine: 'cosine schedule',
    constant: 'constant schedule',
  },
  shortcut: 'shortcut {$option}',
  firstStride: 'bottleneck stride on the first 1×1',
  identities: 'blocks start as identities',
  seed: 'seed {$seed}',
  nextRate: {
    grows: 'grows until step {$step :integer}',
    untilError: 'until the training error is below {$error}',
    stays: 'stays as it is',
    falls: 'falls to 0 by step {$step :integer}',
    stalls: 'drops when the validation error stalls',
    from: '{$rate} from step {$step :integer}',
    untilEnd: 'until the end',
  },
} as const;

export const keep = {
  checkpoints: 'Checkpoints',
  disk: 'up to {$bytes} of disk',
  every: 'Save every',
  epochs: 'epochs',
  minutes: 'Save during an epoch every',
  minutesUnit: 'minutes',
  minutesHint: 'the most that a crash can lose; 0: only at the end of an epoch',
  everyHint: 'besides the last and the best; 0 is none',
  kept: 'Keep the newest',
  keptHint: '0 keeps all',
  pause: 'Pause',
  goOn: 'Continue',
  notPaused: 'The run was not paused',
  notContinued: 'The run was not continued',
  branch: 'Branch',
  branches: 'Starts from the {$checkpoint} weights of {$name}',
  notBranched: '{$name} was not branched',
  branched: 'Branched from {$name}, checkpoint {$checkpoint}',
  branchedAtStep: 'Branched from {$name}, checkpoint {$checkpoint}, step {$step}',
  takeOver: 'Take the run over?',
  takeOverAction: 'Take over and resume',
  takeOverText:
    'Only do this where that machine or container is gone: two processes that train one run at once spoil it.',
  further: 'Train further',
  furtherAction: 'Train further',
  furtherText: `.input {$epochs :number} .match $epochs
    one {{The run has {$epochs} epoch. It continues from where it ended, with the learning rate that its schedule has for the new length.}}
    * {{The run has {$epochs} epochs. It continues from where it ended, with the learning rate that its schedule has for the new length.}}`,
  furtherEpochs: 'Total epochs',
} as const;

export const queue = {
  title: 'Queue',
  note: `.input {$count :integer} .match $count
    one {{{$count} run waits for its turn}}
    * {{{$count} runs wait for their turn}}`,
  steps: '{$count} steps',
  up: 'Up',
  upOf: 'Move {$name} up',
  down: 'Down',
  downOf: 'Move {$name} down',
  startNow: 'Start now',
  startNowOf: 'Start {$name} now; the run that trains is stopped with a checkpoint and resumed later',
  startNowHint: 'The run that trains is stopped with a checkpoint, and resumed right afterwards',
  cancel: 'Cancel',
  cancelOf: 'Remove {$name} from the queue',
  moved: '{$name} is number {$place} of {$count} in the queue.',
  cancelled: '{$name} was removed from the queue.',
  added: '{$name} waits in the queue as number {$place}.',
  add: 'Add to the queue',
  start: 'Start training',
  waits: `.input {$place :integer} .match $place
    1 {{is the next in the queue}}
    * {{waits in the queue as number {$place}}}`,
  training: 'Now training: {$name}',
  watch: 'Watch',
  notChanged: 'The queue was not changed',
  notStarted: 'The run was not started',
  notRead: 'The queue could not be read',
} as const;

/** What a run says of its dataset where that is no longer what the run learnt from. */
export const standing = {
  changed: 'The dataset {$dataset} has changed since this run was made.',
  gone: 'The dataset {$dataset} is no longer in the store.',
  notResumed: 'The run cannot be resumed with it: start a new one.',
} as const;
