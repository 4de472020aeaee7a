import { randomBytes } from 'node:crypto';
import type { z } from 'zod';
import type { Manifest } from '../../shared/contract/dataset';
import type { RunConfig, RunRequest } from '../../shared/contract/run';
import { runRequestSchema, usualCheckpoints } from '../../shared/contract/run';
import { UserError } from '../../shared/errors';
import { trainingData } from '../../shared/recipe/recipe';
import { resolveRecipe } from '../../shared/recipe/resolve';

function checked(request: RunRequest): z.output<typeof runRequestSchema> {
  const parsed = runRequestSchema.safeParse(request);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new UserError(`The run cannot start: ${issue?.path.join('.')}: ${issue?.message}.`);
}

/** Sorts by time, reads well, and is not given twice: `20260131-174502-resnet20-3f9a`. */
function newRunId(createdAt: Date, variant: string): string {
  const time = createdAt.toISOString().replace(/[-:]/g, '').replace('T', '-').slice(0, 15);
  return `${time}-${variant}-${randomBytes(2).toString('hex')}`;
}

/**
 * Everything that decides a run's result, from what was asked for and the recipe. Where neither says, a run has about
 * 10,000 steps, but 5 epochs at least and 100 at most, and one of fewer than 10 epochs has no augmentation.
 * @throws UserError where the network, the dataset and the recipe do not fit each other.
 */
export function createRunConfig(request: RunRequest, manifest: Manifest, studioVersion: string): RunConfig {
  const { name, checkpoints, ...wanted } = checked(request);
  const data = trainingData(manifest);
  const { network, recipe, training } = resolveRecipe(wanted, data);
  const { variant } = network;
  const createdAt = new Date();
  return {
    version: 1,
    run: newRunId(createdAt, variant.name),
    name: name?.trim() || `${variant.title} on ${manifest.name}`,
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
    checkpoints: checkpoints ?? usualCheckpoints,
    recipe,
    training,
  };
}
