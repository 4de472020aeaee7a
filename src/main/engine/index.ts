export { benchmark, type BenchmarkOptions, type BenchmarkResult } from './benchmark';
export { Engine, type EngineOptions, type EvaluationResult, type Precision, type StepResult } from './engine';
export type { Normalization } from './network/pictures';
export { tensorflowInfo, type TensorflowInfo } from './runtime';
export type { NamedTensor } from './state';
