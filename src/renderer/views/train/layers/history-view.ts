import type { LayersEvent, ResponsesEvent } from '../../../../shared/contract/metrics';
import type { Outline } from '../../../parts/architecture/outline';
import {
  formatValue,
  type QuantityName,
  quantityValues,
  quantityNames,
  reportedNames,
} from '../../../parts/architecture/quantity';
import { niceCeiling } from '../../../parts/charts/axis';
import type { LineView } from '../../../parts/charts/line-view';
import type { Point } from '../../../../shared/figure/curve-path';
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

/** A small chart of a quantity over the run. */
export function historyView(points: readonly Point[], label: string, steps: number): LineView {
  const last = points.at(-1);
  const most = Math.max(0, ...points.map(({ y }) => y));
  return {
    series: [{ name: label, tone: 'training', look: 'line', points, endLabel: last ? formatValue(last.y) : null }],
    ...{ marks: [], steps, top: most > 0 ? niceCeiling(most * 1.02) : 1, logarithmic: false },
    ...{ tick: formatValue, value: formatValue },
  };
}
