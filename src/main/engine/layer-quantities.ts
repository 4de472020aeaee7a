import type { Network } from '../../shared/network/build';
import { blockSums, weightedLayers } from '../../shared/network/quantities';
import { histogramBins } from './network/layer-outputs';
import { sizeOf, type Parameter } from './network/parameters';

/** How many values lie in spans of equal width from `low` to `high`; the last holds `high` as well. */
export interface Histogram {
  readonly low: number;
  readonly high: number;
  readonly counts: number[];
}

/** What is measured of the convolutions and fully connected layers, each by its weight, without bias. */
export interface WeightQuantities {
  readonly layers: string[];
  readonly weightNorms: number[];
  /** Norm of the gradient of the mean loss with respect to the weight, without weight decay. */
  readonly gradientNorms: number[];
  /** Norm of what the latest step changed the weight by, as a part of the weight's norm; null where it is not known. */
  readonly updateRatios: number[] | null;
}

/** What each block adds to its input, F(x), beside that input, x. */
export interface BlockQuantities {
  readonly blocks: string[];
  /** Norm of F(x) over that of x. */
  readonly ratios: number[];
  /** Cosine of the angle between them. */
  readonly cosines: number[];
}

/** The trained parameters at one moment, in the order of the engine's variables. */
export type WeightSnapshot = readonly Float32Array[];

function norm(values: Float32Array): number {
  let sum = 0;
  for (let index = 0; index < values.length; index += 1) sum += (values[index] ?? 0) ** 2;
  return Math.sqrt(sum);
}

function distance(values: Float32Array, others: Float32Array): number {
  let sum = 0;
  for (let index = 0; index < values.length; index += 1) sum += ((values[index] ?? 0) - (others[index] ?? 0)) ** 2;
  return Math.sqrt(sum);
}

/** A fraction; 0 where nothing is divided by nothing. */
const share = (part: number, whole: number): number => (part === 0 && whole === 0 ? 0 : part / whole);

/** Each parameter's part of flat vectors, by its name. */
function cut(groups: readonly (readonly Parameter[])[], values: readonly Float32Array[]): Map<string, Float32Array> {
  const parts = new Map<string, Float32Array>();
  groups.forEach((parameters, index) => {
    let offset = 0;
    for (const { name, shape } of parameters) {
      parts.set(name, (values[index] ?? new Float32Array()).subarray(offset, offset + sizeOf(shape)));
      offset += sizeOf(shape);
    }
  });
  return parts;
}

/** The weight of each measured layer out of flat vectors, in the order of `weightedLayers`. */
function weightsOf(
  network: Network,
  groups: readonly (readonly Parameter[])[],
  values: readonly Float32Array[],
): Float32Array[] {
  const parts = cut(groups, values);
  return weightedLayers(network).map((layer) => parts.get(`${layer}.weight`) ?? new Float32Array());
}

/**
 * @param groups The parameters that lie in each flat vector, in order.
 * @param before The weights before the latest step; null where they are not known.
 */
export function weightQuantities(
  network: Network,
  groups: readonly (readonly Parameter[])[],
  gradients: WeightSnapshot,
  now: WeightSnapshot,
  before: WeightSnapshot | null,
): WeightQuantities {
  const weights = weightsOf(network, groups, now);
  const weightNorms = weights.map(norm);
  const earlier = before && weightsOf(network, groups, before);
  const updates = earlier?.map((values, index) => distance(weights[index] ?? values, values));
  return {
    layers: weightedLayers(network),
    weightNorms,
    gradientNorms: weightsOf(network, groups, gradients).map(norm),
    updateRatios: updates?.map((update, index) => share(update, weightNorms[index] ?? 0)) ?? null,
  };
}

/** @param sums Of each block half the sums of F(x)^2 and x^2, and the sum of F(x) x, one block after the other. */
export function blockQuantities(network: Network, sums: ArrayLike<number>): BlockQuantities {
  const blocks = blockSums(network).map(({ block }) => block);
  const of = (block: number, sum: number): number => sums[3 * block + sum] ?? 0;
  const ratios = blocks.map((_, index) => Math.sqrt(share(of(index, 0), of(index, 1))));
  const cosines = blocks.map((_, index) => share(of(index, 2), 2 * Math.sqrt(of(index, 0) * of(index, 1))));
  return { blocks, ratios, cosines };
}

/** @param values At least one. */
export function histogramOf(values: Float32Array): Histogram {
  let [low, high] = [Infinity, -Infinity];
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index] ?? 0;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  const counts = new Array<number>(histogramBins).fill(0);
  const scale = high > low ? histogramBins / (high - low) : 0;
  for (let index = 0; index < values.length; index += 1) {
    const bin = Math.min(histogramBins - 1, Math.floor(((values[index] ?? 0) - low) * scale));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return { low, high, counts };
}

/** Histograms of the weights, in the order of `weightedLayers`. */
export function weightHistograms(
  network: Network,
  groups: readonly (readonly Parameter[])[],
  now: WeightSnapshot,
): Histogram[] {
  return weightsOf(network, groups, now).map(histogramOf);
}

/** @param numbers Of each layer the least and the greatest value and the counts, one layer after the other. */
export function histogramsOf(numbers: Float32Array): Histogram[] {
  const length = 2 + histogramBins;
  return Array.from({ length: numbers.length / length }, (_, index) => {
    const [low = NaN, high = NaN, ...counts] = numbers.subarray(index * length, (index + 1) * length);
    return { low, high, counts };
  });
}
