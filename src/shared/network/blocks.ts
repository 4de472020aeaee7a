import type { Stage } from './families';
import type { LayerList, Place } from './layer-list';
import type { Variant } from './variants';

/** The channels that a bottleneck block puts out, as a multiple of the filters of its 3x3 convolution (paper, figure 5). */
const expansion = 4;

interface BlockConvolution {
  readonly kernel: number;
  readonly filters: number;
  readonly stride: number;
}

/** The convolutions of a block's residual function. */
function residualConvolutions(
  { block, bottleneckStride }: Variant,
  { filters }: Stage,
  stride: number,
): readonly BlockConvolution[] {
  if (block === 'basic') {
    return [
      { kernel: 3, filters, stride },
      { kernel: 3, filters, stride: 1 },
    ];
  }
  const strideFirst = bottleneckStride === '1x1';
  return [
    { kernel: 1, filters, stride: strideFirst ? stride : 1 },
    { kernel: 3, filters, stride: strideFirst ? 1 : stride },
    { kernel: 1, filters: expansion * filters, stride: 1 },
  ];
}

/** The shortcut around a block; its input itself where nothing has to change. */
function addShortcut(list: LayerList, variant: Variant, place: Place, input: string, filters: number, stride: number) {
  const name = `${place.block}.downsample`;
  const changesShape = stride !== 1 || list.shapeOf(input)[2] !== filters;
  if (variant.shortcut === 'A' && changesShape) return list.paddedShortcut(name, input, place, filters, stride);
  if (variant.shortcut !== 'C' && !(variant.shortcut === 'B' && changesShape)) return input;
  const projection = list.convolution(`${name}.0`, input, place, 1, filters, stride);
  return list.batchNormalization(`${name}.1`, projection, place);
}

/**
 * Adds a block: the residual function, the shortcut around it, and the last ReLU after the addition (paper, figures 2
 * and 5). ReLUs have the names of torchvision's traced graph: `relu`, `relu_1`, `relu_2`.
 * @param name `layer1.0`
 * @returns The name of the block's last layer.
 */
export function addBlock(
  list: LayerList,
  variant: Variant,
  stage: Stage,
  name: string,
  stride: number,
  input: string,
): string {
  const place = { stage: name.split('.')[0] ?? null, block: name };
  const relu = (index: number, before: string): string =>
    list.relu(`${name}.relu${index === 0 ? '' : `_${index}`}`, before, place);
  const convolutions = residualConvolutions(variant, stage, stride);
  let residual = input;
  convolutions.forEach((planned, index) => {
    const source = index === 0 ? input : relu(index - 1, residual);
    const { kernel, filters } = planned;
    const convolution = list.convolution(`${name}.conv${index + 1}`, source, place, kernel, filters, planned.stride);
    residual = list.batchNormalization(`${name}.bn${index + 1}`, convolution, place);
  });
  const last = convolutions.length - 1;
  if (variant.shortcut === null) return relu(last, residual);
  const shortcut = addShortcut(list, variant, place, input, list.shapeOf(residual)[2], stride);
  return relu(last, list.addition(`${name}.add`, residual, shortcut, place));
}
