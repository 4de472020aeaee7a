import type { Warmup } from '../contract/training';

/** The step of a place in a run: below 1 a fraction of its steps, otherwise the number of the step. */
export function stepOfPlace(place: number, totalSteps: number): number {
  return place < 1 ? Math.round(place * totalSteps) : place;
}

/** Over how many steps the learning rate grows linearly; 0 where it does not. */
export function linearWarmupSteps(warmup: Warmup, totalSteps: number, stepsInEpoch: number): number {
  if (warmup?.until === 'step') return stepOfPlace(warmup.place, totalSteps);
  if (warmup?.until === 'epoch') return Math.round(warmup.epochs * stepsInEpoch);
  return 0;
}
