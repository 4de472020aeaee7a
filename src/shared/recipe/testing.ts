import { trainingSchema, type Training } from '../contract/training';

/** What a run of 1,000 steps trains with, for tests. */
export function sampleTraining(changes: Partial<Training> = {}): Training {
  return trainingSchema.parse({
    variant: 'resnet20',
    epochs: 1,
    steps: 1000,
    batch: 128,
    learningRate: 0.1,
    schedule: 'step',
    milestones: [0.5, 0.75],
    momentum: 0.9,
    weightDecay: 1e-4,
    augmentation: 'standard',
    ...changes,
  });
}

/** What the summary of a run says that nobody has labelled and that is whole. */
export const unlabelled = { damaged: false, tags: [] as string[], note: '', starred: false, archived: false };
