import { UserError } from '../../shared/errors';

/** What somebody does about it. */
function diverged(what: string, step: number, learningRate: number): UserError {
  return new UserError(
    `${what} is no longer a number at step ${step} with learning rate ${learningRate}: the training diverged. Start again with a lower learning rate, such as ${learningRate / 10}. A warm-up or clipping the gradient's norm, such as to 1, helps too.`,
  );
}

/** @param step Steps done. @throws UserError that names the step, the rate and the way out where it is not finite. */
export function assertFinite(what: string, value: number, step: number, learningRate: number): void {
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
  const broken = tensors.find(({ data }) => !data.every(Number.isFinite));
  if (broken) throw diverged(`A number of ${broken.name}`, step, learningRate);
}
