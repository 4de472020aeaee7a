export const shell = {
  viewsLabel: 'Views',
  views: { datasets: 'Datasets', train: 'Train', runs: 'Runs', classify: 'Classify', settings: 'Settings' },
  noDevice: 'No device',
  starting: 'Starting',
  notUsable: 'TensorFlow not usable',
  lookingForDevice: 'looking for the device',
  deviceLabel: (name: string, detail: string) => `Device: ${name}, ${detail}. Open Settings`,
  dismiss: 'Dismiss',
  dismissLabel: (title: string) => `Dismiss: ${title}`,
  drop: {
    wait: 'Wait a moment',
    importOn: (name: string) => `One dataset is imported at a time, and ${name} is on.`,
    look: 'Drop to look into it',
    lookText: 'You see what it holds before anything is imported; your own files stay as they are.',
    classify: (count: number) => `Drop to classify ${pictures(count)}`,
    by: (network: string) => `By ${network}.`,
    noNetwork: (count: number) => `No network can classify ${pictures(count)} yet`,
    trainFirst: 'Train one first, then drop pictures again.',
  },
};

function pictures(count: number): string {
  return count === 1 ? 'this picture' : `these ${count} pictures`;
}
