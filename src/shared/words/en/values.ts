/** Why a value of a training is refused, and what it may be. */
export const values = {
  refused: '{$name} must be {$expected}, and {$given} was given.',
  refusedNothing: '{$name} must be {$expected}, and nothing was given.',
  oneOf: 'one of {$choices}',
  switch: 'true or false',
  name: 'a text of 1 to 200 characters',
  milestones:
    'at most 100 fractions of the run between 0 and 1, such as 0.5,0.75, or steps, such as 32000steps,48000steps',
  warmup:
    'a fraction of the run, such as 0.05, steps, such as 400, up to 1000000 epochs, such as 5epochs, or paper or none',
  number: 'a number',
  wholeNumber: 'a whole number',
  numberWithin: 'a number {$range}',
  wholeNumberWithin: 'a whole number {$range}',
  range: {
    fromTo: 'from {$least} to {$most}',
    fromBelow: 'from {$least} to below {$below}',
    aboveTo: 'above {$above} and up to {$most}',
    aboveBelow: 'above {$above} and up to below {$below}',
    from: 'from {$least}',
    above: 'above {$above}',
    to: 'up to {$most}',
    below: 'up to below {$below}',
  },
} as const;
