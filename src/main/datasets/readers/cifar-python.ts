import { UserError } from '../../../shared/errors';
import { message } from '../../../shared/words/message';
import { pictureBytes, type CifarFile, type CifarVersion } from './cifar-version';
import { readPickle } from './pickle';
import type { PickleValue } from './pickle-objects';

const five = [1, 2, 3, 4, 5];

export const pythonVersions: readonly CifarVersion[] = [
  {
    name: 'CIFAR-10',
    classes: 10,
    python: true,
    names: 'batches.meta',
    marks: [],
    train: five.map((number) => `data_batch_${number}`),
    test: 'test_batch',
  },
  {
    name: 'CIFAR-100',
    classes: 100,
    python: true,
    names: 'meta',
    train: ['train'],
    test: 'test',
    marks: ['train', 'meta'],
  },
];

/** A dictionary with the pixels under `data` and the labels under `labels`, or `fine_labels` in CIFAR-100. */
export function readPython(bytes: Uint8Array, path: string, { name }: CifarVersion): CifarFile {
  const entries = readDictionary(bytes, path);
  const images = entries.get('data');
  const labels = entries.get(name === 'CIFAR-10' ? 'labels' : 'fine_labels');
  if (!(images instanceof Uint8Array) || !Array.isArray(labels)) {
    const found = [...entries.keys()].join(', ') || 'nothing';
    const wanted = name === 'CIFAR-10' ? 'labels' : 'fine_labels';
    throw new UserError(message('readers.otherPickle', { path, name, found, wanted }));
  }
  if (images.length !== labels.length * pictureBytes) {
    throw new UserError(message('readers.labelsDisagree', { path, labels: labels.length, bytes: images.length }));
  }
  return { images, labels: Uint8Array.from(labels, (label) => checkedLabel(label, path)) };
}

/** Names of the classes, under `label_names`, or `fine_label_names` in CIFAR-100. */
export function readPythonNames(bytes: Uint8Array, path: string, { name }: CifarVersion): string[] {
  const names = readDictionary(bytes, path).get(name === 'CIFAR-10' ? 'label_names' : 'fine_label_names');
  if (!Array.isArray(names)) throw new UserError(message('readers.noClassNames', { path, name }));
  return names.map((value) => textOf(value) ?? '');
}

function readDictionary(bytes: Uint8Array, path: string): Map<string, PickleValue> {
  const value = readPickle(bytes, path);
  const entries = new Map<string, PickleValue>();
  if (value instanceof Map) {
    for (const [key, entry] of value) entries.set(textOf(key) ?? '', entry);
  }
  return entries;
}

/** Python 2 wrote strings as bytes. */
function textOf(value: PickleValue): string | undefined {
  if (typeof value === 'string') return value;
  return value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : undefined;
}

function checkedLabel(label: PickleValue, path: string): number {
  if (typeof label === 'number' && Number.isInteger(label) && label >= 0 && label < 256) return label;
  throw new UserError(message('readers.noClassNumber', { path }));
}
