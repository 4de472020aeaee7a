import type { Difference, Manifest, Split } from '../../../shared/contract/dataset';
import type { ImportOptions } from '../../../shared/contract/import';
import { formatCount, formatPercent, formatQuantity } from '../../text/format';

export const splits = ['train', 'validation', 'test'] as const satisfies readonly Split[];

export const splitTitles: Record<Split, string> = { train: 'Training', validation: 'Validation', test: 'Test' };

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
    .map(([count, split]) => `${formatCount(count)} ${splitTitles[split].toLowerCase()}`)
    .join(', ');
}

/** Width before height, as pictures are described: "28 × 28 px" */
export function sizeWords({ shape: [height, width] }: Pick<Manifest, 'shape'>): string {
  return `${width} × ${height} px`;
}

/** "1 channel, greyscale" */
export function channelWords(channels: number): string {
  const meaning = channels === 1 ? ', greyscale' : channels === 3 ? ', colour' : '';
  return formatQuantity(channels, 'channel') + meaning;
}

/** How evenly the training pictures are spread: "6,000 for training each", "12 to 6,000 for training each" */
export function balanceWords(dataset: Manifest): string {
  const counts = dataset.classes.map(({ train }) => train);
  const fewest = counts.reduce((a, b) => Math.min(a, b), Infinity);
  const most = counts.reduce((a, b) => Math.max(a, b), 0);
  const range = fewest === most ? formatCount(most) : `${formatCount(fewest)} to ${formatCount(most)}`;
  return `${range} for training each`;
}

/** What is subtracted from x / 255 and what it is divided by. */
export function normalizationWords({ shape, normalization }: Pick<Manifest, 'shape' | 'normalization'>): string {
  const { mean, standardDeviation } = normalization;
  const perChannel = mean.length === shape[2];
  const average = mean.reduce((sum, value) => sum + value, 0) / mean.length;
  const less = perChannel
    ? `the mean of each channel (${mean.map(short).join(', ')})`
    : `the mean of each of ${formatCount(mean.length)} values (${short(average)} on average)`;
  return `Pixels from 0 to 1, less ${less}, divided by ${standardDeviation.map(short).join(', ')}`;
}

function short(value: number): string {
  return value.toFixed(3);
}

/** How it was imported, as far as it was not as usual: "10.0 % for validation; 2 classes renamed". */
export function optionsWords(options: ImportOptions): string {
  const { size, validationShare, testShare, splitSeed, rename, leaveOut, classesFromNames } = options;
  const renamed = Object.keys(rename).length;
  return [
    `${formatPercent(validationShare)} for validation and ${formatPercent(testShare)} for test where the source had none`,
    ...(size ? [`size ${size} × ${size} px`] : []),
    ...(splitSeed > 0 ? [`seed ${splitSeed}`] : []),
    ...(renamed > 0 ? [`${formatQuantity(renamed, 'class', 'classes')} renamed`] : []),
    ...(leaveOut.length > 0 ? [`${formatQuantity(leaveOut.length, 'class', 'classes')} left out`] : []),
    ...(classesFromNames ? ['classes from the names of files'] : []),
  ].join('; ');
}

/** "12 pictures added, 3 removed, 1 in another class; new class owl" */
export function differenceWords(difference: Difference): string {
  const { added, removed, relabelled, classesAdded, classesRemoved } = difference;
  const counts = `${formatQuantity(added, 'picture')} added, ${formatCount(removed)} removed, ${formatCount(relabelled)} in another class`;
  return [
    counts,
    ...classesAdded.map((name) => `new class ${name}`),
    ...classesRemoved.map((name) => `class ${name} is gone`),
  ].join('; ');
}
