import type { Difference, Manifest, Split } from '../../../shared/contract/dataset';
import type { ImportOptions } from '../../../shared/contract/import';
import { isActive, type RunSummary } from '../../../shared/contract/run';
import { formatPercent } from '../../text/format';
import { words } from '../../text/words.svelte';

export const splits = ['train', 'validation', 'test'] as const satisfies readonly Split[];

/** Pictures of one split over all classes. */
export function countOf(dataset: Pick<Manifest, 'classes'>, split: Split): number {
  return dataset.classes.reduce((sum, counts) => sum + counts[split], 0);
}

/** Pictures over all classes and splits. */
export function pictureCount(dataset: Manifest): number {
  return splits.reduce((sum, split) => sum + countOf(dataset, split), 0);
}

/** "60,000 training, 10,000 test": the splits that hold pictures. */
export function splitWords(dataset: Pick<Manifest, 'classes'>): string {
  return splits
    .map((split) => [countOf(dataset, split), split] as const)
    .filter(([count]) => count > 0)
    .map(([count, split]) => words.datasets.inSplit[split]({ count }))
    .join(', ');
}

/** Width before height, as pictures are described: "28 × 28 px" */
export function sizeWords({ shape: [height, width] }: Pick<Manifest, 'shape'>): string {
  return `${width} × ${height} px`;
}

/** How evenly the training pictures are spread: "6,000 training pictures each", "12 to 6,000 training pictures each" */
export function balanceWords(dataset: Manifest): string {
  const counts = dataset.classes.map(({ train }) => train);
  const fewest = counts.reduce((a, b) => Math.min(a, b), Infinity);
  const most = counts.reduce((a, b) => Math.max(a, b), 0);
  return fewest === most ? words.datasets.balanced({ most }) : words.datasets.balance({ fewest, most });
}

/** What is subtracted from x / 255 and what it is divided by. */
export function normalizationWords({ shape, normalization }: Pick<Manifest, 'shape' | 'normalization'>): string {
  const { mean, standardDeviation } = normalization;
  const perChannel = mean.length === shape[2];
  const average = mean.reduce((sum, value) => sum + value, 0) / mean.length;
  const less = perChannel
    ? words.datasets.normalization.perChannel({ means: mean.map(short).join(', ') })
    : words.datasets.normalization.perValue({ values: mean.length, average: short(average) });
  return words.datasets.normalization.whole({ less, divisors: standardDeviation.map(short).join(', ') });
}

function short(value: number): string {
  return value.toFixed(3);
}

/** How it was imported, as far as it was not as usual: "10.0 % for validation; 2 classes renamed". */
export function optionsWords(options: ImportOptions): string {
  const { size, validationShare, testShare, splitSeed, rename, leaveOut, classesFromNames, keep } = options;
  const renamed = Object.keys(rename).length;
  const texts = words.datasets.options;
  return [
    texts.shares({ validation: formatPercent(validationShare), test: formatPercent(testShare) }),
    ...(size ? [texts.size({ size })] : []),
    ...(splitSeed > 0 ? [texts.seed({ seed: splitSeed })] : []),
    ...(renamed > 0 ? [texts.renamed({ count: renamed })] : []),
    ...(leaveOut.length > 0 ? [texts.leftOut({ count: leaveOut.length })] : []),
    ...(classesFromNames ? [texts.fromNames] : []),
    ...(keep === 'originals' ? [texts.inPlace] : []),
  ].join('; ');
}

/** "12 pictures added, 3 removed, 1 in another class; new class owl" */
export function differenceWords(difference: Difference): string {
  const { added, removed, relabelled, classesAdded, classesRemoved } = difference;
  const texts = words.datasets.difference;
  return [
    texts.counts({ added, removed, relabelled }),
    ...classesAdded.map((name) => texts.newClass({ name })),
    ...classesRemoved.map((name) => texts.goneClass({ name })),
  ].join('; ');
}

/** The run that trains on a dataset, or waits to. */
export function runNeeding({ id }: Manifest, runs: readonly RunSummary[]): RunSummary | undefined {
  return runs.find(({ state, trainedOn }) => (state === 'queued' || isActive(state)) && trainedOn?.dataset === id);
}
