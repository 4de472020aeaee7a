import type { RunLabels } from '../../shared/contract/labels';
import type { RunConfig, RunSummary } from '../../shared/contract/run';
import type { RunEnd, StateFile } from './state-file';

/** What the files of a run say that a list shows of it. */
export interface RunFacts {
  readonly config: {
    readonly name: string;
    readonly createdAt: string;
    readonly variant: string;
    readonly steps: number;
    readonly dataset: { readonly id: string; readonly name: string; readonly contentHash: string };
  };
  readonly state: StateFile;
  readonly labels: RunLabels;
  readonly hasCheckpoint: boolean;
}

/** The part of a config.json that a list shows. */
export function factsOfConfig({ name, createdAt, training, dataset }: RunConfig): RunFacts['config'] {
  const { id, name: datasetName, contentHash } = dataset;
  const { variant, steps } = training;
  return { name, createdAt, variant, steps, dataset: { id, name: datasetName, contentHash } };
}

/** @param end What becomes of the run, as it is now. */
export function summaryOf(run: string, facts: RunFacts, end: RunEnd): RunSummary {
  const { config, hasCheckpoint } = facts;
  const { steps, trainLoss, validationError, testError } = facts.state;
  const { name, ...labels } = facts.labels;
  return {
    run,
    name: name ?? config.name,
    ...end,
    createdAt: config.createdAt,
    model: config.variant,
    dataset: config.dataset.name,
    totalSteps: config.steps,
    steps,
    trainLoss,
    validationError,
    testError,
    hasCheckpoint,
    trainedOn: { dataset: config.dataset.id, contentHash: config.dataset.contentHash },
    damaged: false,
    ...labels,
  };
}
