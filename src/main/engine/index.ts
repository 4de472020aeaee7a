export { benchmark } from './benchmark';
export { Engine, type Precision } from './engine';
export type { Normalization } from './network/pictures';
export { compileForGpus, tensorflowInfo } from './runtime';
export { usedWeights } from './state';
