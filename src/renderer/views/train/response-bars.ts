import type { ResponsesEvent } from '../../../shared/contract/metrics';
import { niceCeiling } from '../../parts/charts/axis';
import type { Bar, BarView } from '../../parts/charts/bar-view';
import { csvOf } from '../../parts/charts/csv';

export type BarOrder = 'order' | 'size';

/** "layer2" of "layer2.0.conv1"; the layer's own name in the stem. */
function groupOf(layer: string): string {
  return layer.split('.')[0] ?? layer;
}

/** Upper end of the axis and of the colours at a moment: a round number, so that it seldom changes. */
export function responseTop(moment: ResponsesEvent | undefined): number {
  let most = 0;
  for (const value of moment?.standardDeviations ?? []) most = Math.max(most, value);
  return most > 0 ? niceCeiling(most * 1.02) : 1;
}

/** One bar a layer; sorted with the greatest first, as in the paper's figure 7. */
export function barView(
  { layers, standardDeviations }: ResponsesEvent,
  top: number,
  order: BarOrder,
  chosen: string | null,
): BarView {
  const bars: Bar[] = layers.map((id, index) => ({ id, value: standardDeviations[index] ?? 0 }));
  if (order === 'size') bars.sort((a, b) => b.value - a.value);
  const groups = bars.map(({ id }, index) => {
    if (order === 'size') return '';
    const group = groupOf(id);
    return group.startsWith('layer') && group !== groupOf(bars[index - 1]?.id ?? '') ? group : '';
  });
  return { bars, groups, chosen, top };
}

/** The moment that is shown: the one of that step, or the newest. */
export function responsesAt(history: readonly ResponsesEvent[], step: number | null): ResponsesEvent | undefined {
  const index = step === null ? -1 : history.findIndex((moment) => moment.step >= step);
  return history.at(index);
}

/** What was measured last until that step; the newest where no step is given. */
export function measuredAt<Moment extends { readonly step: number }>(
  history: readonly Moment[],
  step: number | null,
): Moment | undefined {
  return step === null ? history.at(-1) : history.filter((moment) => moment.step <= step).at(-1);
}

/** All moments that are held, a row a layer and a column a moment. */
export function responsesCsv(history: readonly ResponsesEvent[]): string {
  const layers = history[0]?.layers ?? [];
  const header = ['layer', ...history.map(({ step }) => `step ${step}`)];
  return csvOf(
    header,
    layers.map((layer, index) => [layer, ...history.map((moment) => moment.standardDeviations[index] ?? null)]),
  );
}
