import type { RunSummary } from '../../../../shared/contract/run';
import {
  isOnShelf,
  matchesSearch,
  type RunSortKey,
  type Shelf,
  sortRuns,
  startsDescending,
} from '../../../../shared/runs/run-order';
import type { Context } from '../context';
import { formatCount, formatError, formatTable } from '../text';

export interface ListOptions {
  readonly json?: boolean;
  readonly archived?: boolean;
  readonly all?: boolean;
  readonly starred?: boolean;
  readonly tag?: readonly string[];
  readonly search?: string;
  readonly sort: RunSortKey;
  readonly reverse?: boolean;
}

function shelfOf({ all, archived }: ListOptions): Shelf {
  if (all) return 'all';
  return archived ? 'archived' : 'current';
}

/** Those that were asked for, in the order that was asked for. */
function chosen(runs: readonly RunSummary[], options: ListOptions): RunSummary[] {
  const { starred, tag = [], search = '', sort, reverse = false } = options;
  const wantedTags = tag.map((name) => name.toLowerCase());
  const found = runs.filter(
    (run) =>
      isOnShelf(run, shelfOf(options)) &&
      (!starred || run.starred) &&
      wantedTags.every((wanted) => run.tags.some((name) => name.toLowerCase() === wanted)) &&
      matchesSearch(run, search),
  );
  return sortRuns(found, sort, startsDescending(sort) !== reverse);
}

/** Prints the runs in the store that were asked for. */
export async function listRuns(options: ListOptions, context: Context): Promise<void> {
  const { withServices } = await import('../services');
  const { all, order } = await withServices(context, async ({ runs, queue }) => ({
    all: await runs.list(),
    order: await queue.read().catch((): string[] => []),
  }));
  const placeOf = (run: string): string => (order.includes(run) ? ` (${order.indexOf(run) + 1})` : '');
  const runs = chosen(all, options);
  if (options.json) return context.print(JSON.stringify(runs));
  if (all.length === 0) return context.print('There is no run yet: `train --help` tells how to start one.');
  if (runs.length === 0) return context.print(`None of ${formatCount(all.length)} runs is such a one.`);
  context.print(
    formatTable<RunSummary>(runs, [
      { title: 'run', cell: ({ run }) => run },
      { title: 'name', cell: ({ name, starred }) => (starred ? `* ${name}` : name) },
      { title: 'state', cell: ({ run, state, damaged }) => (damaged ? 'damaged' : state + placeOf(run)) },
      { title: 'model', cell: ({ model }) => model },
      { title: 'dataset', cell: ({ dataset }) => dataset },
      {
        title: 'steps',
        cell: ({ steps, totalSteps }) => `${formatCount(steps)}/${formatCount(totalSteps)}`,
        alignRight: true,
      },
      { title: 'validation error', cell: ({ validationError }) => formatError(validationError), alignRight: true },
      { title: 'test error', cell: ({ testError }) => formatError(testError), alignRight: true },
      { title: 'tags', cell: ({ tags }) => tags.join(', ') },
    ]),
  );
  for (const { run, reason, labelsProblem } of runs) {
    for (const text of [reason, labelsProblem?.text ?? null]) if (text !== null) context.note(`${run}: ${text}\n`);
  }
}
