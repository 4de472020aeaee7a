import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { noLabels } from '../../shared/contract/labels';
import type { RunSummary } from '../../shared/contract/run';
import { messageOf } from '../../shared/errors';
import { errorCode } from '../files/file-errors';
import { readLabels } from './run-labels';

/** What a run's folder has, and another does not. */
const partsOfRun = ['config.json', 'state.json', 'metrics.jsonl', 'checkpoints'];

export const runPattern = /^[a-z0-9][\w-]*$/i;

/** What a list shows of a folder that looks like a run and cannot be read as one; null where it is none. */
export async function damagedSummary(run: string, folder: string, error: unknown): Promise<RunSummary | null> {
  if (!runPattern.test(run)) return null;
  const names = await readdir(folder).catch((thrown: unknown) => {
    if (errorCode(thrown) === 'ENOENT') throw thrown;
    return ['config.json'];
  });
  if (!partsOfRun.some((name) => names.includes(name))) return null;
  const { name, ...labels } = await readLabels(join(folder, 'labels.json')).catch(() => noLabels);
  const { mtime } = await stat(folder);
  return {
    run,
    name: name ?? run,
    state: 'failed',
    reason: messageOf(error),
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
    ...labels,
  };
}
