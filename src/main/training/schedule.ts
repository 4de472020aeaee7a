import type { ScheduleKind } from '../../shared/contract/run';

export interface SchedulePlan {
  readonly kind: ScheduleKind;
  readonly learningRate: number;
  /** Fractions of the run, for `step`. */
  readonly milestones: readonly number[];
  readonly totalSteps: number;
}

/** What `plateau` remembers between epochs. */
export interface PlateauState {
  readonly bestError: number | null;
  readonly epochsWithoutImprovement: number;
  /** How often the learning rate was divided by 10. */
  readonly divisions: number;
}

export const initialPlateau: PlateauState = { bestError: null, epochsWithoutImprovement: 0, divisions: 0 };

/** Epochs without a better validation error after which `plateau` divides the learning rate by 10. */
export const plateauPatience = 5;
/** A thousandth of the first learning rate is the least that `plateau` trains with. */
const mostDivisions = 3;

/**
 * The learning rate of a step.
 * @param step Steps done before it, from 0.
 */
export function learningRateAt(plan: SchedulePlan, plateau: PlateauState, step: number): number {
  const { kind, learningRate, milestones, totalSteps } = plan;
  if (kind === 'step') {
    const passed = milestones.filter((milestone) => step >= Math.round(milestone * totalSteps)).length;
    return learningRate / 10 ** passed;
  }
  if (kind === 'plateau') return learningRate / 10 ** plateau.divisions;
  if (kind === 'cosine') return (learningRate / 2) * (1 + Math.cos((Math.PI * step) / totalSteps));
  return learningRate;
}

/** What `plateau` remembers after an epoch with that validation error, a fraction. */
export function observeValidationError(plateau: PlateauState, error: number): PlateauState {
  if (plateau.bestError === null || error < plateau.bestError) {
    return { ...plateau, bestError: error, epochsWithoutImprovement: 0 };
  }
  const epochs = plateau.epochsWithoutImprovement + 1;
  if (epochs < plateauPatience || plateau.divisions === mostDivisions) {
    return { ...plateau, epochsWithoutImprovement: epochs };
  }
  return { ...plateau, epochsWithoutImprovement: 0, divisions: plateau.divisions + 1 };
}
