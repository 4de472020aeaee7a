import { join } from 'node:path';
import type { Shape } from '../../../shared/network/layer';
import { UserError } from '../../../shared/errors';
import { locate } from '../sources/listing';
import { readClassNames } from './class-names';
import type { IdxArray } from './idx-array';
import { readIdxFile } from './idx-file';
import { chooseIdxFiles, holdsIdxFiles, sourceOf, type IdxFiles, type Source } from './idx-names';
import { findKnownData } from './known-data';
import type { LabelledPictures, RawPictures, Reader, ReadOptions } from './reader';

const largestSide = 4096;

/** MNIST's format: pictures and labels in IDX files, plain or gzip-compressed. */
export const idxReader: Reader = {
  name: 'IDX',
  layout: [
    'a folder with IDX files, as MNIST has them (each may end with .gz; the two of t10k may be missing):',
    '  train-images-idx3-ubyte   train-labels-idx1-ubyte',
    '  t10k-images-idx3-ubyte    t10k-labels-idx1-ubyte',
  ].join('\n'),
  matches: (listing) => holdsIdxFiles(sourceOf(listing)),
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
          `${join(source.folder, files.test.images)} holds pictures of ${testShape.join(' x ')}, ` +
            `but ${files.trainImages} of ${shape.join(' x ')}. They do not belong together.`,
        );
      }
      test = pair(testImages, testLabels, source.folder, files.test.images, files.test.labels);
    }
    const known = findKnownData(train.labels);
    const named = (await readClassNames(source.files)) ?? known?.classNames;
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
  const read = (name: string, content: string, ranks: readonly number[]): Promise<IdxArray> => {
    const file = source.files.get(name);
    if (!file) throw new UserError(`${join(source.folder, name)} is not there.`);
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
      `${path} holds pictures of ${height} x ${width}; at most ${largestSide} x ${largestSide} can be imported.`,
    );
  }
  if (channels !== 1 && channels !== 3) {
    throw new UserError(`${path} holds pictures of ${channels} channels; expected 1 (grey) or 3 (red, green, blue).`);
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
  const [pictures] = images.dimensions;
  const [answers] = labels.dimensions;
  if (pictures !== answers) {
    throw new UserError(
      `The counts disagree in ${folder}: ${imageFile} holds ${pictures} pictures, ${labelFile} ${answers} labels. ` +
        'Copy both from their source again.',
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
      `${path} holds the label ${highest}, but there are ${classNames.length} classes, 0 to ${classNames.length - 1}.`,
    );
  }
  if (!everyClass) return;
  if (classNames.length < 2) throw new UserError(`${path} holds one class only; a classifier needs two or more.`);
  const missing = classNames.findIndex((_, label) => !counts.has(label));
  if (missing >= 0) {
    throw new UserError(
      `${path} holds no picture of class ${missing} ("${classNames[missing]}"). ` +
        `Labels must count from 0 to ${classNames.length - 1}, each with at least one picture.`,
    );
  }
}
