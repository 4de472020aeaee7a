import { randomBytes } from 'node:crypto';
import type { z } from 'zod';
import { buildNetwork } from '../../shared/architecture/build';
import { findVariant } from '../../shared/architecture/variants';
import type { Manifest, Split } from '../../shared/contract/dataset';
import type { RunConfig, RunRequest } from '../../shared/contract/run';
import { runConfigSchema, runRequestSchema } from '../../shared/contract/run';
import { UserError } from '../../shared/errors';

/** About so many steps, in so many epochs, where neither is asked for: some 20 epochs of 60,000 pictures in batches of 128. */
const usualSteps = 10_000;
const usualEpochs = { least: 5, most: 100 };

const countOf = (manifest: Manifest, split: Split): number =>
  manifest.classes.reduce((total, classCounts) => total + classCounts[split], 0);

function lengthOf(
  request: { epochs?: number; steps?: number },
  stepsPerEpoch: number,
): { epochs: number; steps: number } {
  const { epochs, steps } = request;
  if (epochs !== undefined && steps !== undefined)
    throw new UserError('Give the epochs or the steps of a run, not both.');
  if (steps !== undefined) return { steps, epochs: Math.ceil(steps / stepsPerEpoch) };
  const usual = Math.min(usualEpochs.most, Math.max(usualEpochs.least, Math.round(usualSteps / stepsPerEpoch)));
  return { epochs: epochs ?? usual, steps: (epochs ?? usual) * stepsPerEpoch };
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
 * steps, but 5 epochs at least and 100 at most.
 * @throws UserError where the network, the dataset and the recipe do not fit each other.
 */
export function createRunConfig(request: RunRequest, manifest: Manifest, studioVersion: string): RunConfig {
  const { name, epochs, steps, ...recipe } = checked(request);
  const variant = findVariant(recipe.variant, recipe.shortcut);
  buildNetwork(variant, manifest.shape, manifest.classes.length);
  const trainCount = countOf(manifest, 'train');
  if (trainCount === 0) throw new UserError(`Dataset "${manifest.name}" has no pictures to train on.`);
  if (recipe.batch > trainCount) {
    throw new UserError(
      `A batch of ${recipe.batch} is more than the ${trainCount} training pictures of "${manifest.name}": choose ${trainCount} or fewer.`,
    );
  }
  if (recipe.schedule === 'plateau' && countOf(manifest, 'validation') === 0) {
    throw new UserError(
      `The schedule "plateau" follows the validation error, and "${manifest.name}" has no validation pictures: choose step or cosine.`,
    );
  }
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
      ...recipe,
      variant: variant.name,
      ...lengthOf({ epochs, steps }, Math.ceil(trainCount / recipe.batch)),
    }),
  };
}
