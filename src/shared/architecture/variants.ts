import { UserError } from '../errors';

/** What the shortcut does where the shape changes (paper, section 3.3); null for a plain network. */
export type Shortcut = 'A' | 'B' | 'C';

export interface Stage {
  readonly blocks: number;
  readonly filters: number;
  readonly stride: number;
}

/** One network of the paper, as the row of a table. */
export interface Variant {
  /** `resnet20` or `plain20`. */
  readonly name: string;
  /** `ResNet-20` or `Plain-20`. */
  readonly title: string;
  readonly family: 'cifar';
  readonly depth: number;
  readonly shortcut: Shortcut | null;
  readonly stem: { readonly kernel: number; readonly filters: number; readonly stride: number };
  readonly stages: readonly Stage[];
}

/** Depths of the CIFAR family that the paper reports (section 4.2); any 6n+2 can be built. */
export const paperDepths = [20, 32, 44, 56, 110, 1202] as const;

const widths = [16, 32, 64] as const;

/** The depths of the form 6n+2 below and above a depth that is not. */
function nearestDepths(depth: number): number[] {
  const below = Math.floor((depth - 2) / 6) * 6 + 2;
  return [below, below + 6].filter((candidate) => candidate >= 8);
}

function cifarVariant(depth: number, shortcut: Shortcut | null): Variant {
  const blocks = (depth - 2) / 6;
  const prefix = shortcut ? 'resnet' : 'plain';
  if (!Number.isInteger(blocks) || blocks < 1) {
    const nearest = nearestDepths(Math.max(depth, 8)).map((fit) => `${prefix}${fit}`);
    throw new UserError(
      `${prefix}${depth}: a network of the CIFAR family has 6n+2 layers; the nearest are ${nearest.join(' and ')}.`,
    );
  }
  return {
    name: `${prefix}${depth}`,
    title: `${shortcut ? 'ResNet' : 'Plain'}-${depth}`,
    family: 'cifar',
    depth,
    shortcut,
    stem: { kernel: 3, filters: widths[0], stride: 1 },
    stages: widths.map((filters, index) => ({ blocks, filters, stride: index === 0 ? 1 : 2 })),
  };
}

/**
 * The variant of that name: `resnet` or `plain` and a depth of 6n+2, such as `resnet20`, `ResNet-56`, `plain-110`.
 * @param shortcut What a residual network does where the shape changes; option A unless given, as in the paper's CIFAR experiments.
 * @throws UserError where the name or its depth is unknown, with the nearest names.
 */
export function findVariant(name: string, shortcut: Shortcut = 'A'): Variant {
  const match = /^(resnet|plain)-?(\d{1,5})$/i.exec(name.trim());
  if (!match?.[1] || !match[2]) {
    const known = paperDepths.map((depth) => `resnet${depth}`).join(', ');
    throw new UserError(
      `Unknown network "${name}". Known are ${known}, their plain twins such as plain20, and any depth of 6n+2.`,
    );
  }
  return cifarVariant(Number(match[2]), match[1].toLowerCase() === 'resnet' ? shortcut : null);
}

/** The same layers without shortcuts. */
export function plainTwin(variant: Variant): Variant {
  return cifarVariant(variant.depth, null);
}
