import { findNearDuplicates } from './near-duplicates';
import type { PictureList } from './picture-pool';
import { splits } from './picture-pool';
import type { ProblemList } from '../sources/problem-list';

/** Beyond this the network hears of some classes far more often than of others. */
const largestImbalance = 10;
const fewest = 2;

/** Names what may be wrong with pictures that can be read; all of them are kept. */
export function findProblems(
  pictures: PictureList,
  classNames: readonly string[],
  source: string,
  problems: ProblemList,
): void {
  const { keys, labels } = pictures;
  const kept = Uint32Array.from(labels.keys()).filter((index) => (labels[index] as number) >= 0);
  const order = kept.slice().sort((a, b) => (keys[a] as number) - (keys[b] as number) || a - b);
  for (let start = 0, end = 0; start < order.length; start = end) {
    const key = keys[order[start] as number];
    while (end < order.length && keys[order[end] as number] === key) end++;
    if (end - start > 1) tellIdentical(pictures, [...order.subarray(start, end)], classNames, problems);
  }
  if (pictures.hashes) {
    for (const [first, second] of findNearDuplicates(pictures.hashes, kept, keys)) {
      problems.add(
        'near-duplicate',
        pictures.nameOf(second),
        `It looks like ${pictures.nameOf(first)}${tellDifference(pictures, first, second, classNames)}.`,
      );
    }
  }
  tellCounts(labels, classNames, source, problems);
}

function tellIdentical(
  pictures: PictureList,
  [first = 0, ...others]: number[],
  classNames: readonly string[],
  problems: ProblemList,
): void {
  for (const index of others) {
    const inTwoClasses = pictures.labels[index] !== pictures.labels[first];
    const inTwoSplits = pictures.splits[index] !== pictures.splits[first];
    const kind = inTwoClasses ? 'in-two-classes' : inTwoSplits ? 'in-two-splits' : 'duplicate';
    const difference = tellDifference(pictures, first, index, classNames);
    problems.add(kind, pictures.nameOf(index), `It is the same picture as ${pictures.nameOf(first)}${difference}.`);
  }
}

function tellDifference(
  { labels, splits: splitOf }: PictureList,
  first: number,
  second: number,
  classNames: readonly string[],
): string {
  const className = (index: number): string => classNames[labels[index] as number] ?? '';
  const splitName = (index: number): string => splits[splitOf[index] as number] ?? '';
  const inTwoClasses = labels[first] !== labels[second];
  const inTwoSplits = splitOf[first] !== splitOf[second];
  const ofClasses = `"${className(second)}" and "${className(first)}"`;
  const ofSplits = `${splitName(second)} and ${splitName(first)}`;
  if (inTwoClasses) return inTwoSplits ? `: in ${ofClasses}, ${ofSplits}` : `: in ${ofClasses}`;
  return inTwoSplits ? `: in ${ofSplits}` : '';
}

function tellCounts(labels: Int32Array, classNames: readonly string[], source: string, problems: ProblemList): void {
  const counts = new Array<number>(classNames.length).fill(0);
  for (const label of labels) if (label >= 0) (counts[label] as number)++;
  counts.forEach((count, label) => {
    if (count >= fewest) return;
    problems.add(
      'few-pictures',
      source,
      `The class "${classNames[label]}" has ${count} picture${count === 1 ? '' : 's'}.`,
    );
  });
  const most = counts.reduce((place, count, label) => (count > (counts[place] as number) ? label : place), 0);
  const least = counts.reduce((place, count, label) => (count < (counts[place] as number) ? label : place), 0);
  const ratio = (counts[most] as number) / Math.max(1, counts[least] as number);
  if (ratio < largestImbalance) return;
  problems.add(
    'imbalance',
    source,
    `The class "${classNames[most]}" has ${counts[most]} pictures, "${classNames[least]}" has ${counts[least]}: ` +
      `${Math.round(ratio)} times as many. The network will favour the larger class.`,
  );
}
