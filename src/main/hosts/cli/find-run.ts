import { composed } from '../../../shared/composed';
import { existsSync } from 'node:fs';
import type { RunSummary } from '../../../shared/contract/run';
import { UserError } from '../../../shared/errors';
import { message } from '../../../shared/words/message';

/** What the help says of a run that is to be named. */
export const asNamed = 'its id as `runs` names it, or its name where no other run has it';

/**
 * The run of that id or name among those in the store; undefined where there is none.
 * @throws UserError where several are called so.
 */
export function findRun(runs: readonly RunSummary[], wanted: string): RunSummary | undefined {
  const sought = composed(wanted);
  const named = runs.filter(({ run, name }) => run === wanted || composed(name) === sought);
  if (named.length > 1) {
    const byId = named.find(({ run }) => run === wanted);
    if (byId) return byId;
    const ids = named.map(({ run }) => run);
    throw new UserError(message('commandLine.severalRuns', { run: wanted, ids }));
  }
  return named[0];
}

/**
 * What a command shall take weights from: null for a file of that path, which comes first, otherwise the run.
 * @throws UserError where it is neither, with the runs that have weights.
 */
export function findWeights(runs: readonly RunSummary[], wanted: string): RunSummary | null {
  if (existsSync(wanted)) return null;
  const found = findRun(runs, wanted);
  if (found) return found;
  const usable = runs.filter(({ hasCheckpoint }) => hasCheckpoint).map(({ run }) => run);
  throw new UserError(
    usable.length > 0
      ? message('commandLine.noRunOrFile', { name: wanted, runs: usable })
      : message('commandLine.noRunOrFileYet', { name: wanted }),
  );
}

/** @throws UserError where there is no such run, or several are called so. */
export function chosenRun(runs: readonly RunSummary[], wanted: string): RunSummary {
  const found = findRun(runs, wanted);
  if (found) return found;
  throw new UserError(message(runs.length > 0 ? 'commandLine.noRun' : 'commandLine.noRunYet', { run: wanted }));
}
