import { typeAttribute } from '../graph/attributes';
import type { Graph, Tensor } from '../graph/graph';
import { binary, cast, reduce, reshape, shapeOf } from '../graph/operations';
import { smoothedCrossEntropy, softmaxCrossEntropy } from '../layers/softmax-cross-entropy';
import { countWrong } from './errors';
import { NetworkPass, type PassInputs } from './network-pass';
import { addUpdates, type UpdateOptions } from './updates';
import type { Variables } from './variables';

export interface TrainingOptions extends UpdateOptions {
  /** Share of the target that is spread over all classes alike; 0 for none. */
  readonly labelSmoothing: number;
}

interface TrainingInputs extends Omit<PassInputs, 'training' | 'parameters'> {
  readonly variables: Variables;
  readonly labels: Tensor;
  readonly learningRate: Tensor;
}

export interface TrainingOutputs {
  /** Mean loss and wrong pictures of the batch, once every variable is updated. */
  readonly step: Tensor;
  /** For each trained group the gradient of the mean loss, without weight decay. */
  readonly gradients: readonly Tensor[];
}

/** 1 / batch size, as a scalar. */
function reciprocalOfCount(graph: Graph, labels: Tensor): Tensor {
  const count = cast(graph, reshape(graph, shapeOf(graph, labels), []), 'float32');
  return graph.add('float32', { op: 'Reciprocal', inputs: [count], attributes: { T: typeAttribute('float32') } });
}

/** Adds one whole step: forward, loss, backward, running statistics, and the update of every parameter. */
export function addTraining(inputs: TrainingInputs, options: TrainingOptions): TrainingOutputs {
  const { graph, network, variables, labels, learningRate } = inputs;
  const pass = new NetworkPass({ ...inputs, parameters: variables.parameters, training: true });
  const logits = pass.output(network.layers.at(-1)?.name ?? '');
  const { losses, gradient } =
    options.labelSmoothing > 0
      ? smoothedCrossEntropy(graph, logits, labels, network.classes, options.labelSmoothing)
      : softmaxCrossEntropy(graph, logits, labels);
  const share = reciprocalOfCount(graph, labels);
  pass.backward(binary(graph, 'Mul', gradient, share));

  const gradients = variables.trained.map(({ group, value }) => value.join(pass.gradients, variables.typeOf(group)));
  const { batchStatistics } = pass;
  const updates = addUpdates(graph, { variables, learningRate, gradients, batchStatistics }, options);
  const result = graph.pack([reduce(graph, 'Mean', losses, [0]), countWrong(graph, logits, labels)], 'float32');
  return { step: graph.waitFor(result, updates, 'step'), gradients };
}
