import type { Manifest } from '../contract/dataset';
import type { RunSummary } from '../contract/run';

/** Whether a run's dataset still holds what the run was made for: `gone` where it is in the store no longer. */
export type DatasetStanding = 'same' | 'changed' | 'gone';

/** @param datasets all that are in the store. @returns undefined where the run does not say what it was made for. */
export function datasetStanding(
  { trainedOn }: Pick<RunSummary, 'trainedOn'>,
  datasets: readonly Pick<Manifest, 'id' | 'contentHash'>[],
): DatasetStanding | undefined {
  if (trainedOn === null) return undefined;
  const now = datasets.find(({ id }) => id === trainedOn.dataset);
  if (!now) return 'gone';
  return now.contentHash === trainedOn.contentHash ? 'same' : 'changed';
}
