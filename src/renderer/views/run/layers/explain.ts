import type { Network } from '../../../../shared/network/build';
import type { Layer } from '../../../../shared/network/layer';
import { formatShape } from '../../../parts/network/words';
import { words } from '../../../text/words.svelte';

function explainConvolution(layer: Extract<Layer, { kind: 'convolution' }>): string {
  const { kernel, filters, inputChannels, stride, name } = layer;
  const { explain } = words.layers;
  if (name.includes('downsample')) return explain.projection({ filters, inputs: inputChannels });
  if (name.endsWith('gate')) return explain.gate;
  if (kernel === 1) return explain.mixing({ inputs: inputChannels, filters });
  return explain.patterns({ filters, kernel, inputs: inputChannels, stride });
}

/** What a layer does, in one sentence. */
export function explainLayer(layer: Layer): string {
  const { explain } = words.layers;
  switch (layer.kind) {
    case 'convolution':
      return explainConvolution(layer);
    case 'batchNormalization':
      return explain.normalization;
    case 'relu':
      return explain.relu;
    case 'maximumPooling':
      return explain.pooling({ kernel: layer.kernel, stride: layer.stride });
    case 'addition':
      return explain.addition;
    case 'sigmoid':
      return explain.sigmoid;
    case 'gatedAddition':
      return explain.gatedAddition;
    case 'paddedShortcut':
      return explain.padded;
    case 'globalAveragePooling':
      return explain.averagePooling;
    case 'dense':
      return explain.dense({ inputs: layer.inputChannels, units: layer.units });
  }
}

/** What the block of a layer is there for, in one sentence; of the stem and the head, where they stand. */
export function explainBlock({ layers }: Network, layer: Layer): string {
  const { explain } = words.layers;
  const { block, stage } = layer;
  if (block === null) {
    const first = layers.findIndex((other) => other.block !== null);
    return layers.indexOf(layer) < first ? explain.beforeBlocks : explain.afterBlocks;
  }
  const blocks = [...new Set(layers.filter((other) => other.stage === stage).map((other) => other.block))];
  const own = layers.filter((other) => other.block === block);
  const [shape, input] = [own.at(-1)?.outputShape ?? layer.outputShape, own[0]?.inputs[0]];
  const before = layers.find(({ name }) => name === input)?.outputShape;
  const changes = before !== undefined && formatShape(before) !== formatShape(shape);
  const work = changes
    ? explain.turns({ from: formatShape(before), to: formatShape(shape) })
    : explain.refines({ shape: formatShape(shape) });
  return explain.block({
    index: blocks.indexOf(block) + 1,
    count: blocks.length,
    stage: stage ?? '',
    work,
    shortcut: shortcutWords(own),
  });
}

function shortcutWords(own: readonly Layer[]): string {
  const { shortcuts } = words.layers.explain;
  if (own.some(({ kind }) => kind === 'gatedAddition')) return shortcuts.gated;
  if (!own.some(({ kind }) => kind === 'addition')) return shortcuts.none;
  if (own.some(({ kind }) => kind === 'paddedShortcut')) return shortcuts.padded;
  return own.some(({ name }) => name.includes('downsample')) ? shortcuts.projection : shortcuts.identity;
}
