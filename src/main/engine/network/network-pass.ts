import { inputName, type Network } from '../../../shared/network/build';
import type { Shape } from '../../../shared/network/layer';
import type { FloatType } from '../graph/data-types';
import type { Graph, Tensor } from '../graph/graph';
import { binary, shapeOf } from '../graph/operations';
import { buildLayer } from '../layers/build-layer';
import type { BuiltLayer, Pass } from '../layers/pass';
import { fuseLayers, type FusedLayer } from '../layers/fuse-layers';

/** Where a pass takes its tensors from. */
export interface PassInputs {
  readonly graph: Graph;
  readonly network: Network;
  /** Normalised pictures, in the type of the activations. */
  readonly pictures: Tensor;
  readonly activationType: FloatType;
  readonly parameters: ReadonlyMap<string, Tensor>;
  readonly training: boolean;
  readonly ownKernels: boolean;
}

/** The network's forward ops in the graph, and what the layers reported while they were built. */
export class NetworkPass implements Pass {
  readonly graph: Graph;
  readonly training: boolean;
  readonly ownKernels: boolean;
  readonly activationType: FloatType;
  readonly gradients = new Map<string, Tensor>();
  /** Mean and unbiased variance of the batch, under the names of the running statistics. */
  readonly batchStatistics = new Map<string, Tensor>();
  readonly #inputs: PassInputs;
  readonly #layers: readonly FusedLayer[];
  readonly #shapes: Map<string, Shape>;
  readonly #dimensions = new Map<string, Tensor>();
  readonly #built = new Map<string, BuiltLayer>();

  constructor(inputs: PassInputs) {
    this.#inputs = inputs;
    this.graph = inputs.graph;
    this.training = inputs.training;
    this.ownKernels = inputs.ownKernels;
    this.activationType = inputs.activationType;
    const { layers, inputShape } = inputs.network;
    this.#shapes = new Map([
      [inputName, inputShape],
      ...layers.map((layer) => [layer.name, layer.outputShape] as const),
    ]);
    this.#layers = this.ownKernels && this.training ? fuseLayers(inputs.network) : layers;
    for (const layer of this.#layers) {
      const tensors = layer.inputs.map((name) => this.output(name));
      this.#built.set(
        layer.name,
        this.graph.inScope(layer.name, () => buildLayer(this, layer, tensors)),
      );
    }
  }

  /** What a layer puts out; `input` is the normalised picture. */
  output(layer: string): Tensor {
    return layer === inputName ? this.#inputs.pictures : this.#layer(layer).output;
  }

  #layer(name: string): BuiltLayer {
    const built = this.#built.get(name);
    if (!built) throw new Error(`layer ${name} is used before it is built`);
    return built;
  }

  parameter(name: string): Tensor {
    const tensor = this.#inputs.parameters.get(name);
    if (!tensor) throw new Error(`no parameter ${name}`);
    return tensor;
  }

  shapeOf(layer: string): Shape {
    const shape = this.#shapes.get(layer);
    if (!shape) throw new Error(`no layer ${layer}`);
    return shape;
  }

  dimensions(activation: Tensor, shape: Shape): Tensor {
    const key = shape.join('x');
    const known = this.#dimensions.get(key) ?? shapeOf(this.graph, activation);
    this.#dimensions.set(key, known);
    return known;
  }

  giveGradient(parameter: string, gradient: Tensor): void {
    this.gradients.set(parameter, gradient);
  }

  giveStatistics(layer: string, mean: Tensor, variance: Tensor): void {
    this.batchStatistics.set(`${layer}.running_mean`, mean);
    this.batchStatistics.set(`${layer}.running_var`, variance);
  }

  /** Adds the backward ops in the opposite order, summing the gradients that reach one layer by several ways. */
  backward(lastGradient: Tensor): void {
    const last = this.#layers.at(-1);
    if (!last) throw new Error('a network without layers');
    const arriving = new Map([[last.name, lastGradient]]);
    for (const layer of [...this.#layers].reverse()) {
      const gradient = arriving.get(layer.name);
      if (!gradient) continue;
      this.graph.inScope(`${layer.name}/gradient`, () => {
        const built = this.#layer(layer.name);
        const [onlyInput = '', ...others] = layer.inputs;
        const arrived = others.length === 0 ? arriving.get(onlyInput) : undefined;
        if (arrived && built.backwardOnto) {
          arriving.set(onlyInput, built.backwardOnto(gradient, arrived));
          return;
        }
        const toInputs = built.backward(gradient);
        layer.inputs.forEach((name, index) => {
          const tensor = toInputs[index];
          if (!tensor) throw new Error(`layer ${layer.name} gives no gradient for ${name}`);
          const sum = arriving.get(name);
          arriving.set(name, sum ? binary(this.graph, 'AddV2', sum, tensor) : tensor);
        });
      });
    }
  }
}
