import { type RunSummary, runStates } from '../contract/run';

/** What a list of runs can be sorted by. */
export const runSortKeys = [
  'created',
  'name',
  'model',
  'dataset',
  'state',
  'steps',
  'validation-error',
  'test-error',
] as const;
export type RunSortKey = (typeof runSortKeys)[number];

/** Columns that a list of runs can do without: its name tells a run. */
export const runColumns = runSortKeys.filter((key): key is RunColumn => key !== 'name');
export type RunColumn = Exclude<RunSortKey, 'name'>;

/** Which runs are listed: those at hand, those that were put away, or both. */
export type Shelf = 'current' | 'archived' | 'all';

// Numbers in names by their size: ResNet-20 before ResNet-110.
const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

type Listed = Pick<
  RunSummary,
  'run' | 'name' | 'model' | 'dataset' | 'state' | 'createdAt' | 'steps' | 'validationError' | 'testError'
>;

const values: Readonly<Record<RunSortKey, (run: Listed) => string | number | null>> = {
  created: ({ createdAt }) => Date.parse(createdAt),
  name: ({ name }) => name,
  model: ({ model }) => model,
  dataset: ({ dataset }) => dataset,
  state: ({ state }) => runStates.indexOf(state),
  steps: ({ steps }) => steps,
  'validation-error': ({ validationError }) => validationError,
  'test-error': ({ testError }) => testError,
};

/** Whether the first direction that somebody wants of it is from the highest to the lowest. */
export function startsDescending(key: RunSortKey): boolean {
  return key === 'created' || key === 'steps';
}

/**
 * The runs in that order. Those without a value come last in both directions; equals are newest first.
 */
export function sortRuns<Run extends Listed>(
  runs: readonly Run[],
  key: RunSortKey,
  descending = startsDescending(key),
): Run[] {
  const keyed = runs.map((run) => ({ run, value: values[key](run), created: Date.parse(run.createdAt) }));
  const sign = descending ? -1 : 1;
  keyed.sort((a, b) => {
    if (a.value === null || b.value === null) {
      if (a.value !== b.value) return a.value === null ? 1 : -1;
    } else if (a.value !== b.value) {
      const order =
        typeof a.value === 'number' ? a.value - (b.value as number) : collator.compare(a.value, b.value as string);
      if (order !== 0) return sign * order;
    }
    return b.created - a.created || collator.compare(b.run.run, a.run.run);
  });
  return keyed.map(({ run }) => run);
}

type Described = Pick<RunSummary, 'run' | 'name' | 'model' | 'dataset' | 'tags' | 'note'>;

/** `resnet56` is found as ResNet-56 too. */
const modelWords = (model: string): string => `${model} ${model.replace(/(?<=[a-z])(?=\d)/, '-')}`;

/**
 * Whether every word of the search stands in the run's name, id, tags, note, network or dataset, in capitals or not. A
 * word that begins with # is the beginning of a tag.
 */
export function matchesSearch(run: Described, search: string): boolean {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return true;
  const tags = run.tags.map((tag) => tag.toLowerCase());
  const text = [run.name, run.run, modelWords(run.model), run.dataset, run.note, ...tags].join('\n').toLowerCase();
  return words.every((word) =>
    word.startsWith('#') ? tags.some((tag) => tag.startsWith(word.slice(1))) : text.includes(word),
  );
}

/** Whether the run is on that shelf. */
export function isOnShelf({ archived }: Pick<RunSummary, 'archived'>, shelf: Shelf): boolean {
  return shelf === 'all' || archived === (shelf === 'archived');
}

/** Every tag in use, most used first. */
export function tagsInUse(runs: readonly Pick<RunSummary, 'tags'>[]): string[] {
  const counts = new Map<string, number>();
  for (const { tags } of runs) for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return [...counts].sort(([a, countA], [b, countB]) => countB - countA || collator.compare(a, b)).map(([tag]) => tag);
}
