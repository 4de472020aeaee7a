import { findNearDuplicates } from './near-duplicates';
import type { PictureList } from './picture-pool';
import { splits } from './picture-pool';
import type { ProblemList } from '../sources/problem-list';
import { message, type Message } from '../../../shared/words/message';

/** Names what may be wrong with pictures that can be read; all of them are kept. */
export function findProblems(pictures: PictureList, classNames: readonly string[], problems: ProblemList): void {
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
        comparison('similar', pictures, first, second, classNames),
      );
    }
  }
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
    problems.add(kind, pictures.nameOf(index), comparison('same', pictures, first, index, classNames));
  }
}

/** In what two pictures that are the same, or look alike, differ: their classes, their splits, both or nothing. */
function comparison(
  how: 'same' | 'similar',
  { labels, splits: splitOf, nameOf }: PictureList,
  first: number,
  second: number,
  classNames: readonly string[],
): Message {
  const picture = nameOf(first);
  const classes = { one: classNames[labels[second] as number] ?? '', other: classNames[labels[first] as number] ?? '' };
  const splitName = (index: number): Message => message(`splits.${splits[splitOf[index] as number] ?? 'train'}`);
  const inSplits = { split: splitName(second), another: splitName(first) };
  const inTwoClasses = labels[first] !== labels[second];
  const inTwoSplits = splitOf[first] !== splitOf[second];
  if (inTwoClasses && inTwoSplits) return message(`problems.${how}.both`, { picture, ...classes, ...inSplits });
  if (inTwoClasses) return message(`problems.${how}.classes`, { picture, ...classes });
  if (inTwoSplits) return message(`problems.${how}.splits`, { picture, ...inSplits });
  return message(`problems.${how}.plain`, { picture });
}
