import type { Network } from '../../../shared/network/build';
import type { Layer } from '../../../shared/network/layer';

/**
 * What lies together in one flat variable: convolution kernels; the dense kernel, which stays float32 where kernels are
 * cast; scales, shifts and biases; running means and variances; the optimiser's count of steps.
 */
export type Group = 'kernels' | 'dense' | 'affine' | 'statistics' | 'counter';

/** The groups that are trained. */
export const trainedGroups = ['kernels', 'dense', 'affine'] as const;

/** A parameter or a running statistic. */
export interface Parameter {
  /** torchvision's name, such as `layer1.0.bn1.running_var`. */
  readonly name: string;
  readonly group: Group;
  /** TensorFlow's layout: kernels as height, width, input channels, filters; dense as inputs, units. */
  readonly shape: readonly number[];
  /** How it starts: drawn from a normal distribution of this standard deviation around 0, all at one value, or as another. */
  readonly initial: { readonly deviation: number } | { readonly value: number } | { readonly sameAs: string };
}

/** How many elements a tensor of that shape has. */
export function sizeOf(shape: readonly number[]): number {
  return shape.reduce((product, size) => product * size, 1);
}

function parametersOf(layer: Layer): Parameter[] {
  const vector = (part: string, group: Group, size: number, value: number): Parameter => ({
    name: `${layer.name}.${part}`,
    group,
    shape: [size],
    initial: { value },
  });
  switch (layer.kind) {
    case 'convolution': {
      const shape = [layer.kernel, layer.kernel, layer.inputChannels, layer.filters];
      const deviation = Math.sqrt(2 / (layer.kernel * layer.kernel * layer.inputChannels));
      const kernel: Parameter = { name: `${layer.name}.weight`, group: 'kernels', shape, initial: { deviation } };
      if (layer.initialBias === null) return [kernel];
      return [kernel, vector('bias', 'affine', layer.filters, layer.initialBias)];
    }
    case 'batchNormalization':
      return [
        vector('weight', 'affine', layer.channels, 1),
        vector('bias', 'affine', layer.channels, 0),
        vector('running_mean', 'statistics', layer.channels, 0),
        vector('running_var', 'statistics', layer.channels, 1),
      ];
    case 'dense': {
      const shape = [layer.inputChannels, layer.units];
      const deviation = Math.sqrt(1 / layer.inputChannels);
      return [
        { name: `${layer.name}.weight`, group: 'dense', shape, initial: { deviation } },
        vector('bias', 'affine', layer.units, 0),
      ];
    }
    default:
      return [];
  }
}

/** The scale of the last batch normalisation of each residual function, which zero initialisation sets to 0. */
export function lastScales(network: Network): Set<string> {
  const residuals = network.layers.flatMap(({ kind, inputs }) => (kind === 'addition' ? inputs.slice(0, 1) : []));
  return new Set(residuals.map((name) => `${name}.weight`));
}

/**
 * Every parameter and running statistic in torchvision's order. Kernels start as He et al. 2015 (arXiv 1502.01852) have
 * it, sqrt(2 / fan-in); the dense layer, which no ReLU follows, with sqrt(1 / fan-in).
 */
export function networkParameters(network: Network): Parameter[] {
  return network.layers.flatMap(parametersOf);
}
