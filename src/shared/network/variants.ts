import { UserError } from '../errors';
import { message } from '../words/message';
import {
  cifarBlocks,
  cifarDepths,
  cifarFamily,
  imagenetDepths,
  imagenetFamily,
  imagenetRows,
  nearestCifarDepths,
  type BlockKind,
  type BottleneckStride,
  type Family,
  type FamilyName,
  type Shortcut,
  type Stage,
  type Stem,
  defaultInputs,
} from './families';
import { highwayDepths, highwayRows } from './highway';

/** One network of the paper, as the row of a table. */
export interface Variant {
  /** `resnet20` or `plain20`. */
  readonly name: string;
  /** `ResNet-20` or `Plain-20`. */
  readonly title: string;
  readonly family: FamilyName;
  readonly depth: number;
  readonly block: BlockKind;
  /** Null for a plain network, and for a highway network, whose shortcuts are gated. */
  readonly shortcut: Shortcut | null;
  /** Null where blocks are basic. */
  readonly bottleneckStride: BottleneckStride | null;
  readonly stem: Stem;
  readonly stages: readonly Stage[];
}

/** What can be chosen of a network beside its name; what is left out is as its family has it. */
export interface VariantOptions {
  /** Option A in the CIFAR family, B in the ImageNet family. */
  readonly shortcut?: Shortcut;
  /** `3x3` unless given, as torchvision's weights have it. */
  readonly bottleneckStride?: BottleneckStride;
}

interface Row {
  readonly family: Family;
  readonly block: BlockKind;
  readonly blocks: readonly number[];
}

function rowOf(prefix: string, depth: number): Row {
  const row = imagenetRows.get(depth);
  if (row) return { family: imagenetFamily, ...row };
  const blocks = cifarBlocks(depth);
  if (blocks !== null) return { family: cifarFamily, block: 'basic', blocks: cifarFamily.widths.map(() => blocks) };
  const nearest = nearestCifarDepths(Math.max(depth, 8)).map((fit) => `${prefix}${fit}`);
  const imagenet = imagenetDepths.map((known) => `${prefix}${known}`);
  throw new UserError(message('networks.badDepth', { network: `${prefix}${depth}`, nearest, names: imagenet }));
}

function variantOf(depth: number, plain: boolean, { shortcut, bottleneckStride = '3x3' }: VariantOptions): Variant {
  const prefix = plain ? 'plain' : 'resnet';
  const { family, block, blocks } = rowOf(prefix, depth);
  return {
    name: `${prefix}${depth}`,
    title: `${plain ? 'Plain' : 'ResNet'}-${depth}`,
    family: family.name,
    depth,
    block,
    shortcut: plain ? null : (shortcut ?? family.shortcut),
    bottleneckStride: block === 'bottleneck' ? bottleneckStride : null,
    stem: family.stem,
    stages: family.widths.map((filters, index) => ({
      blocks: blocks[index] ?? 0,
      filters,
      stride: index === 0 ? 1 : 2,
    })),
  };
}

const highwayNames = highwayDepths.map((depth) => `highway${depth}`);

function highwayVariant(depth: number): Variant {
  const stages = highwayRows.get(depth);
  if (!stages) throw new UserError(message('networks.badHighwayDepth', { depth, names: highwayNames }));
  const filters = stages[0]?.filters ?? 0;
  return {
    name: `highway${depth}`,
    title: `Highway-${depth}`,
    family: 'highway',
    depth,
    block: 'highway',
    shortcut: null,
    bottleneckStride: null,
    stem: { kernel: 3, filters, stride: 1, pooled: false },
    stages,
  };
}

/**
 * The variant of that name: `resnet` or `plain` and a depth, such as `resnet20`, `ResNet-56`, `plain-110`, or `highway`
 * and 19 or 32. The depths 18, 34, 50, 101 and 152 are those of the ImageNet family (paper, table 1), any other 6n+2 is
 * of the CIFAR family.
 * Options that a network has no use for, such as the shortcut of a plain one, change nothing.
 * @throws UserError where the name or its depth is unknown, with the nearest names.
 */
export function findVariant(name: string, options: VariantOptions = {}): Variant {
  const match = /^(resnet|plain|highway)-?(\d{1,5})$/i.exec(name.trim());
  if (!match?.[1] || !match[2]) {
    const known = [...cifarDepths, ...imagenetDepths].map((depth) => `resnet${depth}`).join(', ');
    throw new UserError(message('networks.unknown', { name, known, names: highwayNames }));
  }
  const [kind, depth] = [match[1].toLowerCase(), Number(match[2])];
  return kind === 'highway' ? highwayVariant(depth) : variantOf(depth, kind === 'plain', options);
}

/**
 * As `findVariant`, for what somebody asks for.
 * @throws UserError also where the network has no use for an option.
 */
export function chooseVariant(name: string, options: VariantOptions): Variant {
  const variant = findVariant(name, options);
  if (options.shortcut && variant.shortcut === null) {
    const values = { network: variant.title, option: options.shortcut };
    const isHighway = variant.block === 'highway';
    throw new UserError(message(isHighway ? 'networks.hasGates' : 'networks.hasNoShortcuts', values));
  }
  if (options.bottleneckStride && variant.bottleneckStride === null) {
    throw new UserError(message('networks.hasNoBottlenecks', { network: variant.title }));
  }
  return variant;
}

/** The same layers without shortcuts. @throws UserError where the network is a highway network. */
export function plainTwin({ title, block, depth, bottleneckStride }: Variant): Variant {
  if (block === 'highway') throw new UserError(message('networks.noPlainTwin', { network: title }));
  return variantOf(depth, true, { bottleneckStride: bottleneckStride ?? undefined });
}

/** The pictures and classes that a variant has in the paper's experiments. */
export function defaultInput({ family }: Variant): (typeof defaultInputs)[FamilyName] {
  return defaultInputs[family];
}
