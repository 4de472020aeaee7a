import { UserError } from '../errors';
import type { Layer, Shape } from './layer';
import { LayerList } from './layer-list';
import type { Stage, Variant } from './variants';

/** A network for one input size and class count: what is drawn, counted and trained. */
export interface Network {
  readonly variant: Variant;
  readonly inputShape: Shape;
  readonly classes: number;
  /** In the order of the data flow. */
  readonly layers: readonly Layer[];
  readonly parameters: number;
  readonly multiplyAdds: number;
}

/** Name of the picture among the inputs of a layer. */
export const inputName = 'input';

function addStem(list: LayerList, variant: Variant): string {
  const place = { stage: null, block: null };
  const { kernel, filters, stride } = variant.stem;
  const convolution = list.convolution('conv1', inputName, place, kernel, filters, stride);
  return list.relu('relu', list.batchNormalization('bn1', convolution, place), place);
}

/** Two 3x3 convolutions, the shortcut around them, and the last ReLU after the addition (paper, figure 2). */
function addBasicBlock(
  list: LayerList,
  variant: Variant,
  stage: Stage,
  name: string,
  stride: number,
  input: string,
): string {
  const place = { stage: name.split('.')[0] ?? null, block: name };
  const first = list.convolution(`${name}.conv1`, input, place, 3, stage.filters, stride);
  const activated = list.relu(`${name}.relu`, list.batchNormalization(`${name}.bn1`, first, place), place);
  const second = list.convolution(`${name}.conv2`, activated, place, 3, stage.filters, 1);
  const residual = list.batchNormalization(`${name}.bn2`, second, place);
  if (variant.shortcut === null) return list.relu(`${name}.relu_1`, residual, place);

  const changesShape = stride !== 1 || list.shapeOf(input)[2] !== stage.filters;
  let shortcut = input;
  if (variant.shortcut === 'A' && changesShape) {
    shortcut = list.paddedShortcut(`${name}.downsample`, input, place, stage.filters, stride);
  } else if (variant.shortcut === 'C' || (variant.shortcut === 'B' && changesShape)) {
    const projection = list.convolution(`${name}.downsample.0`, input, place, 1, stage.filters, stride);
    shortcut = list.batchNormalization(`${name}.downsample.1`, projection, place);
  }
  return list.relu(`${name}.relu_1`, list.addition(`${name}.add`, residual, shortcut, place), place);
}

function checkInput(variant: Variant, [height, width, channels]: Shape, classes: number): void {
  const factor = variant.stages.reduce((product, stage) => product * stage.stride, variant.stem.stride);
  const size = `${height}x${width}x${channels}`;
  if (![height, width, channels].every((side) => Number.isInteger(side) && side > 0)) {
    throw new UserError(
      `Input size ${size}: height, width and channels must be whole numbers above 0, such as 32x32x3.`,
    );
  }
  if (height % factor !== 0 || width % factor !== 0) {
    const fit = (side: number): number => Math.max(factor, Math.round(side / factor) * factor);
    throw new UserError(
      `Input size ${size} does not fit ${variant.title}: its strides divide height and width by ${factor}; the nearest size that fits is ${fit(height)}x${fit(width)}x${channels}.`,
    );
  }
  if (!Number.isInteger(classes) || classes < 2) {
    throw new UserError(`${classes} classes: a classifier needs at least 2.`);
  }
}

/**
 * The layers of a variant with their names, shapes, parameters and multiply-adds (paper, section 4.2).
 * @param inputShape Height, width and channels of a picture.
 * @throws UserError where the strides do not divide the size, or where there are fewer than two classes.
 */
export function buildNetwork(variant: Variant, inputShape: Shape, classes: number): Network {
  checkInput(variant, inputShape, classes);
  const list = new LayerList(inputName, inputShape);
  let last = addStem(list, variant);
  variant.stages.forEach((stage, stageIndex) => {
    for (let index = 0; index < stage.blocks; index += 1) {
      const name = `layer${stageIndex + 1}.${index}`;
      last = addBasicBlock(list, variant, stage, name, index === 0 ? stage.stride : 1, last);
    }
  });
  const head = { stage: null, block: null };
  list.dense('fc', list.globalAveragePooling('avgpool', last, head), head, classes);
  const { layers } = list;
  const sum = (key: 'parameters' | 'multiplyAdds'): number => layers.reduce((total, layer) => total + layer[key], 0);
  return { variant, inputShape, classes, layers, parameters: sum('parameters'), multiplyAdds: sum('multiplyAdds') };
}
