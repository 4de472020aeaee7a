import { UserError } from '../errors';
import { message } from '../words/message';
import { addBlock } from './blocks';
import { addHighwayBlock, addHighwayHead } from './highway';
import { checkInputSize } from './input-size';
import type { Layer, Shape } from './layer';
import { LayerList } from './layer-list';
import type { Variant } from './variants';

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
  const { kernel, filters, stride, pooled } = variant.stem;
  if (variant.block === 'highway') {
    return list.relu('relu', list.convolution('conv1', inputName, place, kernel, filters, stride, 0), place);
  }
  const convolution = list.convolution('conv1', inputName, place, kernel, filters, stride);
  const activated = list.relu('relu', list.batchNormalization('bn1', convolution, place), place);
  return pooled ? list.maximumPooling('maxpool', activated, place, { kernel: 3, stride: 2, padding: 1 }) : activated;
}

/**
 * The layers of a variant with their names, shapes, parameters and multiply-adds (paper, sections 3.3 and 4).
 * @param inputShape Height, width and channels of a picture.
 * @throws UserError where pictures of that size do not fit the variant, or where there are fewer than two classes.
 */
export function buildNetwork(variant: Variant, inputShape: Shape, classes: number): Network {
  checkInputSize(variant, inputShape);
  if (!Number.isInteger(classes) || classes < 2) {
    throw new UserError(message('networks.fewClasses', { classes }));
  }
  const list = new LayerList(inputName, inputShape);
  let last = addStem(list, variant);
  variant.stages.forEach((stage, stageIndex) => {
    for (let index = 0; index < stage.blocks; index += 1) {
      const name = `layer${stageIndex + 1}.${index}`;
      const stride = index === 0 ? stage.stride : 1;
      last =
        variant.block === 'highway'
          ? addHighwayBlock(list, stage, name, stride, last)
          : addBlock(list, variant, stage, name, stride, last);
    }
  });
  const head = { stage: null, block: null };
  if (variant.block === 'highway') last = addHighwayHead(list, last);
  list.dense('fc', list.globalAveragePooling('avgpool', last, head), head, classes);
  const { layers } = list;
  const sum = (key: 'parameters' | 'multiplyAdds'): number => layers.reduce((total, layer) => total + layer[key], 0);
  return { variant, inputShape, classes, layers, parameters: sum('parameters'), multiplyAdds: sum('multiplyAdds') };
}
