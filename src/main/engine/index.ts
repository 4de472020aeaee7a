export { benchmark } from './benchmark';
export { Engine, type Precision } from './engine';
export type { Normalization } from './network/pictures';
export { tensorflowInfo } from './runtime';
export { usedWeights } from './state';
