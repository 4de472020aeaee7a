import { typeAttribute } from '../graph/attributes';
import type { Graph, Tensor } from '../graph/graph';
import { binary, cast, reduce, reshape, shapeOf } from '../graph/operations';
import { softmaxCrossEntropy } from '../layers/softmax-cross-entropy';
import { countWrong } from './errors';
import type { FlatVariable } from './flat-variable';
import { NetworkPass, type PassInputs } from './network-pass';
import { addUpdate } from './optimizer';
import type { Variables } from './variables';

/** Share of the batch's statistics in the new running ones, as in PyTorch. */
const statisticsMomentum = 0.1;

export interface UpdateOptions {
  readonly momentum: number;
  readonly weightDecay: number;
  /** Decay scales, shifts and biases as well. */
  readonly decayAll: boolean;
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

function addStatisticsUpdate(graph: Graph, statistics: FlatVariable, pass: NetworkPass): string {
  const batch = statistics.join(pass.batchStatistics, 'float32');
  const change = binary(graph, 'Sub', batch, statistics.value);
  const share = binary(graph, 'Mul', change, graph.floats([statisticsMomentum], []));
  return statistics.assign(binary(graph, 'AddV2', statistics.value, share));
}

/** 1 / batch size, as a scalar. */
function reciprocalOfCount(graph: Graph, labels: Tensor): Tensor {
  const count = cast(graph, reshape(graph, shapeOf(graph, labels), []), 'float32');
  return graph.add('float32', { op: 'Reciprocal', inputs: [count], attributes: { T: typeAttribute('float32') } });
}

/** Adds one whole step: forward, loss, backward, running statistics, and the update of every parameter. */
export function addTraining(inputs: TrainingInputs, options: UpdateOptions): TrainingOutputs {
  const { graph, network, variables, labels } = inputs;
  const pass = new NetworkPass({ ...inputs, parameters: variables.parameters, training: true });
  const logits = pass.output(network.layers.at(-1)?.name ?? '');
  const { losses, gradient } = softmaxCrossEntropy(graph, logits, labels);
  const share = reciprocalOfCount(graph, labels);
  pass.backward(binary(graph, 'Mul', gradient, share));

  const gradients = variables.trained.map(({ group, value }) => value.join(pass.gradients, variables.typeOf(group)));
  const updates = variables.trained.map(({ group, value, velocity }, index) => {
    const direction = gradients[index];
    if (!direction) throw new Error(`no gradient for ${group}`);
    const weightDecay = group === 'affine' && !options.decayAll ? 0 : options.weightDecay;
    return addUpdate(graph, value, velocity, direction, inputs.learningRate, { ...options, weightDecay });
  });
  const statistics = variables.statistics.map((variable) => addStatisticsUpdate(graph, variable, pass));
  const result = graph.pack([reduce(graph, 'Mean', losses, [0]), countWrong(graph, logits, labels)], 'float32');
  const step = graph.waitFor(result, [...updates, ...statistics], 'step');
  return { step, gradients };
}
