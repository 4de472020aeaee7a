import { buildNetwork, type Network } from '../../../shared/network/build';
import { checkMemory, predictMemory } from '../../../shared/network/memory';
import { chooseVariant } from '../../../shared/network/variants';
import type { Manifest } from '../../../shared/contract/dataset';
import { wordsOf } from '../../../shared/errors';
import type { SchedulePlan } from '../../../shared/recipe/learning-rate';
import { pictureBytes, trainingData } from '../../../shared/recipe/recipe';
import { resolveRecipe } from '../../../shared/recipe/resolve';
import { checkLength } from '../../../shared/recipe/rules';
import { recipeValues } from '../../../shared/recipe/table';
import { combine, fillIn } from '../../../shared/recipe/values';
import type { Message } from '../../../shared/words/message';
import { type Choices, given, givenOfNetwork, runValues } from './choices';
import { hasOwnDepth, variantName } from './network-choices';

/** What choices come to for a dataset, as far as it can be told. */
export interface Plan {
  /** Null while the depth is missing, or where it does not fit the dataset. */
  readonly network: Network | null;
  /** What the learning rate follows; null while the length is missing, or too short for it. */
  readonly schedule: SchedulePlan | null;
  /** Null while the batch is missing. */
  readonly stepsInEpoch: number | null;
  /** Null while the batch or the length is missing. */
  readonly steps: number | null;
  /** Bytes that the training process needs, about; null while network or batch is missing. */
  readonly memory: number | null;
  /** Why no run of these choices can start; null where one can, and while a number is missing. */
  readonly problem: Message | string | null;
}

/** What the call gives, or the words of its error. */
function attempt<Result>(call: () => Result): { result: Result | null; problem: Message | string | null } {
  try {
    return { result: call(), problem: null };
  } catch (thrown) {
    return { result: null, problem: wordsOf(thrown) };
  }
}

/**
 * What the choices come to for a dataset. What does not depend on a wrong value is told beside it.
 * @param memoryBytes What a training may use; undefined while it is unknown.
 */
export function planOf(choices: Choices, dataset: Manifest, memoryBytes = Infinity): Plan {
  const { recipe, changes, precision } = choices;
  const data = trainingData(dataset);
  const depthMissing = hasOwnDepth(choices.network) && choices.depth === null;
  const settings = { ...givenOfNetwork(choices), variant: variantName(choices) };
  const values = given(choices);
  const built = attempt(() =>
    depthMissing ? null : buildNetwork(chooseVariant(settings.variant, settings), data.shape, data.classes),
  );
  const { filled, stepsInEpoch } = fillIn(
    combine(recipeValues(recipe, settings.variant), values),
    data.trainCount,
    values,
  );
  const lasts =
    changes.epochs !== null && attempt(() => checkLength(values, filled.steps, stepsInEpoch)).problem === null;
  const options = { ...filled, precision, pictures: pictureBytes(dataset) };
  const checked = attempt(() => {
    resolveRecipe({ ...runValues({ ...choices, seed: choices.seed ?? 1 }), ...settings, ...values, recipe }, data);
    if (built.result) checkMemory(built.result, options, memoryBytes);
  });
  const batchMissing = changes.batch === null;
  return {
    network: built.result,
    schedule: lasts ? { ...filled, stepsPerEpoch: stepsInEpoch } : null,
    stepsInEpoch: batchMissing ? null : stepsInEpoch,
    steps: batchMissing || changes.epochs === null ? null : filled.steps,
    memory: built.result && !batchMissing ? predictMemory(built.result, options).total : null,
    problem: depthMissing || batchMissing ? null : (built.problem ?? checked.problem),
  };
}
