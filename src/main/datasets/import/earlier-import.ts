import { composed } from '../../../shared/composed';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Difference, Manifest } from '../../../shared/contract/dataset';
import { countOf, keysFile, labelsFile } from '../store/packed-files';
import { splits, type PictureList } from './picture-pool';

/** What is known of the pictures of a dataset in the store, by their keys. */
export interface EarlierImport {
  manifest: Manifest;
  /** Places in `splits`. */
  splits: Map<number, number>;
  classes: Map<number, string>;
}

/** Whether a dataset was imported from just these absolute paths. */
export function isFrom(manifest: Manifest, sources: readonly string[]): boolean {
  const before = manifest.sources ?? [manifest.source];
  return before.length === sources.length && before.every((source) => sources.includes(source));
}

/** Reads the keys and labels of a dataset; undefined where an earlier version of the studio wrote no keys. */
export async function readEarlierImport(datasets: string, manifest: Manifest): Promise<EarlierImport | undefined> {
  const folder = join(datasets, manifest.id);
  const earlier: EarlierImport = { manifest, splits: new Map(), classes: new Map() };
  try {
    for (const [place, split] of splits.entries()) {
      const [keys, labels] = [await readFile(keysFile(folder, split)), await readFile(labelsFile(folder, split))];
      for (let index = 0; index < countOf(manifest, split); index++) {
        const key = keys.readDoubleLE(8 * index);
        earlier.splits.set(key, place);
        earlier.classes.set(key, composed(manifest.classes[labels.readInt32LE(4 * index)]?.name ?? ''));
      }
    }
    return earlier;
  } catch {
    return undefined;
  }
}

/** What has changed since. @param classNames those of the labels. */
export function differenceFrom(
  { manifest, classes }: EarlierImport,
  { keys, labels }: Pick<PictureList, 'keys' | 'labels'>,
  classNames: readonly string[],
): Difference {
  const seen = new Set<number>();
  let added = 0;
  let relabelled = 0;
  keys.forEach((key, index) => {
    const label = labels[index] as number;
    if (label < 0 || seen.has(key)) return;
    seen.add(key);
    const before = classes.get(key);
    if (before === undefined) added++;
    else if (before !== classNames[label]) relabelled++;
  });
  const before = manifest.classes.map(({ name }) => composed(name));
  return {
    contentHash: manifest.contentHash,
    added,
    relabelled,
    removed: [...classes.keys()].filter((key) => !seen.has(key)).length,
    classesAdded: classNames.filter((name) => !before.includes(name)),
    classesRemoved: before.filter((name) => !classNames.includes(name)),
  };
}
