import type { Network } from './build';

/** The layers between which a block is weighed. */
export interface BlockSums {
  /** `layer1.0` */
  readonly block: string;
  /** Layer whose output is x: what reaches the addition by the shortcut. */
  readonly input: string;
  /** Layer whose output is F(x); null where F(x) is what the block adds to x, as in a highway layer. */
  readonly residual: string | null;
  /** Layer whose output is x + F(x). */
  readonly output: string;
}

/** Every block that adds something to a shortcut, in the order of the data flow; a plain network has none. */
export function blockSums({ layers }: Network): BlockSums[] {
  return layers.flatMap((layer): BlockSums[] => {
    const [residual = '', input = ''] = layer.inputs;
    const { name: output, block } = layer;
    if (block === null) return [];
    if (layer.kind === 'addition') return [{ block, input, residual, output }];
    return layer.kind === 'gatedAddition' ? [{ block, input, residual: null, output }] : [];
  });
}

/** Names of the convolutions and fully connected layers, whose weights are measured, in the order of the data flow. */
export function weightedLayers({ layers }: Network): string[] {
  return layers.flatMap(({ kind, name }) => (kind === 'convolution' || kind === 'dense' ? [name] : []));
}
