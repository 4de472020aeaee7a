import { typeAttribute } from '../graph/attributes';
import type { Graph, Tensor } from '../graph/graph';
import { binary } from '../graph/operations';
import { clipByGlobalNorm } from './clipping';
import type { FlatVariable } from './flat-variable';
import { addAveraging, averagingShare, readAfter } from './moving-average';
import { optimizerUpdate, type OptimizerOptions } from './optimizer';
import type { Variables } from './variables';

/** Share of the batch's statistics in the new running ones, as in PyTorch. */
const statisticsMomentum = 0.1;

export interface UpdateOptions extends OptimizerOptions {
  readonly weightDecay: number;
  /** Decay scales, shifts and biases as well. */
  readonly decayAll: boolean;
  /** Largest norm of the gradient over all trained parameters; 0 for any. */
  readonly clipNorm: number;
  /** Decay of the moving average of weights and running statistics; 0 for none. */
  readonly ema: number;
}

interface UpdateInputs {
  readonly variables: Variables;
  readonly learningRate: Tensor;
  /** For each trained variable. */
  readonly gradients: readonly Tensor[];
  /** Mean and variance of the batch by the names of the running statistics. */
  readonly batchStatistics: ReadonlyMap<string, Tensor>;
}

/** Whether the count of steps decides anything. */
export function needsCounter({ optimizer, ema }: Pick<UpdateOptions, 'optimizer' | 'ema'>): boolean {
  return optimizer === 'adamw' || ema > 0;
}

function newStatistics(graph: Graph, statistics: FlatVariable, batch: ReadonlyMap<string, Tensor>): Tensor {
  const change = binary(graph, 'Sub', statistics.join(batch, 'float32'), statistics.value);
  const share = binary(graph, 'Mul', change, graph.floats([statisticsMomentum], []));
  return binary(graph, 'AddV2', statistics.value, share);
}

/** Adds the update of every variable by one step, and returns the names of the nodes. */
export function addUpdates(graph: Graph, inputs: UpdateInputs, options: UpdateOptions): string[] {
  const { variables, learningRate } = inputs;
  const { counter } = variables;
  const gradients =
    options.clipNorm > 0 ? clipByGlobalNorm(graph, inputs.gradients, options.clipNorm) : inputs.gradients;
  const update = optimizerUpdate(graph, learningRate, counter, options);
  const share = options.ema > 0 && counter ? averagingShare(graph, counter, options.ema) : null;
  const average = (variable: FlatVariable | null, value: () => Tensor): string[] =>
    variable && share ? [addAveraging(graph, variable, value(), share)] : [];

  const trained = variables.trained.flatMap(({ group, value, slots, average: kept }, index) => {
    const gradient = gradients[index];
    if (!gradient) throw new Error(`no gradient for ${group}`);
    const weightDecay = group === 'affine' && !options.decayAll ? 0 : options.weightDecay;
    const updated = update({ variable: value, slots, gradient, weightDecay });
    return [updated, ...average(kept, () => readAfter(graph, value, updated))];
  });
  const statistics = variables.statistics.flatMap(({ value, average: kept }) => {
    const fresh = newStatistics(graph, value, inputs.batchStatistics);
    return [value.assign(fresh), ...average(kept, () => fresh)];
  });
  const updates = [...trained, ...statistics];
  if (!counter) return updates;
  const counting = { op: 'AssignAddVariableOp', inputs: [counter.handle, graph.floats([1])] };
  return [graph.addNode({ ...counting, attributes: { dtype: typeAttribute('float32') }, after: updates })];
}
