import type { Manifest } from '../../shared/contract/dataset';
import type { RunConfig, RunSummary } from '../../shared/contract/run';
import { UserError } from '../../shared/errors';
import { stepsPerEpoch } from '../../shared/recipe/recipe';
import { isPending } from './state-file';

/** @throws UserError where a dataset no longer holds what a run was made for: the run would not become the one it was. */
export function checkDataset(
  { dataset }: Pick<RunConfig, 'dataset'>,
  { contentHash }: Pick<Manifest, 'contentHash'>,
): void {
  if (contentHash === dataset.contentHash) return;
  throw new UserError(
    `The dataset "${dataset.name}" has changed since the run was made, so that the run cannot go on as it began. ` +
      'Start a new run, or put the files back as they were and update the dataset from its source.',
  );
}

/**
 * Makes sure that a run can go on, and says how long it is to be then.
 * @param epochs Of the whole run, where it is to become longer.
 * @returns the config to go on with, the given one where nothing changes.
 * @throws UserError where the run goes on already, or has nothing left to do.
 */
export function resumedConfig(summary: RunSummary, config: RunConfig, epochs?: number): RunConfig {
  const { run, state, steps } = summary;
  if (isPending(state)) throw new UserError(`Run ${run} is not over (${state}), so it cannot be resumed.`);
  if (epochs === undefined) {
    if (state !== 'finished') return config;
    throw new UserError(
      `Run ${run} is finished. To train it further say up to how many epochs; it had ${config.training.epochs}.`,
    );
  }
  const { trainCount } = config.dataset;
  const total = epochs * stepsPerEpoch(trainCount, config.training.batch);
  if (total <= steps || total < config.training.steps) {
    throw new UserError(
      `${epochs} epochs are ${total} steps, and run ${run} has done ${steps} of ${config.training.steps}: name more epochs.`,
    );
  }
  return { ...config, training: { ...config.training, epochs, steps: total } };
}
