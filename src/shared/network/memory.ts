import { UserError } from '../errors';
import type { Network } from './build';
import type { Layer, Shape } from './layer';
import { message } from '../words/message';

/** What decides the memory of a training beside its network. */
export interface MemoryOptions {
  /** Pictures a step. */
  readonly batch: number;
  /** `auto` is counted as float32, which needs more. */
  readonly precision: 'auto' | 'float32' | 'bfloat16';
  /** SGD keeps one number beside each parameter, AdamW two; SGD unless given. */
  readonly optimizer?: 'sgd' | 'adamw';
  /** Decay of a moving average of the weights; 0 unless given: no average is kept. */
  readonly ema?: number;
  /** Bytes of pictures that the process holds; 0 unless given. */
  readonly pictures?: number;
}

/** Bytes of resident memory at the highest point of a training process. */
export interface MemoryEstimate {
  /** Node, TensorFlow's libraries and their tables: the same for every network. */
  readonly process: number;
  /** Nodes of the graph, prepared kernels and their plans. */
  readonly graph: number;
  /** Weights, what the optimiser keeps beside them, gradients, and copies on the way. */
  readonly parameters: number;
  /** What the forward pass keeps for the backward pass, and what both need for a moment. */
  readonly activations: number;
  /** The dataset. */
  readonly pictures: number;
  readonly total: number;
}

const mebibyte = 2 ** 20;
const float = 4;

/**
 * Measured on Linux (x64, 2 cores) as the highest resident memory of `benchmark`; scripts/benchmark/measure-memory.mjs
 * prints prediction and measurement side by side.
 */
const measured = {
  process: 413 * mebibyte,
  /** A layer has up to a dozen nodes, forward, backward and for inference. */
  perLayer: 0.126 * mebibyte,
  /** Copies of all parameters beside those that are kept: gradients, their joined form, pieces cut for the layers, the update, and the first values on their way into TensorFlow. */
  parameterCopies: 6.9,
  /** What is freed between two layers lies between what is kept, and is not all used again. */
  fragmentation: 1.02,
  /** Gradients and workspaces of one layer at a time, as copies of the largest output. */
  largestCopies: 5.7,
} as const;

const sizeOf = ([height, width, channels]: Shape): number => height * width * channels;

/** Convolutions and ReLU keep their outputs, of which batch normalisations and convolutions tell their gradients. */
const keeps = new Set<Layer['kind']>(['convolution', 'relu', 'maximumPooling']);

/** Numbers that one picture leaves behind in the forward pass: itself and the outputs that the backward pass reads. */
function keptNumbers({ layers, inputShape }: Network): number {
  return layers.reduce(
    (sum, { kind, outputShape }) => (keeps.has(kind) ? sum + sizeOf(outputShape) : sum),
    sizeOf(inputShape),
  );
}

/** Bytes that each picture of a batch adds. */
function bytesPerPicture(network: Network, precision: MemoryOptions['precision']): number {
  const largest = network.layers.reduce((most, { outputShape }) => Math.max(most, sizeOf(outputShape)), 0);
  const bytes = precision === 'bfloat16' ? float / 2 : float;
  const activations = measured.fragmentation * keptNumbers(network) + measured.largestCopies * largest;
  return bytes * activations;
}

/**
 * How much memory a training needs at its highest point, within some 20 %: a process of constant size, a graph by its
 * layers, parameters by their copies, and activations, which are by far the most, by the batch.
 */
export function predictMemory(network: Network, options: MemoryOptions): MemoryEstimate {
  const { batch, precision, optimizer = 'sgd', ema = 0, pictures = 0 } = options;
  const kept = 1 + (optimizer === 'adamw' ? 2 : 1) + (ema > 0 ? 1 : 0);
  const { process } = measured;
  const graph = measured.perLayer * network.layers.length;
  const parameters = float * network.parameters * (kept + measured.parameterCopies);
  const activations = batch * bytesPerPicture(network, precision);
  const total = process + graph + parameters + activations + pictures;
  return { process, graph, parameters, activations, pictures, total };
}

/** The largest batch that fits into a number of bytes; 0 where they do not hold a single picture. */
export function largestBatch(network: Network, options: Omit<MemoryOptions, 'batch'>, bytes: number): number {
  const { total } = predictMemory(network, { ...options, batch: 0 });
  return Math.max(0, Math.floor((bytes - total) / bytesPerPicture(network, options.precision)));
}

/**
 * @param bytes Memory that a training may use.
 * @throws UserError where the batch does not fit, with the largest that does.
 */
export function checkMemory(network: Network, options: MemoryOptions, bytes: number): void {
  const { total } = predictMemory(network, options);
  if (total <= bytes) return;
  const most = largestBatch(network, options, bytes);
  const values = { network: network.variant.title, batch: options.batch, needed: total, usable: bytes };
  throw new UserError(
    most > 0 ? message('choices.noMemoryForBatch', { ...values, most }) : message('choices.noMemory', values),
  );
}
