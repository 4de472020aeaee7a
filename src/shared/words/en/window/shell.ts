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
    lookZip: 'A dataset is shown before anything of it is imported; a run goes to Runs.',
    weights: (file: string) => `${file} is no dataset`,
    weightsText:
      'It holds the weights of a network. To have a run of another studio here, drop the zip that its export wrote. ' +
      'The command line evaluates and classifies with such a file.',
    besides: (network: string) => `By ${network}. What is no picture is left out.`,
    leftOut: (names: readonly string[]) => `Left out, since only pictures are classified: ${listed(names)}.`,
    by: (network: string) => `By ${network}.`,
    noNetwork: (count: number) => `No network can classify ${pictures(count)} yet`,
    trainFirst: 'Train one first, then drop pictures again.',
  },
};

const mostNamed = 5;

function listed(names: readonly string[]): string {
  const more = names.length - mostNamed;
  return `${names.slice(0, mostNamed).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

function pictures(count: number): string {
  return count === 1 ? 'this picture' : `these ${count} pictures`;
}
