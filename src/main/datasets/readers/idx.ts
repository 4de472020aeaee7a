import { join } from 'node:path';
import type { Shape } from '../../../shared/network/layer';
import { UserError } from '../../../shared/errors';
import { message } from '../../../shared/words/message';
import { locate } from '../sources/listing';
import { readClassNames } from './class-names';
import type { Expected, IdxArray } from './idx-array';
import { readIdxFile } from './idx-file';
import { chooseIdxFiles, holdsIdxFiles, sourceOf, type IdxFiles, type Source } from './idx-names';
import { findKnownData } from './known-data';
import type { LabelledPictures, RawPictures, Reader, ReadOptions } from './reader';

const largestSide = 4096;

/** MNIST's format: pictures and labels in IDX files, plain or gzip-compressed. */
export const idxReader: Reader = {
  name: 'IDX',
  layout: message('imports.layouts.idx'),
  matches: (listing) => (holdsIdxFiles(sourceOf(listing)) ? 'yes' : 'no'),
  async read(listing, options) {
    const source = sourceOf(listing);
    const files = chooseIdxFiles(source);
    const [images, labels, testImages, testLabels] = await readAll(source, files, options);
    const shape = shapeOf(images, join(source.folder, files.trainImages));
    const train = pair(images, labels, source.folder, files.trainImages, files.trainLabels);
    let test: LabelledPictures = { images: new Uint8Array(0), labels: new Uint8Array(0) };
    if (files.test && testImages && testLabels) {
      const testShape = shapeOf(testImages, join(source.folder, files.test.images));
      if (testShape.join() !== shape.join()) {
        throw new UserError(
          message('readers.otherShape', {
            path: join(source.folder, files.test.images),
            shape: testShape.join(' x '),
            other: files.trainImages,
            another: shape.join(' x '),
          }),
        );
      }
      test = pair(testImages, testLabels, source.folder, files.test.images, files.test.labels);
    }
    const known = findKnownData(train.labels);
    const named = (await readClassNames(source.files, listing.decoding)) ?? known?.classNames;
    const classNames =
      named ?? Array.from({ length: Math.max(...countLabels(train.labels).keys()) + 1 }, (_, label) => String(label));
    checkLabels(train.labels, classNames, join(source.folder, files.trainLabels), true);
    if (files.test) checkLabels(test.labels, classNames, join(source.folder, files.test.labels), false);
    const parts: RawPictures['parts'] = [{ split: 'train', file: join(source.folder, files.trainImages), ...train }];
    if (files.test) parts.push({ split: 'test', file: join(source.folder, files.test.images), ...test });
    return {
      name: known?.name ?? files.prefix ?? listing.name,
      classNames,
      classesFromNames: false,
      pictures: { kind: 'raw', shape, parts },
    };
  },
};

async function readAll(
  source: Source,
  files: IdxFiles,
  { report, signal }: Pick<ReadOptions, 'report' | 'signal'>,
): Promise<[IdxArray, IdxArray, IdxArray | undefined, IdxArray | undefined]> {
  const progress = new Map<string, { done: number; total: number }>();
  const read = (name: string, content: Expected['content'], ranks: readonly number[]): Promise<IdxArray> => {
    const file = source.files.get(name);
    if (!file) throw new UserError(message('readers.notThere', { path: join(source.folder, name) }));
    return readIdxFile(
      locate(file),
      { content, ranks },
      {
        signal,
        report: (done, total) => {
          progress.set(name, { done, total });
          const all = [...progress.values()];
          report({
            stage: 'Reading files',
            done: all.reduce((sum, file) => sum + file.done, 0),
            total: all.reduce((sum, file) => sum + file.total, 0),
          });
        },
      },
    );
  };
  return Promise.all([
    read(files.trainImages, 'pictures', [3, 4]),
    read(files.trainLabels, 'labels', [1]),
    files.test && read(files.test.images, 'pictures', [3, 4]),
    files.test && read(files.test.labels, 'labels', [1]),
  ]);
}

function shapeOf({ dimensions }: IdxArray, path: string): Shape {
  const [, height = 0, width = 0, channels = 1] = dimensions;
  if (height > largestSide || width > largestSide) {
    throw new UserError(
      message('readers.tooLargePictures', { path, height, width, side: largestSide, limit: largestSide }),
    );
  }
  if (channels !== 1 && channels !== 3) {
    throw new UserError(message('readers.otherChannels', { path, channels }));
  }
  return [height, width, channels];
}

function pair(
  images: IdxArray,
  labels: IdxArray,
  folder: string,
  imageFile: string,
  labelFile: string,
): LabelledPictures {
  const [pictures = 0] = images.dimensions;
  const [answers = 0] = labels.dimensions;
  if (pictures !== answers) {
    throw new UserError(
      message('readers.countsDisagree', { folder, images: imageFile, pictures, file: labelFile, answers }),
    );
  }
  return { images: images.data, labels: labels.data };
}

/** Pictures of each label that occurs. */
function countLabels(labels: Uint8Array): Map<number, number> {
  const counts = new Map<number, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  return counts;
}

function checkLabels(labels: Uint8Array, classNames: readonly string[], path: string, everyClass: boolean): void {
  const counts = countLabels(labels);
  const highest = Math.max(...counts.keys());
  if (highest >= classNames.length) {
    throw new UserError(
      message('readers.labelBeyond', { path, label: highest, count: classNames.length, last: classNames.length - 1 }),
    );
  }
  if (!everyClass) return;
  if (classNames.length < 2) throw new UserError(message('readers.oneClass', { path }));
  const missing = classNames.findIndex((_, label) => !counts.has(label));
  if (missing >= 0) {
    throw new UserError(
      message('readers.labelUnused', {
        path,
        label: missing,
        name: classNames[missing] ?? '',
        last: classNames.length - 1,
      }),
    );
  }
}
