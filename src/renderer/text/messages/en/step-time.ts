import { formatCount } from '../../format';

const millis = (value: number) => `${value < 10 ? Number(value.toFixed(1)) : formatCount(value)} ms`;

/** What the time of a step goes to, and what the run needs of the machine. */
export const stepTime = {
  title: 'Time a step',
  file: (run: string) => `${run} time a step`,
  total: (value: number) => `${millis(value)} a step`,
  loading: (value: number) => `loading ${millis(value)}`,
  step: (value: number) => `step ${millis(value)}`,
  rest: (value: number) => `rest ${millis(value)}`,
  note: 'Means of the latest 20 steps. Loading: waiting for the next batch. Rest: measuring layers, evaluation, checkpoints and reports.',
  epoch: (epoch: number, done: number, steps: number) =>
    `Epoch ${formatCount(epoch)}: ${formatCount(done)} of ${formatCount(steps)} steps`,
  epochLabel: 'Progress of the epoch',
  gpuMemory: (bytes: string) => `on the GPU ${bytes}`,
  memory: (bytes: string) => `trainer's memory ${bytes}`,
};
