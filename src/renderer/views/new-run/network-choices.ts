import { cifarDepths, imagenetDepths } from '../../../shared/network/families';
import { highwayDepths } from '../../../shared/network/highway';
import { leastImagenetSide } from '../../../shared/network/input-size';
import type { Shape } from '../../../shared/network/layer';
import { findVariant, type Variant, type VariantOptions } from '../../../shared/network/variants';
import { words } from '../../text/words.svelte';

const families = [
  { name: 'resnet', title: 'ResNet' },
  { name: 'plain', title: 'Plain' },
] as const;

interface NetworkOption {
  readonly value: string;
  readonly label: string;
  readonly disabled?: boolean;
}

/**
 * The networks that the paper reports, residual and plain, and any other depth.
 * @param shape Of the dataset's pictures; networks for larger ones cannot be chosen, and say why.
 */
export function networkOptions(shape?: Shape): NetworkOption[] {
  const tooSmall = shape !== undefined && Math.min(shape[0], shape[1]) < leastImagenetSide;
  const needing = (label: string) =>
    tooSmall ? words.train.needsPixels({ network: label, side: leastImagenetSide }) : label;
  return [
    ...families.flatMap(({ name, title }) => [
      ...cifarDepths.map((depth) => ({ value: `${name}${depth}`, label: `${title}-${depth}` })),
      ...imagenetDepths.map((depth) => ({
        value: `${name}${depth}`,
        label: needing(`${title}-${depth}`),
        disabled: tooSmall,
      })),
    ]),
    ...highwayDepths.map((depth) => ({ value: `highway${depth}`, label: `Highway-${depth}` })),
    { value: 'resnet', label: words.train.otherResnet },
    { value: 'plain', label: words.train.otherPlain },
  ];
}

/** Whether the depth is chosen apart. */
export function hasOwnDepth(network: string): boolean {
  return families.some(({ name }) => name === network);
}

/** What is chosen of a network: a variant's name, or a family whose depth is chosen apart; null while it is no number. */
export interface NetworkChoice {
  network: string;
  depth: number | null;
}

export function variantName({ network, depth }: NetworkChoice): string {
  return hasOwnDepth(network) ? `${network}${depth ?? ''}` : network;
}

/** The variant that is chosen, with what is chosen of it beside its name; undefined while there is none of that depth. */
export function variantOf(choice: NetworkChoice, options: VariantOptions = {}): Variant | undefined {
  try {
    return findVariant(variantName(choice), options);
  } catch {
    return undefined;
  }
}

/** The depth in a variant's name; null for a family. */
export function depthOf(network: string): number | null {
  return hasOwnDepth(network) ? null : Number(network.replace(/\D/g, ''));
}

/** The choice that comes to a variant; ResNet-20 where there is none. */
export function networkChoice(variant: string): NetworkChoice {
  if (networkOptions().some(({ value }) => value === variant && !hasOwnDepth(value))) {
    return { network: variant, depth: depthOf(variant) };
  }
  const [, family, depth] = /^(resnet|plain)(\d+)$/.exec(variant) ?? [];
  return family && depth ? { network: family, depth: Number(depth) } : { network: 'resnet20', depth: 20 };
}
