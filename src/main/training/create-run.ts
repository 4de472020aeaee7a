import { randomBytes } from 'node:crypto';
import type { z } from 'zod';
import type { Manifest } from '../../shared/contract/dataset';
import type { RunConfig, RunRequest } from '../../shared/contract/run';
import { runConfigSchema, runRequestSchema } from '../../shared/contract/run';
import { UserError } from '../../shared/errors';
import { checkRecipe, stepsPerEpoch, trainingData, usualAugmentation, usualEpochs } from '../../shared/recipe';

function lengthOf(
  request: { epochs?: number; steps?: number },
  stepsInEpoch: number,
): { epochs: number; steps: number } {
  const { epochs, steps } = request;
  if (epochs !== undefined && steps !== undefined)
    throw new UserError('Give the epochs or the steps of a run, not both.');
  if (steps !== undefined) return { steps, epochs: Math.ceil(steps / stepsInEpoch) };
  const wanted = epochs ?? usualEpochs(stepsInEpoch);
  return { epochs: wanted, steps: wanted * stepsInEpoch };
}

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
 * Everything that decides a run's result, from what was asked for. Without epochs and steps a run has about 10,000
 * steps, but 5 epochs at least and 100 at most; without an augmentation a run of fewer than 10 epochs has none.
 * @throws UserError where the network, the dataset and the recipe do not fit each other.
 */
export function createRunConfig(request: RunRequest, manifest: Manifest, studioVersion: string): RunConfig {
  const { name, epochs, steps, ...recipe } = checked(request);
  const data = trainingData(manifest);
  const { trainCount } = data;
  const { variant } = checkRecipe(recipe, data);
  const length = lengthOf({ epochs, steps }, stepsPerEpoch(trainCount, recipe.batch));
  const createdAt = new Date();
  return {
    version: 1,
    run: newRunId(createdAt, variant.name),
    name: name?.trim() || `${variant.title} on ${manifest.name}`,
    createdAt: createdAt.toISOString(),
    studioVersion,
    dataset: {
      ...{ id: manifest.id, name: manifest.name, contentHash: manifest.contentHash, shape: manifest.shape },
      ...{ classes: manifest.classes.map((classCounts) => classCounts.name) },
      ...{ mirrorKeepsClass: manifest.mirrorKeepsClass, trainCount },
    },
    normalization: manifest.normalization,
    training: runConfigSchema.shape.training.parse({
      augmentation: usualAugmentation(length.epochs),
      ...recipe,
      variant: variant.name,
      shortcut: variant.shortcut ?? undefined,
      bottleneckStride: variant.bottleneckStride ?? undefined,
      ...length,
    }),
  };
}
