import type { Manifest } from '../../shared/contract/dataset';
import type { RunConfig, RunSummary } from '../../shared/contract/run';
import { UserError } from '../../shared/errors';
import { message } from '../../shared/words/message';
import { stepsPerEpoch } from '../../shared/recipe/recipe';
import { isPending } from './state-file';

/** @throws UserError where a dataset no longer holds what a run was made for: the run would not become the one it was. */
export function checkDataset(
  { dataset }: Pick<RunConfig, 'dataset'>,
  { contentHash }: Pick<Manifest, 'contentHash'>,
): void {
  if (contentHash === dataset.contentHash) return;
  throw new UserError(message('runs.datasetChanged', { name: dataset.name }));
}

/**
 * Makes sure that a run can go on, and says how long it is to be then.
 * @param epochs Of the whole run, where it is to become longer.
 * @returns the config to go on with, the given one where nothing changes.
 * @throws UserError where the run goes on already, or has nothing left to do.
 */
export function resumedConfig(summary: RunSummary, config: RunConfig, epochs?: number): RunConfig {
  const { run, state, steps } = summary;
  if (isPending(state))
    throw new UserError(message('runs.notOverToResume', { run, state: message(`runs.states.${state}`) }));
  if (epochs === undefined) {
    if (state !== 'finished') return config;
    throw new UserError(message('runs.finished', { run, epochs: config.training.epochs }));
  }
  const { trainCount } = config.dataset;
  const total = epochs * stepsPerEpoch(trainCount, config.training.batch);
  if (total <= steps || total < config.training.steps) {
    throw new UserError(message('runs.epochsDone', { epochs, total, run, steps, planned: config.training.steps }));
  }
  return { ...config, training: { ...config.training, epochs, steps: total } };
}
