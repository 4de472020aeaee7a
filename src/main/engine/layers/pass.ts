import type { Shape } from '../../../shared/network/layer';
import type { FloatType } from '../graph/data-types';
import type { Graph, Tensor } from '../graph/graph';

/** One way through the network, for training or for inference, as the layers see it while they are built. */
export interface Pass {
  readonly graph: Graph;
  readonly training: boolean;
  /** Whether the studio's own ops are at hand, and fit the type of the activations. */
  readonly ownKernels: boolean;
  /** Type of the activations up to the head, which is float32. */
  readonly activationType: FloatType;
  /** A parameter or a running statistic by its name, in TensorFlow's layout. */
  parameter(name: string): Tensor;
  /** Height, width and channels of what a layer puts out; `input` is the picture. */
  shapeOf(layer: string): Shape;
  /** Batch, height, width and channels of an activation of that shape, as an int32 tensor. */
  dimensions(activation: Tensor, shape: Shape): Tensor;
  /** Takes the gradient of a parameter, in the parameter's layout. */
  giveGradient(parameter: string, gradient: Tensor): void;
  /** Takes the mean and the unbiased variance of the batch, from which the running statistics follow. */
  giveStatistics(layer: string, mean: Tensor, variance: Tensor): void;
}

/** What a layer adds to the graph. */
export interface BuiltLayer {
  readonly output: Tensor;
  /** Adds the gradient with respect to each input, from the one with respect to the output. */
  readonly backward: (gradient: Tensor) => Tensor[];
  /** The same for a layer with one input, added to what has arrived there already; left out: an op of its own adds. */
  readonly backwardOnto?: (gradient: Tensor, arrived: Tensor) => Tensor;
}
