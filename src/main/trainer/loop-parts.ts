import { setImmediate } from 'node:timers/promises';
import type { EvaluationEvent } from '../../shared/contract/metrics';
import type { LabelledBatch } from '../datasets/batches/batches';
import type { Engine } from '../engine';

/** What the loop needs of the engine. */
export type TrainingEngine = Pick<Engine, 'trainStep' | 'evaluate' | 'responses' | 'snapshot' | 'layerQuantities'>;

/** What the loop needs of the loader. */
export interface BatchSource {
  readonly stepsPerEpoch: number;
  next(): Promise<LabelledBatch>;
}

/** A split in its order, in batches of at most the number of pictures that is asked for; null where it has no pictures. */
export type EvaluatedSplit = ((batch: number) => Iterable<LabelledBatch> | AsyncIterable<LabelledBatch>) | null;

/** Lets messages arrive that came while TensorFlow computed. */
export async function turn(): Promise<void> {
  await setImmediate();
}

/**
 * Mean loss and errors of a whole split in inference mode.
 * @returns null where there are no pictures, or where `stopped()` said so on the way.
 */
export async function evaluateSplit(
  engine: TrainingEngine,
  split: EvaluatedSplit,
  batch: number,
  stopped: () => boolean,
): Promise<Pick<EvaluationEvent, 'loss' | 'top1Error' | 'top5Error'> | null> {
  if (!split) return null;
  const total = { loss: 0, top1Errors: 0, top5Errors: 0, count: 0 };
  for await (const { images, labels } of split(batch)) {
    const { lossSum, top1Errors, top5Errors, count } = engine.evaluate(images, labels);
    total.loss += lossSum;
    total.top1Errors += top1Errors;
    total.top5Errors += top5Errors;
    total.count += count;
    await turn();
    if (stopped()) return null;
  }
  const { loss, top1Errors, top5Errors, count } = total;
  return { loss: loss / count, top1Error: top1Errors / count, top5Error: top5Errors / count };
}
