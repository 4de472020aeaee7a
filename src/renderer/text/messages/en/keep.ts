export const keep = {
  checkpoints: 'Checkpoints',
  disk: (bytes: string) => `up to ${bytes} of disk`,
  every: 'One every',
  epochs: 'epochs',
  everyHint: 'beside the last and the best; 0 is none',
  kept: 'Keep the newest',
  keptHint: '0 keeps all',
  pause: 'Pause',
  goOn: 'Continue',
  notPaused: 'The run was not paused',
  notContinued: 'The run does not go on',
  branch: 'Branch',
  branches: (name: string, checkpoint: string) => `Starts from the ${checkpoint} weights of ${name}`,
  notBranched: (name: string) => `${name} was not branched`,
  branched: (name: string, checkpoint: string, step: string | null) =>
    step === null
      ? `Branched from ${name}, checkpoint ${checkpoint}`
      : `Branched from ${name}, checkpoint ${checkpoint}, step ${step}`,
  further: 'Train further',
  furtherAction: 'Train further',
  furtherText: (epochs: number) =>
    `The run has ${epochs} ${epochs === 1 ? 'epoch' : 'epochs'}. It goes on from where it ended, with the learning rate that its schedule has for the new length.`,
  furtherEpochs: 'Epochs in all',
};
