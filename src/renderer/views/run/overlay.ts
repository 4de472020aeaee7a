import type { ResponsesEvent } from '../../../shared/contract/metrics';
import type { RunSummary } from '../../../shared/contract/run';

export type BarOrder = 'order' | 'size';

/** A menu of more cannot be looked through. */
const mostChoices = 50;

/** The network without shortcuts of one that has them, and the other way round; null where there is none. */
function twinOf(model: string): string | null {
  const [, kind, depth] = /^(resnet|plain)(\d+)$/.exec(model) ?? [];
  if (kind === undefined) return null;
  return `${kind === 'resnet' ? 'plain' : 'resnet'}${depth}`;
}

/** Runs whose responses can be laid over those of a run: its twins first, then those of its dataset, newest first. */
export function overlayChoices(run: RunSummary, list: readonly RunSummary[]): RunSummary[] {
  const rank = (other: RunSummary): number => {
    if (isTwin(run, other)) return 0;
    return other.trainedOn?.dataset === run.trainedOn?.dataset ? 1 : 2;
  };
  return list
    .filter((other) => other.run !== run.run && !other.damaged && !other.archived && other.steps > 0)
    .sort((a, b) => rank(a) - rank(b))
    .slice(0, mostChoices);
}

/** Whether one is the plain twin of the other: of the same depth, trained on the same dataset. */
export function isTwin(run: RunSummary, other: RunSummary): boolean {
  return other.model === twinOf(run.model) && other.trainedOn?.dataset === run.trainedOn?.dataset;
}

/** What the other run had measured when it was as many epochs old; its first measurement where that came later. */
export function responsesOfEpoch(history: readonly ResponsesEvent[], epoch: number): ResponsesEvent | undefined {
  return history.filter((moment) => moment.epoch <= epoch).at(-1) ?? history[0];
}

/**
 * The other run's values for the bars of a run: those of the layers of the same name or, by size, of the same rank.
 * @returns null where the other network has no such layer.
 */
export function overlayValues(own: ResponsesEvent, other: ResponsesEvent, order: BarOrder): (number | null)[] {
  if (order === 'size') {
    const sorted = [...other.standardDeviations].sort((a, b) => b - a);
    return own.layers.map((_, rank) => sorted[rank] ?? null);
  }
  const values = new Map(other.layers.map((layer, index) => [layer, other.standardDeviations[index]]));
  return own.layers.map((layer) => values.get(layer) ?? null);
}
