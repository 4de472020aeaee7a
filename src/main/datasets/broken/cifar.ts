import { broken, type BrokenInput } from './input';

const record = (label: number): Buffer => Buffer.concat([Buffer.of(label), Buffer.alloc(3072)]);
const pickle = (text: string): Buffer => Buffer.from(text, 'latin1');

const sources: [string, Record<string, Buffer | string>, string][] = [
  [
    'a cut file',
    { 'data_batch_1.bin': record(1).subarray(0, 3000) },
    'data_batch_1.bin is cut off or no file of CIFAR-10: it has 3000 bytes',
  ],
  ['an empty file', { 'data_batch_1.bin': Buffer.alloc(0) }, 'data_batch_1.bin is empty'],
  [
    'a label too high',
    { 'data_batch_1.bin': record(10) },
    'data_batch_1.bin holds the label 10, but there are 10 classes',
  ],
  [
    'test pictures alone',
    { 'data_batch_1.binary': record(1), 'test_batch.bin': record(1), 'data_batch_1.bin.part': record(1) },
    'No dataset was recognised',
  ],
  [
    'names that are too few',
    { 'data_batch_1.bin': record(1), 'batches.meta.txt': 'cat\ndog\n' },
    'holds 2 names; CIFAR-10 has 10 classes',
  ],
  ['text in the place of a pickle', { data_batch_1: 'hello' }, 'data_batch_1 cannot be read as a Python pickle'],
  [
    'a pickle of something else',
    { data_batch_1: pickle('\x80\x02}U\x01xK\x01s.') },
    'found x, expected data and labels',
  ],
  ['a cut pickle', { data_batch_1: pickle('\x80\x02}U\x09data') }, 'it ends too early'],
  ['a pickle without end', { data_batch_1: pickle('\x80\x02}') }, 'it ends too early'],
  [
    'labels that are text',
    { data_batch_1: pickle('\x80\x02}(X\x04\0\0\0dataC\0X\x06\0\0\0labels]X\x01\0\0\0aau.') },
    '1 labels, but 0 bytes of pixels',
  ],
  [
    'a pickle that would run something',
    { data_batch_1: pickle('cposix\nsystem\n(S"ls"\ntR.') },
    'it asks for posix.system, which pictures do not need; nothing of it was run',
  ],
  [
    'labels that are no numbers',
    {
      data_batch_1: pickle(
        '\x80\x02}(X\x04\0\0\0dataT\x00\x0c\0\0' + '\0'.repeat(3072) + 'X\x06\0\0\0labels]X\x01\0\0\0aau.',
      ),
    },
    'one of its labels is no class number',
  ],
  [
    'CIFAR-100 that is cut off',
    { 'train.bin': record(1), 'test.bin': record(1) },
    'no whole number of records of 3074',
  ],
];

export const brokenCifar: readonly BrokenInput[] = sources.map(([name, files, message]) =>
  broken('CIFAR', name, { files, message }),
);
