import type { Network } from '../../../shared/network/build';
import type { Shape } from '../../../shared/network/layer';
import { formatCount } from '../../text/format';
import { words } from '../../text/words.svelte';
import type { Part } from './layout';
import { type Block, ofGate, onShortcut, outlineOf, type Unit } from './outline';
import { meanValue, unitOf } from './parts-of-layers';
import { type QuantityName, readingOf, reportedNames } from './quantity';

/** "28 × 28 × 16" */
export function formatShape(shape: Shape): string {
  return shape.join(' × ');
}

/** With three digits and a unit: "903 k", "40.6 M", "1.05 G" */
export function formatAmount(amount: number): string {
  const units: readonly [number, string][] = [
    [1e9, ' G'],
    [1e6, ' M'],
    [1e3, ' k'],
  ];
  const [size, unit] = units.find(([least]) => amount >= least * 0.9995) ?? [1, ''];
  return `${Number((amount / size).toPrecision(3))}${unit}`;
}

/** What a unit is, in words: "3×3 convolution, stride 2, 16 to 32 channels". */
export function describeUnit({ layers }: Unit): string {
  const texts = words.architecture;
  const [first] = layers;
  if (first?.kind === 'convolution') {
    const { kernel, stride, inputChannels, filters } = first;
    const what = texts.convolution({ kernel, stride, inputChannels, filters });
    if (ofGate(first)) return texts.gate({ convolution: what });
    return onShortcut(first) ? texts.projection({ convolution: what }) : what;
  }
  if (first?.kind === 'paddedShortcut')
    return texts.padded({ stride: first.stride, channels: first.channelsBefore + first.channelsAfter });
  if (first?.kind === 'maximumPooling') return texts.pooling({ kernel: first.kernel, stride: first.stride });
  return texts.together({ kinds: layers.map(({ kind }) => texts.kinds[kind]) });
}

/** On the small box of a shortcut: the option, the kernel, or T for a transform gate. */
export function shortcutSign({ layers }: Unit): string {
  const [first] = layers;
  if (first && ofGate(first)) return 'T';
  return first?.kind === 'paddedShortcut' ? 'A' : '1×1';
}

function describeBlock({ shortcut, units }: Block): string {
  const { blockOf, withShortcut } = words.architecture;
  const block = blockOf({ convolutions: units.filter(({ layers }) => layers[0]?.kind === 'convolution').length });
  if (!shortcut) return block;
  return shortcut === 'gated' ? withShortcut.gated : withShortcut[shortcut]({ block });
}

/** On the box of a part. */
export function labelOf(part: Part): string {
  if (part.kind === 'stage') return words.architecture.stage({ id: part.stage.id, filters: part.stage.filters });
  if (part.kind === 'block') return words.architecture.block({ index: part.block.index });
  const [first] = part.unit.layers;
  return first && onShortcut(first) ? shortcutSign(part.unit) : part.unit.label;
}

interface Amounts {
  readonly shape: Shape;
  readonly parameters: number;
  readonly multiplyAdds: number;
}

/** Output shape, parameters and multiply-adds of whatever is drawn. */
export function amountsOf(part: Part): Amounts {
  if (part.kind === 'unit') {
    const { outputShape, parameters, multiplyAdds } = part.unit;
    return { shape: outputShape, parameters, multiplyAdds };
  }
  const { layers } = part.kind === 'block' ? part.block : part.stage;
  const sum = (key: 'parameters' | 'multiplyAdds') => layers.reduce((total, layer) => total + layer[key], 0);
  const shape = layers.at(-1)?.outputShape ?? [0, 0, 0];
  return { shape, parameters: sum('parameters'), multiplyAdds: sum('multiplyAdds') };
}

/**
 * The whole of a part in one sentence, for those who do not see the drawing.
 * @param reading What is measured of it, in words; null where nothing is.
 */
export function describePart(part: Part, reading: string | null): string {
  const [name, what] =
    part.kind === 'unit'
      ? [part.unit.layers.map((layer) => layer.name).join(', '), describeUnit(part.unit)]
      : part.kind === 'block'
        ? [part.block.id, describeBlock(part.block)]
        : [
            part.stage.id,
            words.architecture.stageOf({ blocks: part.stage.blocks.length, filters: part.stage.filters }),
          ];
  const { shape, parameters, multiplyAdds } = amountsOf(part);
  return [
    `${name}: ${what}`,
    words.architecture.output({ shape: formatShape(shape) }),
    words.architecture.parameters({ count: parameters }),
    words.architecture.multiplyAdds({ amount: formatCount(multiplyAdds) }),
    ...(reading === null ? [] : [reading]),
  ].join('; ');
}

export interface LayerFacts {
  readonly name: string;
  readonly what: string;
  readonly figures: string;
}

/** The facts of the unit that a layer belongs to; null where the network has no such layer. */
export function describeLayer(
  network: Network,
  layer: string,
  measured: { readonly name: QuantityName; readonly values: ReadonlyMap<string, number> | null } | null,
): LayerFacts | null {
  const outline = outlineOf(network);
  const unit = unitOf(outline, layer);
  if (!unit) return null;
  const value = measured && meanValue(unit.layers, reportedNames(outline, measured.name), measured.values);
  const figures = [
    words.architecture.output({ shape: formatShape(unit.outputShape) }),
    words.architecture.parameters({ count: unit.parameters }),
    words.architecture.multiplyAdds({ amount: formatAmount(unit.multiplyAdds) }),
    ...(measured === null || value === null ? [] : [readingOf(measured.name, value)]),
  ];
  return {
    name: unit.layers.map(({ name }) => name).join(', '),
    what: describeUnit(unit),
    figures: figures.join(', '),
  };
}
