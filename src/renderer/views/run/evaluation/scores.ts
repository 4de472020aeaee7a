import type { ClassScore } from '../../../../shared/contract/evaluation';

export type ScoreKey = keyof ClassScore;

/** Classes by a column; of equal ones the order stays. Names go the way people read them: 2 before 10. */
export function sortedScores(classes: readonly ClassScore[], key: ScoreKey, descending: boolean): ClassScore[] {
  const order = (a: ClassScore, b: ClassScore): number =>
    key === 'name' ? a.name.localeCompare(b.name, undefined, { numeric: true }) : a[key] - b[key];
  return [...classes].sort((a, b) => (descending ? order(b, a) : order(a, b)));
}
