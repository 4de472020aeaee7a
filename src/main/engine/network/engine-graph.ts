import type { Network } from '../../../shared/network/build';
import { typeAttribute } from '../graph/attributes';
import type { FloatType } from '../graph/data-types';
import { Graph, type Tensor } from '../graph/graph';
import { slotsOf } from './auxiliary';
import type { FlatVariable } from './flat-variable';
import { addInference, type InferenceOutputs } from './inference';
import { addPictures, wordsPerPicture, type Normalization } from './pictures';
import { addTraining, type TrainingOptions, type TrainingOutputs } from './training';
import { needsCounter } from './updates';
import { Variables } from './variables';

export interface EngineGraphOptions extends TrainingOptions {
  readonly network: Network;
  readonly normalization: Normalization;
  readonly precision: FloatType;
  /** Whether the studio's own ops are at hand for that precision. */
  readonly ownKernels: boolean;
  /** Whether the quantities of the layers are asked for. */
  readonly quantities: boolean;
}

/** The whole graph of an engine: what is fed, what is fetched, and where the parameters lie. */
export interface EngineGraph {
  readonly graph: Graph;
  readonly variables: Variables;
  readonly inputs: {
    readonly words: Tensor;
    readonly labels: Tensor;
    readonly learningRate: Tensor;
    /** The two halves of a seed. */
    readonly seed: Tensor;
    /** For each flat variable, by its name, a value to write. */
    readonly values: ReadonlyMap<string, Tensor>;
  };
  readonly training: TrainingOutputs;
  readonly inference: InferenceOutputs;
  /** Standard normal numbers, one for each element of `kernels` and then of `dense`. */
  readonly normals: Tensor;
  /** 0, once every variable is written. */
  readonly written: Tensor;
}

/** Philox numbers, which follow from the seed alone. */
function addNormals(graph: Graph, seed: Tensor, count: number): Tensor {
  const state = graph.addMany(['uint64', 'uint64'], {
    op: 'StatelessRandomGetKeyCounter',
    inputs: [seed],
    attributes: { Tseed: typeAttribute('int32') },
  });
  const philox = graph.integers([1], []);
  const attributes = { dtype: typeAttribute('float32'), Tshape: typeAttribute('int32') };
  const inputs = [graph.integers([count]), ...state, philox];
  return graph.add('float32', { op: 'StatelessRandomNormalV2', inputs, attributes });
}

interface Writing {
  readonly values: Map<string, Tensor>;
  readonly written: Tensor;
}

function addWriting(graph: Graph, variables: readonly FlatVariable[]): Writing {
  const values = new Map(
    variables.map(({ name, length }) => [name, graph.placeholder(name, 'float32', [length])] as const),
  );
  const assignments = variables.map((variable) => {
    const value = values.get(variable.name);
    if (!value) throw new Error(`no value for ${variable.name}`);
    return variable.assign(value);
  });
  return { values, written: graph.waitFor(graph.floats([0], []), assignments, 'written') };
}

/** Builds the graph in which a network is initialised, trained, evaluated, used, saved and restored. */
export function buildEngineGraph(options: EngineGraphOptions): EngineGraph {
  const { network, precision } = options;
  const graph = new Graph();
  const words = graph.placeholder('words', 'int32', [-1, wordsPerPicture(network.inputShape)]);
  const labels = graph.placeholder('labels', 'int32', [-1]);
  const learningRate = graph.placeholder('learningRate', 'float32', []);
  const seed = graph.placeholder('seed', 'int32', [2]);
  const kept = { slots: slotsOf[options.optimizer], averages: options.ema > 0, counter: needsCounter(options) };
  const variables = graph.inScope(
    'variables',
    () => new Variables(graph, network, { activationType: precision, ...kept }),
  );
  const { values, written } = graph.inScope('write', () => addWriting(graph, variables.all));
  const drawn = variables.trained.filter(({ group }) => group !== 'affine');
  const count = drawn.reduce((total, { value }) => total + value.length, 0);
  const normals = graph.inScope('initialise', () => addNormals(graph, seed, count));
  const pictures = graph.inScope('pictures', () =>
    addPictures(graph, words, network.inputShape, options.normalization, precision),
  );
  const common = { graph, network, pictures, labels, activationType: precision, ownKernels: options.ownKernels };
  const training = graph.inScope('train', () => addTraining({ ...common, variables, learningRate }, options));
  const inference = graph.inScope('infer', () =>
    addInference({ ...common, parameters: variables.usedParameters, quantities: options.quantities }),
  );
  const inputs = { words, labels, learningRate, seed, values };
  return { graph, variables, inputs, training, inference, normals, written };
}
