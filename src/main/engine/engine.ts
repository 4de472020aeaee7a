import type { Network } from '../../shared/network/build';
import { responseLayers } from '../../shared/network/responses';
import type { FloatType } from './graph/data-types';
import { averagedName } from './network/auxiliary';
import { buildEngineGraph, type EngineGraph } from './network/engine-graph';
import type { Tensor } from './graph/graph';
import type { FlatVariable } from './network/flat-variable';
import { initialValues } from './network/initial-values';
import {
  blockQuantities,
  histogramsOf,
  weightHistograms,
  weightQuantities,
  type BlockQuantities,
  type Histogram,
  type WeightQuantities,
  type WeightSnapshot,
} from './layer-quantities';
import { lastScales, sizeOf } from './network/parameters';
import { toWords, wordsPerPicture, type Normalization } from './network/pictures';
import type { TrainingOptions } from './network/training';
import { kernelsCompute } from './own-kernels';
import { loadRuntime } from './runtime';
import { Session, type Feed } from './session';
import { fromNamedTensors, inStateOrder, toNamedTensors, type NamedTensor } from './state';

/** Type of the activations and the kernels that layers read; parameters, the head and the loss are float32 always. */
export type Precision = FloatType;

export interface EngineOptions extends Partial<TrainingOptions> {
  readonly network: Network;
  readonly normalization: Normalization;
  readonly precision: Precision;
  /** The last scale of each residual function starts at 0, and the block as an identity; false unless given. */
  readonly zeroInitialization?: boolean;
  /** Whether `layerQuantities` is asked for, which makes the graph larger; false unless given. */
  readonly quantities?: boolean;
}

/** What an engine does unless it is told otherwise. */
const defaultTraining: TrainingOptions = {
  optimizer: 'sgd',
  momentum: 0.9,
  nesterov: false,
  weightDecay: 1e-4,
  decayAll: false,
  clipNorm: 0,
  ema: 0,
  labelSmoothing: 0,
};

export interface StepResult {
  /** Mean cross-entropy of the batch, with smoothed labels where they are, without weight decay, before the update. */
  readonly loss: number;
  /** Pictures of the batch that were classified wrongly. */
  readonly top1Errors: number;
}

/** What is measured of the layers at one moment. */
export interface LayerQuantities extends WeightQuantities, BlockQuantities {
  /** As `responses` measures them. */
  readonly responses: { layers: string[]; standardDeviations: number[] };
  /** Of the weights of `layers`, and of the responses of `responses.layers`. */
  readonly histograms: { readonly weights: Histogram[]; readonly activations: Histogram[] };
}

export interface EvaluationResult {
  readonly lossSum: number;
  readonly top1Errors: number;
  readonly top5Errors: number;
  readonly count: number;
}

/**
 * A network in TensorFlow: initialised, trained, evaluated, used, saved and restored. Every call but `create` runs to
 * its end before it returns. Pictures are bytes, one after the other, each height x width x channels; labels are class
 * numbers from 0.
 */
export class Engine {
  readonly #network: Network;
  /** Parameters that start at 0. */
  readonly #zeroed: ReadonlySet<string>;
  readonly #graph: EngineGraph;
  readonly #session: Session;

  private constructor({ network, zeroInitialization }: EngineOptions, graph: EngineGraph, session: Session) {
    this.#network = network;
    this.#zeroed = new Set(zeroInitialization ? lastScales(network) : []);
    this.#graph = graph;
    this.#session = session;
  }

  /**
   * Builds the graph and loads it. Until `initialise` or `writeState` the network has no weights.
   * @throws UserError where TensorFlow is not installed or the normalisation does not fit the pictures.
   */
  static async create(options: EngineOptions): Promise<Engine> {
    const runtime = await loadRuntime();
    const engineGraph = buildEngineGraph({
      ...defaultTraining,
      ...options,
      quantities: options.quantities ?? false,
      ownKernels: kernelsCompute(runtime.kernels, options.precision),
    });
    const session = await Session.load(runtime, engineGraph.graph.nodes);
    return new Engine(options, engineGraph, session);
  }

  /** Draws new weights; the same seed gives the same ones, bit for bit. @param seed A whole number. */
  initialise(seed: number): void {
    const halves = Int32Array.of(seed | 0, Math.floor(seed / 2 ** 32) | 0);
    const { normals, inputs, variables } = this.#graph;
    const [numbers] = this.#session.run([normals], [{ tensor: inputs.seed, shape: [2], values: halves }]);
    this.#write(initialValues(variables.all, numbers ?? new Float32Array(), this.#zeroed));
  }

  /** One step of the optimiser on a batch. */
  trainStep(images: Uint8Array, labels: Int32Array, learningRate: number): StepResult {
    const { inputs, training } = this.#graph;
    const rate = { tensor: inputs.learningRate, shape: [], values: Float32Array.of(learningRate) };
    const [loss = NaN, top1Errors = NaN] = this.#fetch(training.step, [...this.#batch(images, labels), rate]);
    return { loss, top1Errors };
  }

  /** The gradient of the mean loss with respect to each parameter, without weight decay; changes nothing. */
  gradients(images: Uint8Array, labels: Int32Array): NamedTensor[] {
    const { training, variables } = this.#graph;
    const values = this.#session.run(training.gradients, this.#batch(images, labels));
    return toNamedTensors(
      variables.trained.map(({ value }) => value.parameters),
      values,
    );
  }

  /** Loss and errors of pictures, summed, with the averages where they are kept, and the running statistics. */
  evaluate(images: Uint8Array, labels: Int32Array): EvaluationResult {
    const sums = this.#fetch(this.#graph.inference.evaluation, this.#batch(images, labels));
    const [lossSum = NaN, top1Errors = NaN, top5Errors = NaN] = sums;
    return { lossSum, top1Errors, top5Errors, count: labels.length };
  }

  /** Logits of pictures, one row of the classes a picture, with the running statistics. */
  predict(images: Uint8Array): Float32Array {
    return this.#fetch(this.#graph.inference.logits, [this.#pictures(images)]);
  }

  /**
   * Responses of the layers (paper, figure 7): the standard deviation of each batch normalisation's output over
   * pictures, height, width and channels. The running statistics are used, as the network is used after training.
   */
  responses(images: Uint8Array): { layers: string[]; standardDeviations: number[] } {
    const deviations = this.#fetch(this.#graph.inference.responses, [this.#pictures(images)]);
    return this.#named(deviations);
  }

  /** The trained parameters as they are now, for the update that follows. */
  snapshot(): WeightSnapshot {
    const { variables } = this.#graph;
    return this.#session.run(
      variables.trained.map(({ value }) => value.value),
      [],
    );
  }

  /**
   * Gradient, weight and update of each layer, what each block adds, and histograms; changes nothing. Responses, blocks
   * and activations are measured on all pictures in inference mode, gradients on the first few as a step computes them.
   * @param gradientCount The most pictures that give the gradients.
   * @param before The weights before the latest step; null where they are not known.
   * @throws Error where the engine was not created for it.
   */
  layerQuantities(
    images: Uint8Array,
    labels: Int32Array,
    gradientCount: number,
    before: WeightSnapshot | null,
  ): LayerQuantities {
    const { inference, training, variables } = this.#graph;
    if (!inference.layers) throw new Error('the engine was created without the quantities of the layers');
    const { sums, histograms } = inference.layers;
    const fetched = this.#session.run([inference.responses, ...sums, ...histograms], [this.#pictures(images)]);
    const count = Math.min(gradientCount, labels.length);
    const batch = this.#batch(images.subarray(0, count * sizeOf(this.#network.inputShape)), labels.subarray(0, count));
    const gradients = this.#session.run(training.gradients, batch);
    const now = this.snapshot();
    const groups = variables.trained.map(({ value }) => value.parameters);
    const [deviations = new Float32Array(), ...rest] = fetched;
    return {
      responses: this.#named(deviations),
      ...weightQuantities(this.#network, groups, gradients, now, before),
      ...blockQuantities(this.#network, joined(rest.slice(0, sums.length))),
      histograms: {
        weights: weightHistograms(this.#network, groups, now),
        activations: histogramsOf(joined(rest.slice(sums.length))),
      },
    };
  }

  /** What a layer puts out for pictures, in inference mode: pictures x height x width x channels; `input` is the normalised picture. */
  activations(images: Uint8Array, layer: string): Float32Array {
    return this.#fetch(this.#graph.inference.output(layer), [this.#pictures(images)]);
  }

  /**
   * Everything that training goes on from: parameters and running statistics in torchvision's order, then what the
   * optimiser keeps (`momentum.<name>`, or `exp_avg.<name>` and `exp_avg_sq.<name>`), averages as `ema.<name>`, and the
   * count of steps, `optimizer.step`.
   */
  readState(): NamedTensor[] {
    return this.#read(this.#graph.variables.all);
  }

  /** Weights and running statistics as they are used, under torchvision's names: the averages where they are kept. */
  readWeights(): NamedTensor[] {
    return this.#read(this.#graph.variables.used).map(({ name, ...tensor }) => ({
      name: averagedName(name) ?? name,
      ...tensor,
    }));
  }

  /**
   * Restores what `readState` or `readWeights` gave. Averages that are missing become the weights, everything else that
   * training alone needs becomes zero.
   * @throws UserError where a weight is missing or does not fit; then nothing is changed.
   */
  writeState(tensors: readonly NamedTensor[]): void {
    this.#write(
      fromNamedTensors(
        this.#graph.variables.all.map(({ parameters }) => parameters),
        tensors,
      ),
    );
  }

  #named(deviations: Float32Array): { layers: string[]; standardDeviations: number[] } {
    return { layers: responseLayers(this.#network).map(({ layer }) => layer), standardDeviations: [...deviations] };
  }

  #read(variables: readonly FlatVariable[]): NamedTensor[] {
    const values = this.#session.run(
      variables.map(({ value }) => value),
      [],
    );
    const groups = variables.map(({ parameters }) => parameters);
    return inStateOrder(this.#network, toNamedTensors(groups, values));
  }

  #fetch(tensor: Tensor, feeds: readonly Feed[]): Float32Array {
    const [values] = this.#session.run([tensor], feeds);
    return values ?? new Float32Array();
  }

  /** Writes every variable, in the order of `variables.all`. */
  #write(values: readonly Float32Array[]): void {
    const { inputs, variables, written } = this.#graph;
    const feeds = variables.all.map(({ name, length }, index): Feed => {
      const [tensor, data] = [inputs.values.get(name), values[index]];
      if (!tensor || !data) throw new Error(`no value for ${name}`);
      return { tensor, shape: [length], values: data };
    });
    this.#fetch(written, feeds);
  }

  #pictures(images: Uint8Array): Feed {
    const { inputShape } = this.#network;
    const count = images.length / sizeOf(inputShape);
    if (!Number.isInteger(count) || count === 0) {
      throw new Error(`${images.length} bytes are no pictures of ${inputShape.join('x')}`);
    }
    const words = wordsPerPicture(inputShape);
    return { tensor: this.#graph.inputs.words, shape: [count, words], values: toWords(images, inputShape) };
  }

  #batch(images: Uint8Array, labels: Int32Array): Feed[] {
    const { classes } = this.#network;
    const pictures = this.#pictures(images);
    if (pictures.shape[0] !== labels.length) throw new Error(`${pictures.shape[0]} pictures, ${labels.length} labels`);
    const wrong = labels.find((label) => label < 0 || label >= classes);
    if (wrong !== undefined) throw new Error(`label ${wrong}: the network has ${classes} classes, from 0`);
    return [pictures, { tensor: this.#graph.inputs.labels, shape: [labels.length], values: labels }];
  }

  /** Frees the session and its variables. */
  dispose(): void {
    this.#session.dispose();
  }
}

function joined(parts: readonly Float32Array[]): Float32Array {
  return Float32Array.from(parts.flatMap((part) => [...part]));
}
