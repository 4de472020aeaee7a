import type { Stage } from './families';
import type { LayerList } from './layer-list';

/**
 * Highway networks by their depth (Srivastava et al. 2015, "Training Very Deep Networks", arXiv 1507.06228, table 1).
 *
 * Published: a highway layer is T * H + (1 - T) * x with H and T convolutions of their own, H with a ReLU, T with a
 * sigmoid and a bias that starts below zero; where the width changes stands a plain layer; biases instead of batch
 * normalisation. The 19 layers (2.3 million parameters) are laid out as FitNet's 19 (Romero et al. 2014, arXiv
 * 1412.6550): 3x3 convolutions of 32, 48, 80 and 128 filters, max pooling before the last two widths. Of the 32 layers
 * only their number and their 1.25 million parameters are published.
 *
 * Chosen here: the last two layers are a 1x1 convolution of the same width before global average pooling, and the fully
 * connected layer; FitNet's maxout and dropout are left out; the gates' biases start at -2; the 32 layers are ten each of
 * 32, 48 and 64 filters, which comes to 1.25 million parameters.
 */
export const highwayRows: ReadonlyMap<number, readonly Stage[]> = new Map([
  [
    19,
    [
      // The stem is the first layer of this width.
      { blocks: 2, filters: 32, stride: 1 },
      { blocks: 2, filters: 48, stride: 1 },
      { blocks: 6, filters: 80, stride: 2 },
      { blocks: 6, filters: 128, stride: 2 },
    ],
  ],
  [
    32,
    [
      { blocks: 9, filters: 32, stride: 1 },
      { blocks: 10, filters: 48, stride: 2 },
      { blocks: 10, filters: 64, stride: 2 },
    ],
  ],
]);

export const highwayDepths = [...highwayRows.keys()];

/** Where the gates' biases start, so that layers pass their input on at first. */
const gateBias = -2;

/**
 * Adds a highway layer, or a plain one where the width changes; a stride is that of a max pooling before it.
 * @param name `layer1.0`
 * @returns The name of the block's last layer.
 */
export function addHighwayBlock(list: LayerList, stage: Stage, name: string, stride: number, input: string): string {
  const place = { stage: name.split('.')[0] ?? null, block: name };
  const window = { kernel: stride, stride, padding: 0 };
  const source = stride > 1 ? list.maximumPooling(`${name}.pool`, input, place, window) : input;
  const convolution = list.convolution(`${name}.conv1`, source, place, 3, stage.filters, 1, 0);
  const transform = list.relu(`${name}.relu`, convolution, place);
  if (list.shapeOf(source)[2] !== stage.filters) return transform;
  const gate = list.convolution(`${name}.gate`, source, place, 3, stage.filters, 1, gateBias);
  return list.gatedAddition(`${name}.add`, transform, source, list.sigmoid(`${name}.sigmoid`, gate, place), place);
}

/** Adds the layer before global average pooling. */
export function addHighwayHead(list: LayerList, input: string): string {
  const place = { stage: null, block: null };
  return list.relu('relu_1', list.convolution('conv2', input, place, 1, list.shapeOf(input)[2], 1, 0), place);
}
