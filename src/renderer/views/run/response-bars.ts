import type { ResponsesEvent } from '../../../shared/contract/metrics';
import { type Bar, type BarsView, stageStarts } from '../../../shared/charts/bars';
import { scaleOf } from '../../parts/network/quantity';
import { niceCeiling } from '../../parts/charts/axis';
import { csvOf } from '../../../shared/csv';
import { type BarOrder, overlayValues } from './overlay';

/** Responses that are laid over others: whose and of when, in words. */
export interface Laid {
  readonly name: string;
  readonly moment: ResponsesEvent;
}

/** Upper end of the axis and of the colours at a moment: a round number, so that it seldom changes. */
export function responseTop(...moments: readonly (ResponsesEvent | undefined)[]): number {
  let most = 0;
  for (const moment of moments) for (const value of moment?.standardDeviations ?? []) most = Math.max(most, value);
  return most > 0 ? niceCeiling(most * 1.02) : 1;
}

/**
 * One bar a layer; sorted with the greatest first, as in the paper's figure 7.
 * @param laid Another run's responses to lay over them.
 */
export function barView(
  shown: ResponsesEvent,
  top: number,
  order: BarOrder,
  chosen: string | null,
  laid?: Laid,
): BarsView {
  const { layers, standardDeviations } = shown;
  const values = layers.map((id, index) => ({ id, value: standardDeviations[index] ?? 0 }));
  if (order === 'size') values.sort((a, b) => b.value - a.value);
  const over = laid ? overlayValues(shown, laid.moment, order) : [];
  const bars: Bar[] = values.map((bar, index) => ({ ...bar, over: over[index] ?? null }));
  const groups = order === 'size' ? layers.map(() => '') : stageStarts(layers);
  const tick = (value: number) => String(Number(value.toFixed(3)));
  return { bars, groups, overlaid: laid?.name ?? null, chosen, top, low: scaleOf(standardDeviations).low, tick };
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

/**
 * All moments that are held, a row a layer and a column a moment.
 * @param other Another run that is laid over them: its moments follow, for the layers of the same name.
 */
export function responsesCsv(
  history: readonly ResponsesEvent[],
  other?: { readonly name: string; readonly history: readonly ResponsesEvent[] },
): string {
  const [first] = history;
  const over = first && other ? other.history.map((moment) => overlayValues(first, moment, 'order')) : [];
  const header = [
    ...['layer', ...history.map(({ step }) => `step ${step}`)],
    ...(other?.history.map(({ step }) => `${other.name}, step ${step}`) ?? []),
  ];
  return csvOf(
    header,
    (first?.layers ?? []).map((layer, index) => [
      ...[layer, ...history.map((moment) => moment.standardDeviations[index] ?? null)],
      ...over.map((values) => values[index] ?? null),
    ]),
  );
}
