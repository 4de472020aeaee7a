import type { Problem, ProblemCounts, ProblemKind } from '../../../shared/contract/problem';

const titles: Record<ProblemKind, string> = {
  unreadable: 'Cannot be read',
  truncated: 'Cut off',
  empty: 'Empty',
  'not-a-picture': 'Not a picture',
  'too-large': 'Too large',
  missing: 'Missing',
  unlabelled: 'Without a class',
  'unsafe-path': 'Outside of the archive',
  link: 'Links, which are not followed',
  duplicate: 'The same picture twice',
  'near-duplicate': 'Pictures that look alike',
  'in-two-classes': 'The same picture in two classes',
  'in-two-splits': 'The same picture in two splits',
  'few-pictures': 'Classes with hardly any picture',
  imbalance: 'Classes of very different size',
};

/** A line of the list: the title of a kind, or one of its problems. */
export type ProblemLine =
  { readonly title: string; readonly count: number } | { readonly path: string; readonly message: string };

const titleOf = (kind: string): string => new Map(Object.entries(titles)).get(kind) ?? kind;

/** Problems under the title of their kind, with how many there are even where the list holds only some. */
export function problemLines(problems: readonly Problem[], counts: ProblemCounts = {}): ProblemLine[] {
  const kinds = new Map<string, Problem[]>();
  for (const problem of problems) kinds.set(problem.kind, [...(kinds.get(problem.kind) ?? []), problem]);
  const counted = new Map<string, number>(Object.entries(counts));
  return [...kinds].flatMap(([kind, own]): ProblemLine[] => [
    { title: titleOf(kind), count: counted.get(kind) ?? own.length },
    ...own.map(({ path, message }) => ({ path, message })),
  ]);
}

/** How many problems there are, also of those that the list does not hold. */
export function problemCount(problems: readonly Problem[], counts: ProblemCounts = {}): number {
  const lines = problemLines(problems, counts);
  return lines.reduce((sum, line) => sum + ('count' in line ? line.count : 0), 0);
}
