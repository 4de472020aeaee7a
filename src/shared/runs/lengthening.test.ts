import { describe, expect, it } from 'vitest';
import type { Training } from '../contract/training';
import { sampleTraining } from '../recipe/testing';
import { inEnglish } from '../words/english';
import { lengthening } from './lengthening';

const dataset = { trainCount: 40 } as Parameters<typeof lengthening>[0]['dataset'];
/** A run of 10 epochs of 4 steps that is made 20 epochs long. */
function told(training: Partial<Training>, done: number): string | null {
  const whole = sampleTraining({
    variant: 'resnet8',
    batch: 10,
    epochs: 10,
    steps: 40,
    learningRate: 0.1,
    warmup: null,
    ...training,
  });
  const words = lengthening({ training: whole, dataset }, 20, done);
  return words && inEnglish(words);
}

describe('a longer run', () => {
  it('begins a cosine again higher up, and says from what to what', () => {
    expect(told({ schedule: 'cosine' }, 40)).toContain('jumps from 0.000154 to 0.05 at step 41');
    expect(told({ schedule: 'cosine' }, 20)).toContain('jumps from 0.05 to 0.0854 at step 21');
  });

  it('takes a step back whose place is a fraction of the run', () => {
    expect(told({ schedule: 'step', milestones: [0.5, 0.75] }, 40)).toContain('jumps from 0.001 to 0.01');
    expect(told({ schedule: 'step', milestones: [20, 30] }, 40)).toBeNull();
  });

  it('stretches a warm-up that is a fraction of the run', () => {
    expect(told({ schedule: 'constant', warmup: { until: 'step', place: 0.9 } }, 40)).toContain('from 0.1 to 0.0569');
  });

  it.each(['constant', 'plateau'] as const)('goes on as it was with the schedule %s', (schedule) => {
    expect(told({ schedule }, 40)).toBeNull();
  });
});
