export const choices = {
  tooLong:
    '{$epochs} epochs of this dataset are {$steps} steps, and a run has {$most} at most: choose {$fewer} epochs or fewer.',
  nesterovOfSgd:
    'Nesterov momentum (nesterov) belongs to SGD, and the optimiser is AdamW: leave it out, or choose sgd.',
  momentumOfSgd: 'The momentum belongs to SGD, and the optimiser is AdamW: leave it out, or choose sgd.',
  nesterovWithoutMomentum:
    'Nesterov momentum (nesterov) looks ahead by the momentum, which is 0: choose one such as 0.9, or leave it out.',
  nothingToDecay: 'There is nothing to decay: the weight decay is 0. Give one such as 0.0001, or leave decay-all out.',
  milestonesOfStep:
    'Milestones belong to the schedule "step", and the schedule is "{$schedule}": leave them out, or choose step.',
  epochsAndSteps: 'Give the epochs or the steps of a run, not both.',
  milestoneBeyond:
    'The milestone at step {$step} lies beyond the run of {$steps} steps: choose one before its end, or fractions of the run such as 0.5,0.75.',
  warmupBeyond:
    'A warm-up of {$warmup} steps leaves nothing of the run of {$steps} steps: choose a shorter one, such as 0.05 of the run.',
  noResidualBlocks:
    '{$network} has no residual blocks whose last scales could start at zero: leave that out, or choose a ResNet.',
  noPictures: 'Dataset "{$name}" has no pictures to train on.',
  batchTooLarge:
    'A batch of {$batch} is more than the {$count} training pictures of "{$name}": choose {$most} or fewer.',
  plateauWithoutValidation:
    'The schedule "plateau" follows the validation error, and "{$name}" has no validation pictures: choose step or cosine.',
  patienceWithoutValidation:
    'Patience watches the validation error, and "{$name}" has no validation pictures: leave the patience out.',
  noMemoryForBatch:
    '{$network} with a batch of {$batch} needs about {$needed :bytes} of memory, and {$usable :bytes} can be used here: choose a batch of {$most} or fewer.',
  noMemory:
    '{$network} with a batch of {$batch} needs about {$needed :bytes} of memory, and {$usable :bytes} can be used here: choose a smaller network or smaller pictures.',
  shortRun: 'None: a run of fewer than {$epochs} epochs learns more from pictures as they are',
  smallDataset: 'Fewer than the recipe has: there are {$count :integer} training pictures',
} as const;
