import type { Network } from './build';

export interface ResponseLayer {
  /** The convolution, by whose name the response is reported. */
  readonly layer: string;
  /** The batch normalisation after it, whose output is measured. */
  readonly measured: string;
}

/** The 3x3 convolutions whose responses the paper plots: measured after BN, before the nonlinearity (figure 7). */
export function responseLayers(network: Network): ResponseLayer[] {
  const convolutions = new Map(
    network.layers.flatMap((layer) =>
      layer.kind === 'convolution' && layer.kernel === 3 ? [[layer.name, layer]] : [],
    ),
  );
  return network.layers.flatMap((layer) => {
    const input = layer.inputs[0];
    return layer.kind === 'batchNormalization' && input !== undefined && convolutions.has(input)
      ? [{ layer: input, measured: layer.name }]
      : [];
  });
}
