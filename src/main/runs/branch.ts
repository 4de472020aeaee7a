import type { RunConfig, RunRequest } from '../../shared/contract/run';
import type { RunStore } from './run-store';
import { readTensorHeader } from '../engine/weights/safetensors';
import { startingFrom } from './starting-weights';

/** A checkpoint of a run in the store, and what a run that starts from it says of it. */
interface Branch {
  readonly path: string;
  readonly parent: NonNullable<RunConfig['parent']>;
}

/** @throws UserError where there is no such run, or it has no such checkpoint: those that it has are named. */
async function branchOf(store: RunStore, { run, checkpoint }: { run: string; checkpoint: string }): Promise<Branch> {
  const { name } = await store.summary(run);
  const path = await store.namedCheckpoint(run, checkpoint);
  const { metadata } = await readTensorHeader(path);
  const step = /^\d+$/.test(metadata['step'] ?? '') ? Number(metadata['step']) : null;
  return { path, parent: { run, checkpoint, name, step } };
}

/**
 * The config of a run that starts from another run's weights or a file's, where one of them was asked for.
 * @returns with it the path of the weights.
 */
export async function withOrigin(
  store: RunStore,
  { from, weights }: Pick<RunRequest, 'from' | 'weights'>,
  made: RunConfig,
): Promise<{ config: RunConfig; weights?: string }> {
  if (from) {
    const { path, parent } = await branchOf(store, from);
    return { config: { ...(await startingFrom(path, made)), parent }, weights: path };
  }
  return weights === undefined ? { config: made } : { config: await startingFrom(weights, made), weights };
}
