import type { Network } from '../../../shared/network/build';
import type { AdditionLayer, BatchNormalizationLayer, Layer, ReluLayer } from '../../../shared/network/layer';
import { channelsAtATime } from './own-convolution';

/** A batch normalisation that is computed together with the addition of a shortcut and the ReLU behind it. */
export interface FusedNormalization {
  readonly kind: 'fusedNormalization';
  readonly normalization: BatchNormalizationLayer;
  readonly addition: AdditionLayer | null;
  readonly relu: ReluLayer | null;
  /** The last layer of those. */
  readonly name: string;
  /** What is normalised, and the shortcut where there is one. */
  readonly inputs: readonly string[];
}

/** What is built at a time: a layer, or several as one. */
export type FusedLayer = Layer | FusedNormalization;

/** The only layer that reads this one. */
function onlyReader(readers: ReadonlyMap<string, readonly Layer[]>, name: string): Layer | undefined {
  const all = readers.get(name) ?? [];
  return all.length === 1 ? all[0] : undefined;
}

function readersOf(layers: readonly Layer[]): Map<string, Layer[]> {
  const readers = new Map<string, Layer[]>();
  for (const layer of layers) {
    for (const input of layer.inputs) readers.set(input, [...(readers.get(input) ?? []), layer]);
  }
  return readers;
}

/** Batch normalisations with what only follows them, each in the place of its last layer. */
export function fuseLayers({ layers }: Network): FusedLayer[] {
  const readers = readersOf(layers);
  const taken = new Set<string>();
  const fused = new Map<string, FusedNormalization>();
  for (const normalization of layers) {
    if (normalization.kind !== 'batchNormalization' || normalization.channels % channelsAtATime !== 0) continue;
    const next = onlyReader(readers, normalization.name);
    const addition = next?.kind === 'addition' && next.inputs[0] === normalization.name ? next : null;
    const after = addition ? onlyReader(readers, addition.name) : next;
    const relu = after?.kind === 'relu' ? after : null;
    const name = (relu ?? addition ?? normalization).name;
    const shortcut = addition?.inputs.slice(1) ?? [];
    for (const layer of [normalization, addition, relu]) if (layer) taken.add(layer.name);
    const inputs = [...normalization.inputs, ...shortcut];
    fused.set(name, { kind: 'fusedNormalization', normalization, addition, relu, name, inputs });
  }
  return layers.flatMap((layer): FusedLayer[] => {
    const whole = fused.get(layer.name);
    if (whole) return [whole];
    return taken.has(layer.name) ? [] : [layer];
  });
}
