import type { RunConfig } from '../contract/run';
import { rateJump } from '../recipe/learning-rate';
import { stepsPerEpoch } from '../recipe/recipe';
import { message, type Message } from '../words/message';

const rounded = (rate: number): string => String(Number(rate.toPrecision(3)));

/**
 * What becomes of the learning rate where a run is made longer; null where it goes on as it was.
 * @param epochs Of the whole run, as it becomes.
 * @param done Steps that it has done.
 */
export function lengthening(
  { training, dataset }: Pick<RunConfig, 'training' | 'dataset'>,
  epochs: number,
  done: number,
): Message | null {
  const stepsInEpoch = stepsPerEpoch(dataset.trainCount, training.batch);
  const jump = rateJump({ ...training, stepsPerEpoch: stepsInEpoch }, epochs * stepsInEpoch, done);
  if (!jump) return null;
  const { schedule } = training;
  return message('training.rateJumps', { schedule, from: rounded(jump.from), to: rounded(jump.to), step: done + 1 });
}
