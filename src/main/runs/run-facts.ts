import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { RunConfig, RunSummary } from '../../shared/contract/run';
import { wordsOf } from '../../shared/errors';
import { errorCode } from '../files/file-errors';
import { runPattern } from './run-folders';
import { noReadLabels, readLabels, type ReadLabels } from './run-labels';
import { type RunEnd, runEnd, type StateFile } from './state-file';

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
  readonly labels: ReadLabels;
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
  return {
    run,
    name: config.name,
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
    ...labelled(facts.labels),
  };
}

/** The part of a summary that somebody added; the name only where it has another one. */
function labelled({ labels: { name, ...labels }, problem }: ReadLabels) {
  return { ...labels, ...(name !== null && { name }), ...(problem && { labelsProblem: problem }) };
}

/** What a run's folder has, and another does not. */
const partsOfRun = ['config.json', 'state.json', 'metrics.jsonl', 'checkpoints'];

/** What a list shows of a folder that looks like a run and cannot be read as one; null where it is none. */
export async function damagedSummary(run: string, folder: string, error: unknown): Promise<RunSummary | null> {
  if (!runPattern.test(run)) return null;
  const names = await readdir(folder).catch((thrown: unknown) => {
    if (errorCode(thrown) === 'ENOENT') throw thrown;
    return ['config.json'];
  });
  if (!partsOfRun.some((name) => names.includes(name))) return null;
  const labels = await readLabels(join(folder, 'labels.json')).catch(() => noReadLabels);
  const { mtime } = await stat(folder);
  return {
    run,
    name: run,
    ...runEnd('failed', wordsOf(error)),
    createdAt: mtime.toISOString(),
    model: 'unknown',
    dataset: 'unknown',
    trainedOn: null,
    steps: 0,
    totalSteps: 0,
    trainLoss: null,
    validationError: null,
    testError: null,
    hasCheckpoint: false,
    damaged: true,
    ...labelled(labels),
  };
}
