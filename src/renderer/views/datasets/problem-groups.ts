import type { Problem, ProblemCounts } from '../../../shared/contract/problem';
import { lookUp } from '../../text/look-up';
import { words } from '../../text/words.svelte';

/** A line of the list: the title of a kind, or one of its problems. */
export type ProblemLine = { readonly title: string; readonly count: number } | Omit<Problem, 'kind'>;

/** Problems under the title of their kind, with how many there are even where the list holds only some. */
export function problemLines(problems: readonly Problem[], counts: ProblemCounts = {}): ProblemLine[] {
  const kinds = new Map<string, Problem[]>();
  for (const problem of problems) kinds.set(problem.kind, [...(kinds.get(problem.kind) ?? []), problem]);
  const counted = new Map<string, number>(Object.entries(counts));
  return [...kinds].flatMap(([kind, own]): ProblemLine[] => [
    { title: lookUp(words.datasets.problemKinds, kind), count: counted.get(kind) ?? own.length },
    ...own.map(({ path, message, place, words: said }) => ({
      path,
      message,
      ...(place && { place }),
      ...(said && { words: said }),
    })),
  ]);
}

/** How many problems there are, also of those that the list does not hold. */
export function problemCount(problems: readonly Problem[], counts: ProblemCounts = {}): number {
  const lines = problemLines(problems, counts);
  return lines.reduce((sum, line) => sum + ('count' in line ? line.count : 0), 0);
}
