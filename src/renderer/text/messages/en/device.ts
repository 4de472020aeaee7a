export const device = {
  title: 'Device',
  unusable: 'Nothing can be trained',
  unknown: 'unknown',
  /** As the main process names it. */
  name: (name: string) => name,
  looking: 'looking',
  trainsOn: 'Trains on',
  notUsable: 'not usable',
  gpuLibrary: 'GPU library',
  noGpuLibrary: 'none, built for processors',
  memory: 'Memory for a run',
  computeOn: 'Compute on',
  asFound: 'As TensorFlow finds best',
  gpu: (index: number, name: string, driver: string) => `GPU ${index}: ${name}, driver ${driver}`,
  fromNow: 'for runs that start from now on',
  notChanged: 'The device was not changed',
  lookAgain: 'Look again',
};
