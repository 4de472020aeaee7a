import type { SettingValue } from '../../../shared/recipe/run-settings';
import type { RunMoment } from '../../state/live-run.svelte';
import { recentLoss, speedOf } from '../../state/progress';
import { formatCount, formatDuration, formatPercent } from '../../text/format';
import { formatLoss } from '../../text/run-words';
import { words } from '../../text/words.svelte';
import type { ComparedRun } from './compared';

/** What the paper reached in the place of a run. */
export interface CompareReference {
  readonly text: string;
  readonly value: number;
}

export interface CompareCell {
  readonly text: string;
  /** In full; null where there is none. */
  readonly value: SettingValue;
  /** The best of its row. */
  readonly best: boolean;
  /** To hold the value against. */
  readonly reference?: CompareReference | null;
}

export interface CompareRow {
  readonly key: string;
  readonly label: string;
  readonly group: 'settings' | 'results';
  /** One a run, in their order. */
  readonly cells: readonly CompareCell[];
  /** What the paper set there; null where it says nothing. */
  readonly paper: CompareCell | null;
  readonly differs: boolean;
}

type ResultName = keyof typeof words.compare.results;

interface Result {
  readonly name: ResultName;
  /** Which value is the best of its row, where any is. */
  readonly best: 'lowest' | 'highest' | null;
  readonly read: (moment: RunMoment) => number | null;
  readonly write: (value: number, moment: RunMoment) => string;
}

const finite = (value: number | undefined | null): number | null =>
  value !== undefined && value !== null && Number.isFinite(value) ? value : null;
const percent = (value: number): string => formatPercent(value, 2);

const results: readonly Result[] = [
  { name: 'steps', best: null, read: ({ steps }) => steps.latest?.step ?? 0, write: formatCount },
  { name: 'time', best: null, read: ({ seconds }) => seconds, write: formatDuration },
  {
    name: 'speed',
    best: 'highest',
    write: (value) => formatCount(Math.round(value)),
    read: ({ steps }) => finite(speedOf(steps)?.imagesPerSecond),
  },
  { name: 'trainLoss', best: 'lowest', read: ({ steps }) => finite(recentLoss(steps)?.loss), write: formatLoss },
  {
    name: 'trainError',
    best: 'lowest',
    read: ({ steps }) => finite(steps.column('smoothError').at(-1)),
    write: percent,
  },
  {
    name: 'bestValidation',
    best: 'lowest',
    read: ({ bestValidation }) => finite(bestValidation?.top1Error),
    write: (value, { bestValidation }) =>
      words.compare.atEpoch({ value: percent(value), epoch: bestValidation?.epoch ?? 0 }),
  },
  {
    name: 'validation',
    best: 'lowest',
    read: ({ latestValidation }) => finite(latestValidation?.top1Error),
    write: percent,
  },
  {
    name: 'validationLoss',
    best: 'lowest',
    read: ({ latestValidation }) => finite(latestValidation?.loss),
    write: formatLoss,
  },
  { name: 'testError', best: 'lowest', read: ({ test }) => finite(test?.top1Error), write: percent },
  {
    name: 'testTop5',
    best: 'lowest',
    write: percent,
    // Among five classes or fewer, none is ever outside the first five.
    read: ({ test, config }) => (config.dataset.classes.length > 5 ? finite(test?.top5Error) : null),
  },
];

/** The values that are the best of a row; none where there is nothing to choose between. */
export function bestOf(values: readonly (number | null)[], best: Result['best']): number | null {
  const known = values.filter((value) => value !== null);
  if (best === null || new Set(known).size < 2) return null;
  return best === 'lowest' ? Math.min(...known) : Math.max(...known);
}

/**
 * What the runs reached; rows that no run has a value for are left out.
 * @param marked Whether the best value of a row is marked.
 */
export function resultRows(
  runs: readonly ComparedRun[],
  marked: boolean,
): Pick<CompareRow, 'key' | 'label' | 'cells'>[] {
  const states = runs.map(({ state }): CompareCell => ({ text: words.run.states[state], value: state, best: false }));
  const rows = results.flatMap(({ name, best, read, write }) => {
    const values = runs.map(({ moment }) => moment && read(moment));
    if (values.every((value) => value === null)) return [];
    const chosen = marked ? bestOf(values, best) : null;
    const cells = runs.map(({ moment }, index): CompareCell => {
      const value = values[index] ?? null;
      const text = value === null || !moment ? words.compare.none : write(value, moment);
      return { text, value, best: value !== null && value === chosen };
    });
    return [{ key: name, label: words.compare.results[name], cells }];
  });
  return [{ key: 'state', label: words.compare.results.state, cells: states }, ...rows];
}
