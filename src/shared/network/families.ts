import type { Shape } from './layer';

/** What the shortcut does where the shape changes (paper, section 3.3). */
export type Shortcut = 'A' | 'B' | 'C';

/** The convolution of a bottleneck block that takes its stride: the first 1x1 in the paper, the 3x3 in "v1.5". */
export type BottleneckStride = '1x1' | '3x3';

/**
 * What the residual function of a block is: two 3x3 convolutions, or 1x1, 3x3 and 1x1 (paper, figure 5); or that it is a
 * highway layer, whose gate mixes a convolution with the input.
 */
export type BlockKind = 'basic' | 'bottleneck' | 'highway';

export interface Stage {
  readonly blocks: number;
  /** Of the 3x3 convolutions; a bottleneck block puts out four times as many. */
  readonly filters: number;
  readonly stride: number;
}

export interface Stem {
  readonly kernel: number;
  readonly filters: number;
  readonly stride: number;
  /** A 3x3 max pooling of stride 2 follows. */
  readonly pooled: boolean;
}

export type FamilyName = 'cifar' | 'imagenet' | 'highway';

/** Height, width and channels of pictures, and their classes. */
interface DefaultInput {
  readonly shape: Shape;
  readonly classes: number;
}

/** What the residual networks of a family have in common. */
export interface Family {
  readonly name: FamilyName;
  /** Of the residual networks, unless another one is chosen. */
  readonly shortcut: Shortcut;
  readonly stem: Stem;
  /** Filters of the stages. */
  readonly widths: readonly number[];
}

/** Paper, section 4.2. */
export const cifarFamily: Family = {
  name: 'cifar',
  shortcut: 'A',
  stem: { kernel: 3, filters: 16, stride: 1, pooled: false },
  widths: [16, 32, 64],
};

/** Paper, table 1. */
export const imagenetFamily: Family = {
  name: 'imagenet',
  shortcut: 'B',
  stem: { kernel: 7, filters: 64, stride: 2, pooled: true },
  widths: [64, 128, 256, 512],
};

/** Pictures and classes of each family in its paper's experiments. */
export const defaultInputs: Readonly<Record<FamilyName, DefaultInput>> = {
  cifar: { shape: [32, 32, 3], classes: 10 },
  imagenet: { shape: [224, 224, 3], classes: 1000 },
  highway: { shape: [32, 32, 3], classes: 10 },
};

/** The networks of the ImageNet family by their depth (paper, table 1). */
export const imagenetRows: ReadonlyMap<number, { block: BlockKind; blocks: readonly number[] }> = new Map([
  [18, { block: 'basic', blocks: [2, 2, 2, 2] }],
  [34, { block: 'basic', blocks: [3, 4, 6, 3] }],
  [50, { block: 'bottleneck', blocks: [3, 4, 6, 3] }],
  [101, { block: 'bottleneck', blocks: [3, 4, 23, 3] }],
  [152, { block: 'bottleneck', blocks: [3, 8, 36, 3] }],
]);

/** Depths of the ImageNet family (paper, table 1). */
export const imagenetDepths = [...imagenetRows.keys()];

/** Depths of the CIFAR family that the paper reports (section 4.2). */
export const cifarDepths = [20, 32, 44, 56, 110, 1202] as const;

/** Blocks in each stage of a network of the CIFAR family; null where it has none of that depth. */
export function cifarBlocks(depth: number): number | null {
  const blocks = (depth - 2) / 6;
  return Number.isInteger(blocks) && blocks >= 1 && !imagenetRows.has(depth) ? blocks : null;
}

/** The depths of the CIFAR family next below and above one that it lacks. */
export function nearestCifarDepths(depth: number): number[] {
  const next = (step: number): number[] => {
    const start = Math.floor((depth - 2) / 6) * 6 + 2 + (step > 0 ? 6 : 0);
    const candidates = [start, start + step].filter((candidate) => cifarBlocks(candidate) !== null);
    return candidates.slice(0, 1);
  };
  return [...next(-6), ...next(6)];
}
