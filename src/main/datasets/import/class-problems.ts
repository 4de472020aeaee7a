import type { Manifest } from '../../../shared/contract/dataset';
import { message } from '../../../shared/words/message';
import { splitCalled } from '../readers/split-names';
import type { ProblemList } from '../sources/problem-list';
import { splits } from './picture-pool';

type Classes = Manifest['classes'];

/** Beyond this the network hears of some classes far more often than of others. */
const largestImbalance = 10;
const fewest = 2;

/** Counts of each class in each split. @param assigned places in `splits`, one a picture. */
export function countBySplit(classNames: readonly string[], labels: Int32Array, assigned: Uint8Array): Classes {
  const classes = classNames.map((name) => ({ name, train: 0, validation: 0, test: 0 }));
  labels.forEach((label, index) => {
    const counts = classes[label];
    const split = splits[assigned[index] as number];
    if (counts && split) counts[split]++;
  });
  return classes;
}

/** Names classes that are called like a split, are hardly there, or are trained on far more often than others. */
export function tellClasses(classes: Classes, source: string, problems: ProblemList): void {
  for (const { name, ...counts } of classes) {
    const count = counts.train + counts.validation + counts.test;
    if (splitCalled(name)) problems.add('called-like-split', source, message('problems.calledLikeSplit', { name }));
    if (count < fewest) problems.add('few-pictures', source, message('problems.fewPictures', { name, count }));
  }
  // One without training pictures is named as such.
  const [first, ...others] = classes.filter(({ train }) => train > 0);
  if (!first) return;
  const most = others.reduce((before, one) => (one.train > before.train ? one : before), first);
  const least = others.reduce((before, one) => (one.train < before.train ? one : before), first);
  const ratio = most.train / least.train;
  if (ratio < largestImbalance) return;
  const values = { name: most.name, count: most.train, other: least.name, few: least.train, ratio: Math.round(ratio) };
  problems.add('imbalance', source, message('problems.imbalance', values));
}

/** Names classes that have no picture in a split in which others have. */
export function tellMissingFromSplits(classes: Classes, source: string, problems: ProblemList): void {
  for (const split of splits) {
    if (classes.every((counts) => counts[split] === 0)) continue;
    for (const { name, ...counts } of classes) {
      if (counts[split] > 0 || counts.train + counts.validation + counts.test === 0) continue;
      problems.add('missing-from-split', source, message(`problems.missingFrom.${split}`, { name }));
    }
  }
}
