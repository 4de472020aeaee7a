import type { Network } from '../../../shared/network/build';
import type { Layer, Shape } from '../../../shared/network/layer';
import { responseLayers } from '../../../shared/network/responses';
import { words } from '../../text/words.svelte';

/** One or a few layers that are drawn as one box, such as a batch normalisation with its ReLU. */
export interface Unit {
  /** Name of its first layer. */
  readonly id: string;
  readonly layers: readonly Layer[];
  /** On the box: "conv1 3×3 /2, 32". */
  readonly label: string;
  readonly outputShape: Shape;
  readonly parameters: number;
  readonly multiplyAdds: number;
}

/** What the shortcut of a block does; null in a plain network. */
export type ShortcutKind = 'identity' | 'padded' | 'projection' | 'gated';

export interface Block {
  /** `layer1.0` */
  readonly id: string;
  readonly index: number;
  /** From the input to the batch normalisation before the addition; in a plain network to the last ReLU. */
  readonly units: readonly Unit[];
  readonly shortcut: ShortcutKind | null;
  /** The layers on the shortcut: option A's subsampling, a projection or a gate; null for an identity. */
  readonly shortcutUnit: Unit | null;
  /** The addition with the ReLU after it; null in a plain network. */
  readonly addition: Unit | null;
  readonly layers: readonly Layer[];
}

export interface Stage {
  /** `layer1` */
  readonly id: string;
  readonly filters: number;
  readonly blocks: readonly Block[];
  readonly layers: readonly Layer[];
}

/** A network as it is read: stem, stages of blocks, head. */
export interface Outline {
  readonly network: Network;
  readonly stem: readonly Unit[];
  readonly stages: readonly Stage[];
  readonly head: readonly Unit[];
  /** For each layer of a convolution with its batch normalisation and ReLU: the name its response is reported by. */
  readonly responses: ReadonlyMap<string, string>;
  /** For each convolution and fully connected layer, and what follows it alone: the layer whose weight is measured. */
  readonly weighted: ReadonlyMap<string, string>;
  /** For each layer of the residual function of a block with a shortcut: the name of the block. */
  readonly blocks: ReadonlyMap<string, string>;
}

/** The part of a layer's name after its block: `conv1`, `downsample.0`. */
function ownName({ name, block }: Layer): string {
  return block === null ? name : name.slice(block.length + 1);
}

function labelOf(layers: readonly Layer[]): string {
  const [first] = layers;
  if (!first) return '';
  if (first.kind === 'convolution') {
    const stride = first.stride > 1 ? ` /${first.stride}` : '';
    return `${ownName(first)} ${first.kernel}×${first.kernel}${stride}, ${first.filters}`;
  }
  if (first.kind === 'maximumPooling') return `${ownName(first)} ${first.kernel}×${first.kernel} /${first.stride}`;
  if (first.kind === 'globalAveragePooling') return words.architecture.averagePool;
  if (first.kind === 'dense') return `fc, ${first.units}`;
  return layers.map((layer) => (layer.kind === 'relu' ? 'relu' : ownName(layer))).join(', ');
}

function unit(layers: readonly Layer[]): Unit {
  const [first, last] = [layers[0], layers.at(-1)];
  if (!first || !last) throw new Error('a unit has at least one layer');
  const sum = (key: 'parameters' | 'multiplyAdds') => layers.reduce((total, layer) => total + layer[key], 0);
  return {
    id: first.name,
    layers,
    label: labelOf(layers),
    outputShape: last.outputShape,
    parameters: sum('parameters'),
    multiplyAdds: sum('multiplyAdds'),
  };
}

/** Each layer a unit, with the ReLUs joined to what they follow. */
function units(layers: readonly Layer[]): Unit[] {
  const groups: Layer[][] = [];
  for (const layer of layers) {
    const before = groups.at(-1);
    if (layer.kind === 'relu' && before) before.push(layer);
    else groups.push([layer]);
  }
  return groups.map(unit);
}

/** Whether a layer is part of the gate of a highway layer. */
export function ofGate(layer: Layer): boolean {
  return ownName(layer) === 'gate' || layer.kind === 'sigmoid';
}

/** Whether a layer lies on the shortcut around its block, where the gate is drawn as well. */
export function onShortcut(layer: Layer): boolean {
  return ownName(layer).startsWith('downsample') || ofGate(layer);
}

function blockOf(id: string, layers: readonly Layer[]): Block {
  const add = layers.findIndex(({ kind }) => kind === 'addition' || kind === 'gatedAddition');
  const shortcutLayers = layers.filter(onShortcut);
  const padded = shortcutLayers.some((layer) => layer.kind === 'paddedShortcut');
  const residual = add < 0 ? layers : layers.slice(0, add).filter((layer) => !onShortcut(layer));
  const gated = shortcutLayers.some(ofGate);
  const kind = gated ? 'gated' : padded ? 'padded' : shortcutLayers.length > 0 ? 'projection' : 'identity';
  return {
    id,
    index: Number(id.split('.')[1]),
    layers,
    units: units(residual),
    shortcut: add < 0 ? null : kind,
    shortcutUnit: shortcutLayers.length > 0 ? unit(shortcutLayers) : null,
    addition: add < 0 ? null : unit(layers.slice(add)),
  };
}

/** Groups without a key are left out; the rest keeps its order. */
function grouped(layers: readonly Layer[], key: (layer: Layer) => string | null): Map<string, Layer[]> {
  const groups = new Map<string, Layer[]>();
  for (const layer of layers) {
    const name = key(layer);
    if (name === null) continue;
    const group = groups.get(name);
    if (group) group.push(layer);
    else groups.set(name, [layer]);
  }
  return groups;
}

function stageOf(id: string, layers: readonly Layer[]): Stage {
  const blocks = [...grouped(layers, (layer) => layer.block)].map(([block, members]) => blockOf(block, members));
  return { id, filters: layers.at(-1)?.outputShape[2] ?? 0, blocks, layers };
}

function responsesOf(network: Network): Map<string, string> {
  const responses = new Map<string, string>();
  for (const { layer, measured } of responseLayers(network)) responses.set(layer, layer).set(measured, layer);
  for (const { name, kind, inputs } of network.layers) {
    const response = responses.get(inputs[0] ?? '');
    if (kind === 'relu' && response !== undefined) responses.set(name, response);
  }
  return responses;
}

function weightedOf({ layers }: Network): Map<string, string> {
  const weighted = new Map<string, string>();
  for (const { name, kind, inputs } of layers) {
    const before = weighted.get(inputs[0] ?? '');
    if (kind === 'convolution' || kind === 'dense') weighted.set(name, name);
    else if (before !== undefined && (kind === 'batchNormalization' || kind === 'relu' || kind === 'sigmoid'))
      weighted.set(name, before);
  }
  return weighted;
}

function blocksOf(stages: readonly Stage[]): Map<string, string> {
  const blocks = stages.flatMap((stage) => stage.blocks).filter(({ shortcut }) => shortcut !== null);
  return new Map(
    blocks.flatMap(({ id, units }) => units.flatMap(({ layers }) => layers.map(({ name }) => [name, id] as const))),
  );
}

/** The parts of a network in the order of the data flow. */
export function outlineOf(network: Network): Outline {
  const stages = [...grouped(network.layers, (layer) => layer.stage)].map(([id, layers]) => stageOf(id, layers));
  const first = network.layers.findIndex((layer) => layer.stage !== null);
  return {
    network,
    stages,
    stem: units(network.layers.slice(0, first)),
    head: units(network.layers.slice(first).filter((layer) => layer.stage === null)),
    responses: responsesOf(network),
    weighted: weightedOf(network),
    blocks: blocksOf(stages),
  };
}
