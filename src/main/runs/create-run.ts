import { randomBytes } from 'node:crypto';
import type { Manifest } from '../../shared/contract/dataset';
import type { RunConfig, RunRequest } from '../../shared/contract/run';
import { defaultCheckpoints } from '../../shared/contract/run';
import { trainingData } from '../../shared/recipe/recipe';
import { checkRequest, resolveRecipe } from '../../shared/recipe/resolve';
import { automaticName } from '../../shared/recipe/run-name';
import type { RunStore } from './run-store';
import type { StartFrom } from './starting-weights';

/** Sorts by time, reads well, and is not given twice: `20260131-174502-resnet20-3f9a`. */
function newRunId(createdAt: Date, variant: string): string {
  const time = createdAt.toISOString().replace(/[-:]/g, '').replace('T', '-').slice(0, 15);
  return `${time}-${variant}-${randomBytes(2).toString('hex')}`;
}

/**
 * Everything that decides a run's result, from what was asked for and the recipe. Where neither says, a run has about
 * 10,000 steps, but 5 epochs at least and 100 at most, and one of fewer than 10 epochs has no augmentation.
 * @param taken Names of other runs: one that nobody named is told from them by a number.
 * @throws UserError where the network, the dataset and the recipe do not fit each other.
 */
export function createRunConfig(
  request: RunRequest,
  manifest: Manifest,
  studioVersion: string,
  taken: readonly string[] = [],
): RunConfig {
  const { name, checkpoints, ...wanted } = checkRequest(request);
  const data = trainingData(manifest);
  const { network, recipe, training } = resolveRecipe(wanted, data);
  const { variant } = network;
  const createdAt = new Date();
  return {
    version: 1,
    run: newRunId(createdAt, variant.name),
    name: name?.trim() || automaticName(variant.title, manifest.name, taken),
    createdAt: createdAt.toISOString(),
    studioVersion,
    dataset: {
      id: manifest.id,
      name: manifest.name,
      contentHash: manifest.contentHash,
      shape: manifest.shape,
      classes: manifest.classes.map((classCounts) => classCounts.name),
      mirrorKeepsClass: manifest.mirrorKeepsClass,
      trainCount: data.trainCount,
    },
    normalization: manifest.normalization,
    checkpoints: checkpoints ?? defaultCheckpoints,
    recipe,
    training,
  };
}

/**
 * The config of a run that starts from another run's weights or a file's, where one of them was asked for.
 * @returns with it the path of the weights.
 * @throws UserError where there is no such run or checkpoint, those that there are being named, or it does not fit.
 */
export async function withOrigin(
  store: RunStore,
  startFrom: StartFrom,
  { from, weights, weightsClasses }: Pick<RunRequest, 'from' | 'weights' | 'weightsClasses'>,
  made: RunConfig,
): Promise<{ config: RunConfig; weights?: string }> {
  if (from) {
    const { name } = await store.summary(from.run);
    const path = await store.checkpoints.named(from.run, from.checkpoint);
    const { config, step } = await startFrom(path, made);
    return { config: { ...config, parent: { ...from, name, step } }, weights: path };
  }
  if (weights === undefined) return { config: made };
  const { config } = await startFrom(weights, made, weightsClasses);
  return { config, weights };
}
