import type { Network } from '../../../../shared/architecture/build';
import type { Layer } from '../../../../shared/architecture/layer';
import { formatCount } from '../../../text/format';
import { formatShape } from '../../../parts/architecture/words';

function explainConvolution(layer: Extract<Layer, { kind: 'convolution' }>): string {
  const { kernel, filters, inputChannels, stride, name } = layer;
  if (name.includes('downsample')) {
    return `Brings x to the shape of F(x) by ${formatCount(filters)} learnt sums of its ${formatCount(inputChannels)} channels, so that the two can be added.`;
  }
  if (name.endsWith('gate')) return 'Decides for each number how much of the new and how much of the old passes on.';
  if (kernel === 1) {
    return `Mixes the ${formatCount(inputChannels)} channels at each place into ${formatCount(filters)}, without looking at its neighbours.`;
  }
  const moves = stride > 1 ? `, every ${stride} pixels, which makes height and width ${stride} times smaller` : '';
  return `Looks for ${formatCount(filters)} patterns of ${kernel} × ${kernel} pixels over ${formatCount(inputChannels)} ${inputChannels === 1 ? 'channel' : 'channels'} at every place${moves}, and puts out how well each fits.`;
}

/** What a layer does, in one sentence. */
export function explainLayer(layer: Layer): string {
  switch (layer.kind) {
    case 'convolution':
      return explainConvolution(layer);
    case 'batchNormalization':
      return 'Brings each channel to mean 0 and deviation 1 over the pictures of a step, then scales and shifts it by two learnt numbers.';
    case 'relu':
      return 'Keeps what is above 0 and sets the rest to 0: without it all layers together would be one linear map.';
    case 'maximumPooling':
      return `Keeps the largest of each ${layer.kernel} × ${layer.kernel} pixels, which makes height and width ${layer.stride} times smaller.`;
    case 'addition':
      return 'Adds x, which came by the shortcut, to F(x): the block has to learn only what to change.';
    case 'sigmoid':
      return 'Turns the gate into a share between 0, pass x on, and 1, take the new value.';
    case 'gatedAddition':
      return 'Mixes the new value and x by the share that the gate gives.';
    case 'paddedShortcut':
      return 'Takes every second pixel of x and fills new channels with zeros, so that x fits F(x) without any weight (option A).';
    case 'globalAveragePooling':
      return 'Averages each channel over the whole picture: one number a channel is left.';
    case 'dense':
      return `Weighs these ${formatCount(layer.inputChannels)} numbers for each of the ${formatCount(layer.units)} classes; the largest sum is the answer.`;
  }
}

/** What the block of a layer is there for, in one sentence; of the stem and the head, where they stand. */
export function explainBlock({ layers }: Network, layer: Layer): string {
  const { block, stage } = layer;
  if (block === null) {
    const first = layers.findIndex((other) => other.block !== null);
    return layers.indexOf(layer) < first
      ? 'It stands before the blocks and turns pixels into features.'
      : 'It stands after the blocks and turns features into classes.';
  }
  const blocks = [...new Set(layers.filter((other) => other.stage === stage).map((other) => other.block))];
  const own = layers.filter((other) => other.block === block);
  const [shape, input] = [own.at(-1)?.outputShape ?? layer.outputShape, own[0]?.inputs[0]];
  const before = layers.find(({ name }) => name === input)?.outputShape;
  const changes = before !== undefined && formatShape(before) !== formatShape(shape);
  const place = `Block ${blocks.indexOf(block) + 1} of ${blocks.length} in ${stage}`;
  const work = changes
    ? `turns ${formatShape(before)} into ${formatShape(shape)}`
    : `refines ${formatShape(shape)} without changing its shape`;
  return `${place}: it ${work}, and ${shortcutWords(own)}.`;
}

function shortcutWords(own: readonly Layer[]): string {
  if (own.some(({ kind }) => kind === 'gatedAddition')) return 'its gate may let x pass as it is';
  if (!own.some(({ kind }) => kind === 'addition')) return 'has no shortcut: everything must pass through its layers';
  if (own.some(({ kind }) => kind === 'paddedShortcut')) return 'its shortcut carries x on without weights';
  if (own.some(({ name }) => name.includes('downsample'))) return 'its shortcut projects x to the new shape';
  return 'its shortcut carries x on unchanged, and gradients back undamped';
}
