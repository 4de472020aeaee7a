import { formatCount, formatQuantity } from '../../format';

/** Of a run: its state, what was chosen for it, and what its learning rate does. */
export const run = {
  states: {
    queued: 'Queued',
    preparing: 'Preparing',
    training: 'Training',
    paused: 'Paused',
    stopping: 'Stopping',
    finished: 'Finished',
    stopped: 'Stopped',
    interrupted: 'Interrupted',
    failed: 'Failed',
    damaged: 'Damaged',
  },
  recipe: (name: string, changes: number) =>
    changes > 0 ? `recipe ${name} with ${formatQuantity(changes, 'change')}` : `recipe ${name}`,
  batch: (batch: number) => `batch ${batch}`,
  rate: (rate: string) => `rate ${rate}`,
  schedules: {
    step: 'step schedule',
    plateau: 'plateau schedule',
    cosine: 'cosine schedule',
    constant: 'constant schedule',
  },
  shortcut: (option: string) => `shortcut ${option}`,
  firstStride: 'bottleneck stride on the first 1×1',
  identities: 'blocks start as identities',
  seed: (seed: number) => `seed ${seed}`,
  nextRate: {
    grows: (step: number) => `grows until step ${formatCount(step)}`,
    untilError: (error: string) => `until the training error is below ${error}`,
    stays: 'stays as it is',
    falls: (step: number) => `falls to 0 by step ${formatCount(step)}`,
    stalls: 'drops when the validation error stalls',
    from: (rate: string, step: number) => `${rate} from step ${formatCount(step)}`,
    untilEnd: 'until the end',
  },
};
