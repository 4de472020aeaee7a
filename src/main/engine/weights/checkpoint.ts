import type { RunConfig } from '../../../shared/contract/run';
import { usedWeights } from '..';
import type { Position } from './position';
import type { NamedTensor } from '../state';
import { assertFiniteTensors, readTensors } from './safetensors';
import { describeWeights, type GivenDescription, type WeightsDescription } from './weights-file';

/** Weights and all that is needed to use them. */
export interface Checkpoint extends WeightsDescription {
  readonly tensors: NamedTensor[];
  /** Steps that the weights were trained for; null where the file does not say so. */
  readonly step: number | null;
}

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
    schedule: JSON.stringify(position.schedule),
    best: JSON.stringify(position.best),
    evaluatedStep: String(position.evaluatedStep),
    config: JSON.stringify(config),
  };
}

/**
 * Weights with their description: a run's checkpoint, of which the averaged weights are taken where there are some and
 * what training alone needs is left out, or a bare weights file whose metadata `given` completes.
 * @throws UserError that names the file where it is damaged, holds what is no number, or where nobody says what its
 * weights are for.
 */
export async function readCheckpoint(path: string, given: GivenDescription = {}): Promise<Checkpoint> {
  const { metadata, tensors } = await readTensors(path);
  const step = /^\d+$/.test(metadata['step'] ?? '') ? Number(metadata['step']) : null;
  const used = usedWeights(tensors);
  assertFiniteTensors(path, used);
  return { ...describeWeights(path, { metadata, tensors }, given), tensors: used, step };
}
