import { gzipSync } from 'node:zlib';
import { idxFile, randomBytes, smallDataset } from '../testing';
import { broken, type BrokenInput } from './input';

type Files = Record<string, Buffer | string | null>;

const files = smallDataset();
const images = files['train-images-idx3-ubyte'] ?? Buffer.alloc(0);
const zipped = gzipSync(images);
const damaged = Buffer.from(zipped);
damaged.writeUInt32LE(0, damaged.length - 8);

/** What changes in the good files (null: it is not there), what the message says, and the beginning of the name in it. */
const changes: [string, Files, string, string][] = [
  [
    'a truncated file',
    { 'train-images-idx3-ubyte': images.subarray(0, 900) },
    'is cut off or damaged: its header says 90 x 4 x 5 bytes, but 884 are there',
    'train-images',
  ],
  [
    'a truncated gzip file',
    { 'train-images-idx3-ubyte': zipped.subarray(0, 900) },
    'is cut off: its gzip data ends too early',
    'train-images',
  ],
  ['a gzip header alone', { 'train-images-idx3-ubyte': zipped.subarray(0, 4) }, 'is cut off', 'train-images'],
  [
    'a wrong checksum',
    { 'train-images-idx3-ubyte': damaged },
    'is damaged: its gzip data cannot be unpacked',
    'train-images',
  ],
  [
    'gzip of a truncated file',
    { 'train-images-idx3-ubyte': gzipSync(images.subarray(0, 900)) },
    'is cut off or damaged',
    'train-images',
  ],
  [
    'bytes after the end',
    { 't10k-images-idx3-ubyte': Buffer.concat([images, Buffer.alloc(1)]) },
    'holds more bytes than its header says (90 x 4 x 5)',
    't10k-images',
  ],
  [
    'a bomb',
    { 'train-images-idx3-ubyte': gzipSync(idxFile([2, 4, 5], Buffer.alloc(50_000_000))) },
    'holds more bytes than its header says',
    'train-images',
  ],
  ['an empty file', { 'train-labels-idx1-ubyte': Buffer.alloc(0) }, 'is empty', 'train-labels'],
  [
    'a file of three bytes',
    { 'train-labels-idx1-ubyte': Buffer.alloc(3) },
    'is too short to be an IDX file',
    'train-labels',
  ],
  [
    'half a header',
    { 'train-images-idx3-ubyte': images.subarray(0, 10) },
    'is too short to be an IDX file',
    'train-images',
  ],
  [
    'a text file',
    { 'train-images-idx3-ubyte': 'hello there' },
    'is not an IDX file: it starts with the bytes 68 65 6c 6c, expected 00 00 08 03',
    'train-images',
  ],
  [
    'floats',
    { 'train-images-idx3-ubyte': idxFile([90, 4, 5], Buffer.alloc(7200), 0x0d) },
    'holds 32-bit floats; pictures must be unsigned bytes',
    'train-images',
  ],
  [
    'an unknown type',
    { 'train-images-idx3-ubyte': idxFile([90, 4, 5], Buffer.alloc(1800), 0x07) },
    'is not an IDX file',
    'train-images',
  ],
  [
    'labels in the place of pictures',
    { 'train-images-idx3-ubyte': files['train-labels-idx1-ubyte'] ?? null },
    'holds an array of 1 dimensions; pictures have 3 or 4',
    'train-images',
  ],
  [
    'pictures in the place of labels',
    { 'train-labels-idx1-ubyte': images },
    'holds an array of 3 dimensions; labels have 1',
    'train-labels',
  ],
  [
    'no pictures',
    { 'train-images-idx3-ubyte': idxFile([0, 4, 5], Buffer.alloc(0)) },
    'holds no pictures: its header says 0 x 4 x 5',
    'train-images',
  ],
  [
    'absurd dimensions',
    { 'train-images-idx3-ubyte': idxFile([0xffffffff, 0xffffffff, 0xffffffff], Buffer.alloc(9)) },
    'but 9 are there',
    'train-images',
  ],
  [
    'absurd dimensions in gzip',
    { 'train-images-idx3-ubyte': gzipSync(idxFile([0xffffffff, 0xffff, 0xffff], Buffer.alloc(9))) },
    'but far fewer can be in the file',
    'train-images',
  ],
  [
    'a strip',
    { 'train-images-idx3-ubyte': idxFile([1, 1, 5000], Buffer.alloc(5000)) },
    'holds pictures of 1 x 5000; at most 4096 x 4096',
    'train-images',
  ],
  [
    'two channels',
    { 'train-images-idx3-ubyte': idxFile([90, 4, 5, 2], Buffer.alloc(3600)) },
    'holds pictures of 2 channels; expected 1 (grey) or 3',
    'train-images',
  ],
  [
    'counts that disagree',
    { 'train-labels-idx1-ubyte': idxFile([89], randomBytes(89, 1)) },
    'train-images-idx3-ubyte holds 90 pictures, train-labels-idx1-ubyte 89 labels',
    '',
  ],
  [
    'test counts that disagree',
    { 't10k-labels-idx1-ubyte': idxFile([11], Buffer.alloc(11)) },
    't10k-images-idx3-ubyte holds 12 pictures, t10k-labels-idx1-ubyte 11 labels',
    '',
  ],
  [
    'test pictures of another size',
    { 't10k-images-idx3-ubyte': idxFile([12, 5, 4], Buffer.alloc(240)) },
    'holds pictures of 5 x 4 x 1, but train-images-idx3-ubyte of 4 x 5 x 1',
    't10k-images',
  ],
  [
    'a class without pictures',
    { 'train-labels-idx1-ubyte': idxFile([90], Buffer.alloc(90, 1).fill(3, 45)) },
    'holds no picture of class 0 ("0"). Labels must count from 0 to 3',
    'train-labels',
  ],
  ['one class', { 'train-labels-idx1-ubyte': idxFile([90], Buffer.alloc(90)) }, 'holds one class only', 'train-labels'],
  [
    'a test label without a class',
    { 't10k-labels-idx1-ubyte': idxFile([12], Buffer.alloc(12, 3)) },
    'holds the label 3, but there are 3 classes, 0 to 2',
    't10k-labels',
  ],
  [
    'missing training labels',
    { 'train-labels-idx1-ubyte': null },
    'The train labels are missing: found t10k-images-idx3-ubyte',
    'train-labels',
  ],
  ['missing training pictures', { 'train-images-idx3-ubyte': null }, 'The train images are missing', 'train-images'],
  ['missing test labels', { 't10k-labels-idx1-ubyte': null }, 'The test labels are missing', 't10k-labels'],
  [
    'too few names of classes',
    { 'classes.txt': 'cat\ndog' },
    'holds the label 2, but there are 2 classes',
    'train-labels',
  ],
  [
    'too many names of classes',
    { 'classes.txt': 'cat\ndog\nbird\nfish' },
    'holds no picture of class 3 ("fish")',
    'train-labels',
  ],
  ['a name of a class twice', { 'classes.txt': 'cat\ndog\ncat' }, 'line 3, repeats the class "cat"', 'classes.txt'],
  ['an empty name of a class', { 'classes.txt': 'cat\n\ndog' }, 'line 2, is empty', 'classes.txt'],
  [
    'an endless name of a class',
    { 'classes.txt': 'x'.repeat(5000) },
    'line 1, is longer than 200 characters',
    'classes.txt',
  ],
];

export const brokenIdx: readonly BrokenInput[] = changes.map(([name, change, message, named]) =>
  broken('IDX', name, { files: present({ ...files, ...change }), message, named }),
);

function present(all: Files): Record<string, Buffer | string> {
  return Object.fromEntries(
    Object.entries(all).filter((entry): entry is [string, Buffer | string] => entry[1] !== null),
  );
}
