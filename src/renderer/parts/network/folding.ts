import type { Network } from '../../../shared/network/build';

/** The number of blocks up to which a stage is short enough to be read unfolded at once. */
const shortStage = 10;

/** Names of the stages, in order. */
export function stagesOf({ variant }: Network): string[] {
  return variant.stages.map((_, index) => `layer${index + 1}`);
}

/** What is unfolded when a network is opened: of short ones the second stage with its first block, where the shape changes. */
export function firstUnfolded({ variant }: Network): ReadonlySet<string> {
  const second = variant.stages[1];
  return new Set(second && second.blocks <= shortStage ? ['layer2', 'layer2.0'] : []);
}
