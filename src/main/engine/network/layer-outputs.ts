import type { Network } from '../../../shared/network/build';
import { blockSums } from '../../../shared/network/quantities';
import { responseLayers } from '../../../shared/network/responses';
import { typeAttribute } from '../graph/attributes';
import type { Graph, Tensor } from '../graph/graph';
import { binary, cast, concatenate, halfSquares, reduce } from '../graph/operations';
import type { NetworkPass } from './network-pass';

/** Spans of equal width that the values of a layer are counted in. */
export const histogramBins = 24;

/** What is computed of the layers' outputs in inference mode, in the order of the data flow. */
export interface LayerOutputs {
  /** Of each block: half the sum of F(x)^2, of x^2, and the sum of F(x) x, over pictures, height, width and channels. */
  readonly sums: readonly Tensor[];
  /** Of each response layer: least and greatest value, then how many lie in each of the spans between them. */
  readonly histograms: readonly Tensor[];
}

const all = [0, 1, 2, 3];
/** TensorFlow takes quadratic time to infer the shape of a node of very many inputs. */
const mostInputs = 64;

function joined(graph: Graph, vectors: readonly Tensor[]): Tensor[] {
  const count = Math.ceil(vectors.length / mostInputs);
  return Array.from({ length: count }, (_, index) => {
    const some = vectors.slice(index * mostInputs, (index + 1) * mostInputs);
    const [first] = some;
    return first && some.length === 1 ? first : concatenate(graph, some, 'float32');
  });
}

function addBlockSums(pass: NetworkPass, network: Network): Tensor[] {
  const { graph } = pass;
  const output = (layer: string): Tensor => cast(graph, pass.output(layer), 'float32');
  return blockSums(network).map((block) => {
    const x = output(block.input);
    const f = block.residual === null ? binary(graph, 'Sub', output(block.output), x) : output(block.residual);
    const product = reduce(graph, 'Sum', binary(graph, 'Mul', f, x), all);
    return graph.pack([halfSquares(graph, f), halfSquares(graph, x), product], 'float32');
  });
}

function addHistograms(pass: NetworkPass, network: Network): Tensor[] {
  const { graph } = pass;
  const attributes = { T: typeAttribute('float32'), dtype: typeAttribute('int32') };
  const bins = graph.integers([histogramBins], []);
  return responseLayers(network).map(({ measured }) => {
    const response = cast(graph, pass.output(measured), 'float32');
    const range = graph.pack([reduce(graph, 'Min', response, all), reduce(graph, 'Max', response, all)], 'float32');
    const inputs = [response, range, bins];
    const counts = graph.add('int32', { op: 'HistogramFixedWidth', inputs, attributes });
    return concatenate(graph, [range, cast(graph, counts, 'float32')], 'float32');
  });
}

/** Adds the sums of each block and the histograms of the responses to the network in inference mode. */
export function addLayerOutputs(pass: NetworkPass, network: Network): LayerOutputs {
  const { graph } = pass;
  return { sums: joined(graph, addBlockSums(pass, network)), histograms: joined(graph, addHistograms(pass, network)) };
}
