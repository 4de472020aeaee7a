import { posix } from 'node:path';
import { byCodePoints } from '../../../shared/composed';
import type { Split } from '../../../shared/contract/dataset';
import { UserError } from '../../../shared/errors';
import { message } from '../../../shared/words/message';
import type { FoundPicture, ReaderOptions, SourceData } from '../readers/reader';
import { fullPath, type FoundFile, type Listing } from '../sources/listing';
import { PictureFinder } from './picture-finder';
import { readHead, readRows } from './table-rows';

/** Lists that share the numbers of their pictures, as CUB-200 and NABirds have them. */
export interface RelatedTables {
  /** Number and path of each picture. */
  readonly images: FoundFile;
  /** Number and class of each picture. */
  readonly labels: FoundFile;
  /** Number and name of each class. */
  readonly classes: FoundFile | undefined;
  /** Number of each picture, and 1 where it is for training. */
  readonly split: FoundFile | undefined;
}

export function findRelatedTables({ files, chosen }: Listing): RelatedTables | undefined {
  const labels = files.find(({ path }) => posix.basename(path) === 'image_class_labels.txt');
  if (!labels || chosen.length > 0) return undefined;
  const beside = (name: string): FoundFile | undefined => {
    const path = posix.join(posix.dirname(labels.path), name);
    return files.find((file) => file.path === path);
  };
  const images = beside('images.txt');
  return images && { images, labels, classes: beside('classes.txt'), split: beside('train_test_split.txt') };
}

/** @throws UserError where a list cannot be read, or none of its pictures is there. */
export async function readRelatedTables(
  { images, labels, classes, split }: RelatedTables,
  listing: Listing,
  options: ReaderOptions,
): Promise<SourceData> {
  const pairs = (file: FoundFile): AsyncGenerator<[string, string]> => pairsOf(file, listing, options);
  const paths = await mapOf(pairs(images));
  const names = classes ? await mapOf(pairs(classes)) : new Map<string, string>();
  const training = split && (await mapOf(pairs(split)));
  const finder = new PictureFinder(listing.files);
  const found: (FoundPicture & { name: string })[] = [];
  let row = 0;
  for await (const [image, label] of pairs(labels)) {
    const place = message('pictures.inRow', { file: fullPath(labels), row: ++row });
    const path = paths.get(image);
    if (path === undefined || label === '') {
      options.problems.add('unlabelled', place, message('readers.rowIncomplete'));
      continue;
    }
    const of: Split = training && training.get(image) !== '1' ? 'test' : 'train';
    const match = finder.find(images, path);
    if (match && 'file' in match)
      found.push({ file: match.file, label: 0, split: of, name: names.get(label) ?? label });
    else options.problems.add('missing', place, message('readers.rowWithoutPicture', { path }));
  }
  const classNames = [...new Set(found.map(({ name }) => name))].sort(byCodePoints);
  const [only = '', another] = classNames;
  if (another === undefined) {
    const values = { name: fullPath(labels), class: only, count: found.length };
    throw new UserError(message('readers.tableOfOneClass', values));
  }
  const places = new Map(classNames.map((name, place) => [name, place]));
  const items = found.map(({ name, ...item }) => ({ ...item, label: places.get(name) as number }));
  return { name: listing.name, classNames, classesFromNames: false, pictures: { kind: 'encoded', items } };
}

/** A number and what belongs to it, of each line. */
async function* pairsOf(
  file: FoundFile,
  { decoding }: Listing,
  { signal, report }: ReaderOptions,
): AsyncGenerator<[string, string]> {
  const head = await readHead(file, decoding, { signal });
  const told = (done: number, total: number): void => report({ stage: 'Reading files', done, total });
  for await (const [number = '', ...rest] of readRows(head, { signal, report: told })) yield [number, rest.join(' ')];
}

async function mapOf(pairs: AsyncIterable<[string, string]>): Promise<Map<string, string>> {
  const map = new Map<string, string>();
  for await (const [key, value] of pairs) map.set(key, value);
  return map;
}
