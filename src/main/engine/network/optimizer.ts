import { booleanAttribute, typeAttribute } from '../graph/attributes';
import type { Graph, Tensor } from '../graph/graph';
import { binary, reshape, unary } from '../graph/operations';
import type { OptimizerKind } from './auxiliary';
import type { FlatVariable } from './flat-variable';

export interface OptimizerOptions {
  readonly optimizer: OptimizerKind;
  /** Of the steps before, for `sgd`. */
  readonly momentum: number;
  /** Look ahead by the momentum, for `sgd`. */
  readonly nesterov: boolean;
}

/** One flat variable on its way through an update. */
export interface Updated {
  readonly variable: FlatVariable;
  readonly slots: readonly FlatVariable[];
  readonly gradient: Tensor;
  readonly weightDecay: number;
}

/** Adds the update of one variable, and returns the name of its node. */
export type AddUpdate = (updated: Updated) => string;

const float = typeAttribute('float32');

/** PyTorch's defaults for AdamW. */
const [beta1, beta2, epsilon] = [0.9, 0.999, 1e-8];

function slotAt(slots: readonly FlatVariable[], index: number): FlatVariable {
  const slot = slots[index];
  if (!slot) throw new Error(`the optimiser has no slot ${index}`);
  return slot;
}

/**
 * Stochastic gradient descent with momentum in PyTorch's form: g = gradient + decay * w; v = momentum * v + g;
 * w -= rate * v, with Nesterov's look ahead w -= rate * (g + momentum * v).
 */
function sgdUpdate(graph: Graph, learningRate: Tensor, { momentum, nesterov }: OptimizerOptions): AddUpdate {
  return ({ variable, slots, gradient, weightDecay }) => {
    const decayed = (): Tensor =>
      binary(graph, 'AddV2', gradient, binary(graph, 'Mul', variable.value, graph.floats([weightDecay], [])));
    const direction = weightDecay === 0 ? gradient : decayed();
    const inputs = [
      ...[variable.handle, slotAt(slots, 0).handle, learningRate, direction],
      graph.floats([momentum], []),
    ];
    const attributes = { T: float, use_locking: booleanAttribute(false), use_nesterov: booleanAttribute(nesterov) };
    return graph.addNode({ op: 'ResourceApplyMomentum', inputs, attributes });
  };
}

/**
 * AdamW in PyTorch's form (Loshchilov and Hutter 2019, arXiv 1711.05101): w -= rate * decay * w; m = beta1 * m +
 * (1 - beta1) * g; v = beta2 * v + (1 - beta2) * g^2; w -= rate * (m / (1 - beta1^t)) / (sqrt(v / (1 - beta2^t)) +
 * epsilon). TensorFlow's op adds its epsilon to the uncorrected root, so it is given PyTorch's times sqrt(1 - beta2^t).
 */
function adamwUpdate(graph: Graph, learningRate: Tensor, counter: FlatVariable): AddUpdate {
  const one = graph.floats([1], []);
  const step = binary(graph, 'AddV2', reshape(graph, counter.value, []), one);
  const powers = [beta1, beta2].map((beta) => binary(graph, 'Pow', graph.floats([beta], []), step));
  const [, power2 = one] = powers;
  const root = unary(graph, 'Sqrt', binary(graph, 'Sub', one, power2));
  const corrected = binary(graph, 'Mul', graph.floats([epsilon], []), root);
  const betas = [graph.floats([beta1], []), graph.floats([beta2], [])];
  return ({ variable, slots, gradient, weightDecay }) => {
    const after: string[] = [];
    if (weightDecay !== 0) {
      const share = binary(graph, 'Mul', learningRate, graph.floats([weightDecay], []));
      const amount = binary(graph, 'Mul', variable.value, share);
      after.push(
        graph.addNode({
          op: 'AssignSubVariableOp',
          inputs: [variable.handle, amount],
          attributes: { dtype: float },
          after: [gradient.name.replace(/:\d+$/, '')],
        }),
      );
    }
    const [mean, square] = [slotAt(slots, 0), slotAt(slots, 1)];
    const inputs = [
      ...[variable.handle, mean.handle, square.handle, ...powers, learningRate, ...betas, corrected, gradient],
    ];
    const attributes = { T: float, use_locking: booleanAttribute(false), use_nesterov: booleanAttribute(false) };
    return graph.addNode({ op: 'ResourceApplyAdam', inputs, attributes, after });
  };
}

/** What updates one variable after the other; AdamW needs the count of steps. */
export function optimizerUpdate(
  graph: Graph,
  learningRate: Tensor,
  counter: FlatVariable | null,
  options: OptimizerOptions,
): AddUpdate {
  if (options.optimizer === 'sgd') return sgdUpdate(graph, learningRate, options);
  if (!counter) throw new Error('AdamW needs the count of steps');
  return adamwUpdate(graph, learningRate, counter);
}
