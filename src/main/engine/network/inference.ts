import { responseLayers } from '../../../shared/network/responses';
import type { Tensor } from '../graph/graph';
import { binary, cast, reduce, unary } from '../graph/operations';
import { softmaxCrossEntropy } from '../layers/softmax-cross-entropy';
import { countOutsideFirstFive, countWrong } from './errors';
import { addLayerOutputs, type LayerOutputs } from './layer-outputs';
import { NetworkPass, type PassInputs } from './network-pass';

interface InferenceInputs extends Omit<PassInputs, 'training'> {
  readonly labels: Tensor;
  /** Whether the quantities of the layers are asked for. */
  readonly quantities: boolean;
}

export interface InferenceOutputs {
  readonly logits: Tensor;
  /** Sum of losses, pictures whose class is not the first, pictures whose class is not among the first five. */
  readonly evaluation: Tensor;
  /** Standard deviation of each response layer over the batch, height, width and channels. */
  readonly responses: Tensor;
  /** Null where they are not asked for. */
  readonly layers: LayerOutputs | null;
  /** What a layer puts out; `input` is the normalised picture. */
  readonly output: (layer: string) => Tensor;
}

function addResponses(pass: NetworkPass, { graph, network }: InferenceInputs): Tensor {
  const variances = responseLayers(network).map(({ measured }) => {
    const response = cast(graph, pass.output(measured), 'float32');
    const mean = reduce(graph, 'Mean', response, [0, 1, 2, 3]);
    return reduce(graph, 'Mean', binary(graph, 'SquaredDifference', response, mean), [0, 1, 2, 3]);
  });
  return unary(graph, 'Sqrt', graph.pack(variances, 'float32'));
}

/** Adds the network as it is evaluated and used: batch normalisation by the running statistics. */
export function addInference(inputs: InferenceInputs): InferenceOutputs {
  const { graph, network, labels } = inputs;
  const pass = new NetworkPass({ ...inputs, training: false });
  const logits = pass.output(network.layers.at(-1)?.name ?? '');
  const { losses } = softmaxCrossEntropy(graph, logits, labels);
  const sums = [
    reduce(graph, 'Sum', losses, [0]),
    countWrong(graph, logits, labels),
    countOutsideFirstFive(graph, logits, labels),
  ];
  return {
    logits,
    evaluation: graph.pack(sums, 'float32'),
    responses: addResponses(pass, inputs),
    layers: inputs.quantities ? graph.inScope('layers', () => addLayerOutputs(pass, network)) : null,
    output: (layer) => pass.output(layer),
  };
}
