import type { Network } from './build';

export interface ResponseLayer {
  /** The convolution, by whose name the response is reported. */
  readonly layer: string;
  /** The batch normalisation after it, whose output is measured; the convolution itself where none follows. */
  readonly measured: string;
}

/**
 * The 3x3 convolutions whose responses the paper plots: measured after BN, before the nonlinearity (figure 7). The gates
 * of highway networks are left out.
 */
export function responseLayers(network: Network): ResponseLayer[] {
  const readers = new Map(network.layers.flatMap((layer) => layer.inputs.map((input) => [input, layer] as const)));
  return network.layers.flatMap((layer) => {
    if (layer.kind !== 'convolution' || layer.kernel !== 3) return [];
    const next = readers.get(layer.name);
    if (next?.kind === 'sigmoid') return [];
    return [{ layer: layer.name, measured: next?.kind === 'batchNormalization' ? next.name : layer.name }];
  });
}
