import { composed } from '../../../shared/composed';
import { UserError } from '../../../shared/errors';
import { message } from '../../../shared/words/message';
import { breathe } from '../cancellation';
import { fullPath, sideBySide, type FoundFile, type Listing } from '../sources/listing';
import { readFound } from '../sources/read-location';
import type { TextDecoding } from '../sources/text-decoding';
import { binaryVersions, readBinary } from './cifar-binary';
import { pythonVersions, readPython, readPythonNames } from './cifar-python';
import { shape, toInterleaved, type CifarFile, type CifarVersion } from './cifar-version';
import type { RawPictures, Reader } from './reader';

const versions: readonly CifarVersion[] = [...binaryVersions, ...pythonVersions];

/** Those of CIFAR-100 have 155 MB and, together, 184 MB. */
const mostBytesOfFile = 2 ** 28;
const mostBytesOfAll = 2 ** 29;
const mostBytesOfNames = 2 ** 20;

interface Found {
  version: CifarVersion;
  files: Map<string, FoundFile>;
}

function findVersion(listing: Listing): Found | undefined {
  const files = sideBySide(listing);
  const names = listing.chosen.length > 0 ? new Set(listing.chosen) : new Set(files.keys());
  const version = versions.find(
    ({ train, marks }) =>
      [...train, ...marks].some((name) => names.has(name)) && marks.every((name) => files.has(name)),
  );
  return version && { version, files };
}

/** CIFAR-10 and CIFAR-100 in the binary and in the Python version (https://www.cs.toronto.edu/~kriz/cifar.html). */
export const cifarReader: Reader = {
  name: 'CIFAR',
  layout: message('imports.layouts.cifar'),
  matches: (listing) => (findVersion(listing) ? 'yes' : 'no'),
  async read(listing, { report, signal, problems }) {
    const found = findVersion(listing);
    if (!found) throw new UserError(message('readers.noCifar', { place: listing.place }));
    const { version, files } = found;
    const wanted = [
      ...version.train.map((name) => ({ name, split: 'train' as const })),
      { name: version.test, split: 'test' as const },
    ];
    const parts: RawPictures['parts'] = [];
    let done = 0;
    for (const { name, split } of wanted) {
      const file = files.get(name);
      if (file) parts.push({ split, file: fullPath(file), ...(await readPart(file, version)) });
      else
        problems.add(
          'missing',
          `${listing.place}: ${name}`,
          message('readers.missingFile', { name: version.name, file: name }),
        );
      if (parts.reduce((sum, { images }) => sum + images.length, 0) > mostBytesOfAll) {
        const { place } = listing;
        throw new UserError(message('readers.setTooLarge', { name: version.name, place, limit: mostBytesOfAll }));
      }
      report({ stage: 'Reading files', done: ++done, total: wanted.length });
      await breathe(signal);
    }
    if (!parts.some(({ split }) => split === 'train')) {
      throw new UserError(
        message('readers.missingTraining', { name: version.name, place: listing.place, files: version.train }),
      );
    }
    const classNames = await readClassNames(version, files, listing.decoding);
    for (const { file, labels } of parts) checkLabels(file, labels, classNames);
    return { name: version.name, classNames, classesFromNames: false, pictures: { kind: 'raw', shape, parts } };
  },
};

async function readPart(file: FoundFile, version: CifarVersion): Promise<CifarFile> {
  const bytes = await readFound(file, mostBytesOfFile);
  const read = version.python ? readPython : readBinary;
  const { images, labels } = read(bytes, fullPath(file), version);
  return { images: toInterleaved(images), labels };
}

async function readClassNames(
  version: CifarVersion,
  files: Map<string, FoundFile>,
  decoding: TextDecoding,
): Promise<string[]> {
  const file = files.get(version.names);
  if (!file) return Array.from({ length: version.classes }, (_, label) => String(label));
  const bytes = await readFound(file, mostBytesOfNames);
  const path = fullPath(file);
  const names = version.python
    ? readPythonNames(bytes, path, version)
    : composed(decoding.text(bytes, path))
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter((line) => line !== '');
  if (names.length !== version.classes || new Set(names).size !== names.length) {
    throw new UserError(
      message('readers.otherNames', { path, names: new Set(names).size, name: version.name, classes: version.classes }),
    );
  }
  return names;
}

function checkLabels(file: string, labels: Uint8Array, classNames: readonly string[]): void {
  const highest = labels.reduce((most, label) => Math.max(most, label), 0);
  if (highest < classNames.length) return;
  throw new UserError(
    message('readers.labelBeyondDamaged', {
      path: file,
      label: highest,
      count: classNames.length,
      last: classNames.length - 1,
    }),
  );
}
