import { UserError } from '../errors';
import { message } from '../words/message';
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
    throw new UserError(message(given.nesterov ? 'choices.nesterovOfSgd' : 'choices.momentumOfSgd'));
  }
  if (given.nesterov && momentum === 0) {
    throw new UserError(message('choices.nesterovWithoutMomentum'));
  }
  if (given.decayAll && weightDecay === 0) {
    throw new UserError(message('choices.nothingToDecay'));
  }
  if (given.milestones && schedule !== 'step') {
    throw new UserError(message('choices.milestonesOfStep', { schedule }));
  }
  if (given.epochs !== undefined && given.steps !== undefined) {
    throw new UserError(message('choices.epochsAndSteps'));
  }
}

/**
 * Refuses a run that is too long, and what was asked for where the run is too short for it.
 * @throws UserError that names the value and the way out.
 */
export function checkLength(given: Given, steps: number, stepsInEpoch: number): void {
  const { most } = fields.steps.limits;
  if (steps > most) {
    const [epochs, fewer] = [Math.ceil(steps / stepsInEpoch), Math.floor(most / stepsInEpoch)];
    throw new UserError(message('choices.tooLong', { epochs, steps, most, fewer }));
  }
  const beyond = given.milestones?.find((place) => stepOfPlace(place, steps) >= steps);
  if (beyond !== undefined) {
    throw new UserError(message('choices.milestoneBeyond', { step: stepOfPlace(beyond, steps), steps }));
  }
  const warmupSteps = linearWarmupSteps(given.warmup ?? null, steps, stepsInEpoch);
  if (warmupSteps >= steps) {
    throw new UserError(message('choices.warmupBeyond', { warmup: warmupSteps, steps }));
  }
}
