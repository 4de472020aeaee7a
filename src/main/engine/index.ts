export { benchmark } from './benchmark';
export { Engine } from './engine';
export type { Normalization } from './network/pictures';
export { tensorflowInfo } from './runtime';
