import { UserError } from '../../shared/errors';
import { areFinite } from '../../shared/numbers/finite';
import { message, type Message } from '../../shared/words/message';

/** What somebody does about it. */
function diverged(what: Message, step: number, learningRate: number): UserError {
  return new UserError(message('training.diverged', { what, step, rate: learningRate, lower: learningRate / 10 }));
}

/** @param step Steps done. @throws UserError that names the step, the rate and the way out where it is not finite. */
export function assertFinite(what: Message, value: number, step: number, learningRate: number): void {
  if (!Number.isFinite(value)) throw diverged(what, step, learningRate);
}

/**
 * Weights that a later step could not go on from must not replace those of an earlier one.
 * @throws UserError that names the first tensor with a number that is not finite.
 */
export function assertFiniteState(
  tensors: readonly { readonly name: string; readonly data: Float32Array }[],
  step: number,
  learningRate: number,
): void {
  const broken = tensors.find(({ data }) => !areFinite(data));
  if (broken) throw diverged(message('training.numberOf', { name: broken.name }), step, learningRate);
}
