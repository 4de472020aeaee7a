import { UserError } from '../errors';
import { fields, type FieldValue, type NamesOf } from './fields';
import { linearWarmupSteps, stepOfPlace } from './schedule-steps';

/** What somebody asked for, apart from what a recipe sets. */
export type Given = { readonly [Name in NamesOf<'recipe' | 'length'>]?: FieldValue<Name> };

type Combined = { readonly [Name in 'optimizer' | 'momentum' | 'schedule' | 'weightDecay']: FieldValue<Name> };

/**
 * Refuses what was asked for where it would have no effect or cannot be.
 * @param combined What the run would train with.
 * @throws UserError that names the value and the way out.
 */
export function checkCombination(given: Given, combined: Combined): void {
  const { optimizer, momentum, schedule, weightDecay } = combined;
  if (optimizer === 'adamw' && (given.nesterov || given.momentum !== undefined)) {
    const what = given.nesterov ? 'Nesterov momentum (nesterov)' : 'The momentum';
    throw new UserError(`${what} belongs to SGD, and the optimiser is AdamW: leave it out, or choose sgd.`);
  }
  if (given.nesterov && momentum === 0) {
    throw new UserError(
      'Nesterov momentum (nesterov) looks ahead by the momentum, which is 0: choose one such as 0.9, or leave it out.',
    );
  }
  if (given.decayAll && weightDecay === 0) {
    throw new UserError(
      'There is nothing to decay: the weight decay is 0. Give one such as 0.0001, or leave decay-all out.',
    );
  }
  if (given.milestones && schedule !== 'step') {
    throw new UserError(
      `Milestones belong to the schedule "step", and the schedule is "${schedule}": leave them out, or choose step.`,
    );
  }
  if (given.epochs !== undefined && given.steps !== undefined) {
    throw new UserError('Give the epochs or the steps of a run, not both.');
  }
}

/**
 * Refuses a run that is too long, and what was asked for where the run is too short for it.
 * @throws UserError that names the value and the way out.
 */
export function checkLength(given: Given, steps: number, stepsInEpoch: number): void {
  const { most } = fields.steps.limits;
  if (steps > most) {
    throw new UserError(
      `${Math.ceil(steps / stepsInEpoch)} epochs of this dataset are ${steps} steps, and a run has ${most} at most: choose ${Math.floor(most / stepsInEpoch)} epochs or fewer.`,
    );
  }
  const beyond = given.milestones?.find((place) => stepOfPlace(place, steps) >= steps);
  if (beyond !== undefined) {
    throw new UserError(
      `The milestone at step ${stepOfPlace(beyond, steps)} lies beyond the run of ${steps} steps: choose one before its end, or fractions of the run such as 0.5,0.75.`,
    );
  }
  const warmupSteps = linearWarmupSteps(given.warmup ?? null, steps, stepsInEpoch);
  if (warmupSteps >= steps) {
    throw new UserError(
      `A warm-up of ${warmupSteps} steps leaves nothing of the run of ${steps} steps: choose a shorter one, such as 0.05 of the run.`,
    );
  }
}
