import { UserError } from '../../../shared/errors';
import { message } from '../../../shared/words/message';
import { pictureBytes, type CifarFile, type CifarVersion } from './cifar-version';

const five = [1, 2, 3, 4, 5];

export const binaryVersions: readonly CifarVersion[] = [
  {
    name: 'CIFAR-10',
    classes: 10,
    python: false,
    names: 'batches.meta.txt',
    marks: [],
    train: five.map((number) => `data_batch_${number}.bin`),
    test: 'test_batch.bin',
  },
  {
    name: 'CIFAR-100',
    classes: 100,
    python: false,
    names: 'fine_label_names.txt',
    train: ['train.bin'],
    test: 'test.bin',
    marks: ['train.bin'],
  },
];

/**
 * Records of one label (CIFAR-10) or of a coarse and a fine label (CIFAR-100), of which the fine one counts, and the
 * pixels.
 * @throws UserError where the file is no whole number of records.
 */
export function readBinary(bytes: Uint8Array, path: string, { name }: CifarVersion): CifarFile {
  const labelBytes = name === 'CIFAR-10' ? 1 : 2;
  const recordBytes = labelBytes + pictureBytes;
  if (bytes.length === 0 || bytes.length % recordBytes !== 0) {
    throw new UserError(message('readers.wrongRecords', { path, name, bytes: bytes.length, record: recordBytes }));
  }
  const count = bytes.length / recordBytes;
  const images = new Uint8Array(count * pictureBytes);
  const labels = new Uint8Array(count);
  for (let index = 0; index < count; index++) {
    const start = index * recordBytes + labelBytes;
    labels[index] = bytes[start - 1] as number;
    images.set(bytes.subarray(start, start + pictureBytes), index * pictureBytes);
  }
  return { images, labels };
}
