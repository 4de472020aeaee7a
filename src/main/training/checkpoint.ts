import { z } from 'zod';
import type { Network } from '../../shared/architecture/build';
import { buildNetwork } from '../../shared/architecture/build';
import { findVariant } from '../../shared/architecture/variants';
import { normalizationSchema, shapeSchema } from '../../shared/contract/dataset';
import type { RunConfig } from '../../shared/contract/run';
import { runRequestSchema } from '../../shared/contract/run';
import { UserError } from '../../shared/errors';
import type { Normalization } from '../engine';
import type { Position } from './loop';
import type { Tensor } from './safetensors';
import { readTensors } from './safetensors';

/** Weights and all that is needed to use them. */
export interface Checkpoint {
  readonly network: Network;
  readonly classes: readonly string[];
  readonly normalization: Normalization;
  readonly tensors: Tensor[];
}

const json = <Schema extends z.ZodType>(schema: Schema) =>
  z
    .string()
    .transform((text, context) => {
      try {
        return JSON.parse(text) as unknown;
      } catch {
        context.addIssue('not JSON');
        return z.NEVER;
      }
    })
    .pipe(schema);

const metadataSchema = z.object({
  variant: z.string(),
  shortcut: runRequestSchema.shape.shortcut,
  bottleneckStride: runRequestSchema.shape.bottleneckStride,
  classes: json(z.array(z.string()).min(2)),
  normalization: json(normalizationSchema),
  shape: json(shapeSchema),
});

/** What a checkpoint says of itself: its network, what its classes and pixels mean, and where its run stood. */
export function checkpointMetadata(config: RunConfig, position: Position): Record<string, string> {
  const { variant, shortcut, bottleneckStride } = config.training;
  return {
    variant,
    ...(shortcut && { shortcut }),
    ...(bottleneckStride && { bottleneckStride }),
    classes: JSON.stringify(config.dataset.classes),
    normalization: JSON.stringify(config.normalization),
    shape: JSON.stringify(config.dataset.shape),
    step: String(position.step),
    epoch: String(position.epoch),
    plateau: JSON.stringify(position.plateau),
    config: JSON.stringify(config),
  };
}

/** @throws UserError that names the file where it is damaged, or does not say what its weights are. */
export async function readCheckpoint(path: string): Promise<Checkpoint> {
  const { metadata, tensors } = await readTensors(path);
  const description = metadataSchema.safeParse(metadata);
  if (!description.success) {
    const what = description.error.issues[0]?.path[0];
    throw new UserError(`${path} does not say what its weights are for: its metadata has no usable "${String(what)}".`);
  }
  const { variant, classes, normalization, shape } = description.data;
  return {
    network: buildNetwork(findVariant(variant, description.data), shape, classes.length),
    classes,
    normalization,
    tensors,
  };
}
