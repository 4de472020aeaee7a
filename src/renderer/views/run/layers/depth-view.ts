import type { DepthView } from '../../../../shared/charts/depth';
import type { LayersEvent } from '../../../../shared/contract/metrics';
import type { LayerMoment, QuantityName } from '../../../parts/network/quantity';
import { formatValue, quantityValues, scaleOf } from '../../../parts/network/quantity';
import { csvOf } from '../../../../shared/csv';
import { words } from '../../../text/words.svelte';

/** How a chart by depth writes its numbers. */
const written = () => ({ write: formatValue, logarithmic: words.layers.log });

/** A quantity of every layer that has it. */
export function flowView(moment: LayerMoment, quantity: QuantityName, chosen: string | null): DepthView | null {
  const values = quantityValues(quantity, moment);
  if (!values) return null;
  const { label } = words.architecture.quantities[quantity];
  const strip = { label, values: [...values.values()], scale: scaleOf(values.values()) };
  return { names: [...values.keys()], strips: [strip], chosen, ...written() };
}

/** The block contribution: what each block adds relative to what it adds it to, and whether both point the same way. */
export function contributionView(layers: LayersEvent | undefined, chosen: string | null): DepthView | null {
  if (!layers || layers.blocks.length === 0) return null;
  const block = chosen?.split('.').slice(0, 2).join('.') ?? null;
  return {
    names: layers.blocks,
    strips: [
      { label: words.architecture.quantities.ratio.label, values: layers.ratios, scale: scaleOf(layers.ratios) },
      { label: words.layers.cosine, values: layers.cosines, scale: { low: -1, high: 1, logarithmic: false } },
    ],
    chosen: block,
    ...written(),
  };
}

/** Rows of a table: the name, then a value of each strip. */
export function depthLines({ names, strips }: DepthView) {
  return names.map((name, index) => ({
    key: name,
    label: name,
    cells: strips.map(({ values }) => ({ value: values[index] ?? null, text: formatValue(values[index] ?? NaN) })),
  }));
}

/** Every moment that is held, a row a layer or block and a column a moment and quantity. */
export function depthCsv(history: readonly LayersEvent[], kind: 'flow' | 'contribution'): string {
  const columns = (event: LayersEvent): readonly [string, readonly number[] | undefined][] =>
    kind === 'contribution'
      ? [
          ['ratio', event.ratios],
          ['cosine', event.cosines],
        ]
      : [
          ['gradient norm', event.gradientNorms],
          ['weight norm', event.weightNorms],
          ['update ratio', event.updateRatios],
        ];
  const all = history.flatMap((event) =>
    columns(event).map(([name, values]) => ({ name: `${name} at step ${event.step}`, values })),
  );
  const names = (kind === 'contribution' ? history[0]?.blocks : history[0]?.layers) ?? [];
  const rows = names.map((name, index) => [name, ...all.map(({ values }) => values?.[index] ?? null)]);
  return csvOf([kind === 'contribution' ? 'block' : 'layer', ...all.map(({ name }) => name)], rows);
}
