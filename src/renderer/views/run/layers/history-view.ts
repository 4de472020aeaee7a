import type { LayersEvent, ResponsesEvent } from '../../../../shared/contract/metrics';
import type { Outline } from '../../../parts/network/outline';
import {
  formatValue,
  type QuantityName,
  quantityValues,
  quantityNames,
  reportedNames,
} from '../../../parts/network/quantity';
import { shortCount } from '../../../parts/charts/axis';
import { csvOf } from '../../../../shared/csv';
import type { CurvesView } from '../../../../shared/charts/curves-view';
import type { Point } from '../../../../shared/charts/points';
import { fromZero } from '../../../parts/charts/along';
import { words } from '../../../text/words.svelte';

export interface LayerHistory {
  readonly responses: readonly ResponsesEvent[];
  readonly layers: readonly LayersEvent[];
}

/** A quantity of a layer over the steps; none where the layer does not have it. */
export function historyOf(outline: Outline, layer: string, name: QuantityName, history: LayerHistory): Point[] {
  const reported = reportedNames(outline, name).get(layer);
  if (reported === undefined) return [];
  const events = name === 'response' ? history.responses : history.layers;
  return events.flatMap((event) => {
    const moment = { responses: undefined, layers: undefined, [event.event]: event };
    const y = quantityValues(name, moment)?.get(reported);
    return y === undefined ? [] : [{ x: event.step, y }];
  });
}

/** The quantities that a layer has. */
export function quantitiesOf(outline: Outline, layer: string): { name: QuantityName; label: string }[] {
  return quantityNames
    .filter((name) => reportedNames(outline, name).has(layer))
    .map((name) => ({ name, label: words.architecture.quantities[name].label }));
}

/** A small chart of a quantity over the run. @param colour Of its line. */
export function historyView(points: readonly Point[], label: string, steps: number, colour: string): CurvesView {
  const last = points.at(-1);
  const most = points.reduce((high, { y }) => Math.max(high, y), 0);
  const style = { colour, dash: [], marker: 'circle' as const };
  const end = last ? formatValue(last.y) : null;
  return {
    series: [{ name: label, points, style, weight: 'marked', faded: false, label: end }],
    x: { title: words.watch.curves.step, low: 0, high: steps, most: 5, tick: shortCount },
    y: { title: label, ...fromZero(most), most: 4, tick: formatValue },
    marks: [],
    labelRoom: 72,
  };
}

/** The values of a quantity, a row each time it was measured. */
export function historyCsv(points: readonly Point[], label: string): string {
  return csvOf(
    ['step', label],
    points.map(({ x, y }) => [x, y]),
  );
}
